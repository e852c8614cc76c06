"""What a study's criteria ask and what taking part takes, as the rules' answers keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trials.models.reading import Reading
from trials.reading.burden import Burden, BurdenKind, read_burden
from trials.reading.eligibility import Criterion, read_eligibility
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.evidence import Evidence
from trials.reading.study_reading import READING_VERSION
from trials.records import StudyRecord


def criteria_of(reading: Reading, record: StudyRecord) -> tuple[Criterion, ...]:
    """The criteria in their order; read anew where the rules have changed since."""
    if reading.version != READING_VERSION:
        return read_eligibility(record)
    return stored_criteria(reading.answers)


def burdens_of(reading: Reading, record: StudyRecord) -> tuple[Burden, ...]:
    """What taking part takes; read anew where the rules have changed since."""
    if reading.version != READING_VERSION:
        return read_burden(record)
    return tuple(_burden(one) for one in reading.answers.get("burden", []))


def stored_criteria(answers: Mapping[str, Any]) -> tuple[Criterion, ...]:
    """From ``Reading.answers``, where the rules that stored it are those of today."""
    return tuple(_criterion(one) for one in answers.get("eligibility", []))


def _criterion(stored: Mapping[str, Any]) -> Criterion:
    words: dict[str, Any] = {
        "kind": Kind(stored["kind"]),
        "section": Section(stored["section"]),
        "operator": Operator(stored["operator"]),
    }
    return Criterion(**{**stored, **words})


def _burden(stored: Mapping[str, Any]) -> Burden:
    words = {"kind": BurdenKind(stored["kind"]), "evidence": Evidence(**stored["evidence"])}
    return Burden(**{**stored, **words})
