"""What a row of an export is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects

from trials.models import Reading, Study
from trials.models.stored_reading import stored_criteria
from trials.models.study_record import record_of
from trials.reading.eligibility import Criterion, read_eligibility
from trials.reading.study_reading import READING_VERSION
from trials.records import StudyRecord


class SiteRow(NamedTuple):
    """A site's columns as ``Site`` has them; a long list has so many that models would tell."""

    study_id: int
    position: int
    facility: str
    status: str
    city: str
    state: str
    zip: str
    country: str
    country_code: str
    latitude: float | None
    longitude: float | None
    is_approximate: bool


class Batch:
    """Studies fetched together: what few columns need comes for all of them, once one asks."""

    def __init__(self, studies: Sequence[Study]) -> None:
        self._studies = studies
        self._has_records = False

    @cached_property
    def answers(self) -> dict[int, dict[str, Any]]:
        """What the rules said of each study, by its key."""
        readings = Reading.objects.filter(study__in=self._studies)
        return dict(readings.values_list("study_id", "answers"))

    def fetch_records(self) -> None:
        """From now on each study has its snapshot."""
        if not self._has_records:
            prefetch_related_objects(self._studies, "snapshot")
            self._has_records = True


class StudyFacts:
    """One study with its sites; the whole record is read only where somebody asks for it."""

    def __init__(self, study: Study, sites: Sequence[SiteRow], batch: Batch) -> None:
        self.study = study
        self.sites = tuple(sites)
        self._batch = batch

    @property
    def reading(self) -> Reading:
        return self.study.reading

    @cached_property
    def record(self) -> StudyRecord:
        self._batch.fetch_records()
        return record_of(self.study)

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """What the criteria ask, as stored; read anew where older rules stored it."""
        if self.reading.version != READING_VERSION:
            return read_eligibility(self.record)
        return stored_criteria(self._batch.answers[self.study.pk])


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a study, or one site of it. ``site`` is None on a row of a whole study."""

    facts: StudyFacts
    site: SiteRow | None = None

    @property
    def study(self) -> Study:
        return self.facts.study

    @property
    def record(self) -> StudyRecord:
        return self.facts.record

    @property
    def reading(self) -> Reading:
        return self.facts.reading
