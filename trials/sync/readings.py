"""Storing what the rules read, with curators' corrections above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from trials.models import Correction, Reading, Study
from trials.reading.evidence import Answer
from trials.reading.scope import scope_of
from trials.reading.study_reading import READING_VERSION, StudyReading

Corrections = dict[str, Any]


def corrections_for(nct_ids: Iterable[str]) -> dict[str, Corrections]:
    """Question -> value for each study that a curator corrected."""
    found: dict[str, Corrections] = defaultdict(dict)
    for correction in Correction.objects.filter(nct_id__in=list(nct_ids)):
        found[correction.nct_id][correction.question] = correction.value
    return found


def fill_reading(
    study: Study, read: StudyReading, corrections: Corrections, *, now: datetime
) -> Reading:
    """The study's Reading, unsaved, and the study's scope set by it."""
    answers: dict[str, Answer[Any]] = {name: getattr(read, name) for name in Correction.QUESTIONS}
    values: dict[str, Any] = {name: _value(answer.value) for name, answer in answers.items()}
    values |= corrections
    study.scope = scope_of(values["condition"], values["role"])
    return Reading(
        study=study,
        version=READING_VERSION,
        read_at=now,
        condition=values["condition"],
        role=values["role"],
        cell_type=values["cell_type"] or [],
        tissue=values["tissue"] or [],
        donor=values["donor"],
        route=values["route"] or [],
        answers=_stored(read),
        corrected=sorted(corrections),
    )


def _value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _stored(read: StudyReading) -> dict[str, Any]:
    """The whole reading, evidence included, to be written as JSON."""
    return {name: getattr(read, name) for name in read.__dataclass_fields__}
