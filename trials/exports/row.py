"""What a row of an export is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trials.models import Reading, Site, Study
from trials.models.study_record import record_of
from trials.reading.eligibility import Criterion, read_eligibility
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.study_reading import READING_VERSION
from trials.records import StudyRecord


class StudyFacts:
    """One study with its sites; the whole record is read only where somebody asks for it."""

    def __init__(self, study: Study, sites: Sequence[Site]) -> None:
        self.study = study
        self.sites = tuple(sites)

    @property
    def reading(self) -> Reading:
        return self.study.reading

    @cached_property
    def record(self) -> StudyRecord:
        return record_of(self.study)

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """What the criteria ask, as stored; read anew where older rules stored it."""
        if self.reading.version != READING_VERSION:
            return read_eligibility(self.record)
        stored: list[dict[str, Any]] = self.reading.answers.get("eligibility", [])
        return tuple(_criterion(one) for one in stored)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a study, or one site of it. ``site`` is None on a row of a whole study."""

    facts: StudyFacts
    site: Site | None = None

    @property
    def study(self) -> Study:
        return self.facts.study

    @property
    def record(self) -> StudyRecord:
        return self.facts.record

    @property
    def reading(self) -> Reading:
        return self.facts.reading


def _criterion(stored: dict[str, Any]) -> Criterion:
    words: dict[str, Any] = {
        "kind": Kind(stored["kind"]),
        "section": Section(stored["section"]),
        "operator": Operator(stored["operator"]),
    }
    return Criterion(**(stored | words))
