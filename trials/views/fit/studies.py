"""Every listed study beside one person's answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import lru_cache

from trials.models import Study
from trials.models.study_record import DamagedRecord, record_of
from trials.reading.eligibility import Criterion, read_eligibility
from trials.reading.fit import Fit, Person, fit, things_in_the_way
from trials.reading.scope import Scope
from trials.reading.status import OPEN
from trials.records import OverallStatus, StudyRecord

ENDED = frozenset(
    {
        OverallStatus.COMPLETED,
        OverallStatus.TERMINATED,
        OverallStatus.WITHDRAWN,
        OverallStatus.NO_LONGER_AVAILABLE,
        OverallStatus.APPROVED_FOR_MARKETING,
    }
)


class Door(IntEnum):
    """Whether people can join, as the status says; in the order of the page."""

    OPEN = 1
    OPEN_WHEN_LAST_KNOWN = 2
    SHUT_OR_UNKNOWN = 3
    ENDED = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What a study asks: the record less its results, and the criteria read in it."""

    record: StudyRecord
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One study and how it looks; ``fit`` has no rows where its record is not at hand."""

    study: Study
    door: Door
    fit: Fit

    @property
    def in_the_way(self) -> int:
        return things_in_the_way(self.fit)


def compared(person: Person, *, today: date) -> list[Compared]:
    """Every study that gives stem cells to people with ALS and is still listed; none is left out.

    First those that people can join, then the fewest things in the way; at a tie those
    that take people now, then by number.
    """
    studies = Study.objects.still_listed().filter(scope=Scope.LISTED)
    everything = [_compared(study, person, today) for study in studies]
    return sorted(everything, key=_order)


def _order(one: Compared) -> tuple[int, int, bool, bool, str]:
    is_recruiting = one.study.overall_status == OverallStatus.RECRUITING
    return one.door, one.in_the_way, one.study.is_starter, not is_recruiting, one.study.nct_id


def _compared(study: Study, person: Person, today: date) -> Compared:
    if study.is_starter:
        return Compared(study, door_of(study), Fit(study.nct_id, ()))
    try:
        asked = _asked(str(study.snapshot_id))
    except DamagedRecord:
        return Compared(study, door_of(study), Fit(study.nct_id, ()))
    return Compared(study, door_of(study), fit(person, asked.criteria, asked.record, today=today))


def door_of(study: Study) -> Door:
    """By the status; a starter status is only what was last known."""
    if study.overall_status in ENDED:
        return Door.ENDED
    if study.overall_status not in OPEN:
        return Door.SHUT_OR_UNKNOWN
    return Door.OPEN_WHEN_LAST_KNOWN if study.is_starter else Door.OPEN


@lru_cache(maxsize=1024)
def _asked(digest: str) -> Asked:
    """By the snapshot's digest, which names its content: public, and the same for everybody."""
    study = Study.objects.select_related("snapshot").get(snapshot_id=digest)
    record = record_of(study)
    return Asked(replace(record, results=None), read_eligibility(record))
