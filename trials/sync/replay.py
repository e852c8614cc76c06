"""Reading every stored record again, without the network: after a change of the rules."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from trials.models import Edition, Study
from trials.models.study_record import DamagedRecord, record_of
from trials.reading.study_reading import READING_VERSION, read_study
from trials.records import StudyRecord
from trials.sync.columns import fill_study, sites_of
from trials.sync.damage import EMPTIED, UNREAD, note_damaged
from trials.sync.publish import batches, save_readings, save_sites, save_studies
from trials.sync.readings import corrections_for, fill_reading

BATCH = 200
log = logging.getLogger(__name__)


def outdated_ids() -> list[int]:
    """Studies whose reading was made by other rules than today's."""
    studies = Study.objects.exclude(reading__version=READING_VERSION)
    return list(studies.order_by("pk").values_list("pk", flat=True))


def all_ids() -> list[int]:
    return list(Study.objects.order_by("pk").values_list("pk", flat=True))


def replay(study_ids: Iterable[int], *, now: datetime) -> int:
    """Translate and read these studies again, sites included; the number done.

    One whose stored record is damaged stays as it was, is told of in the log and among the sync
    problems, and waits to be read.
    """
    done = 0
    for batch in batches(study_ids, BATCH):
        with transaction.atomic():
            studies = list(_locked(batch))
            records = dict(_readable(studies))
            _read_again(records, now=now)
            if damaged := {study.nct_id for study in studies if study not in records}:
                note_damaged(damaged, now=now)
            Edition.publish(now=now)
        done += len(records)
    return done


def read_healed(*, now: datetime) -> int:
    """Read what waited for a damaged record that a sync has fetched again; the number done."""
    waiting = Study.objects.filter(reading__version=UNREAD).exclude(snapshot__body=EMPTIED)
    return replay(waiting.order_by("pk").values_list("pk", flat=True), now=now)


def _locked(study_ids: list[int]) -> QuerySet[Study]:
    """These studies as they are once nobody else writes them: a sync may run beside this.

    Their snapshots come by a second query: a join would still show those of before the wait.
    """
    studies = Study.objects.filter(pk__in=study_ids).prefetch_related("snapshot")
    return studies.select_for_update().order_by("pk")


def _readable(studies: Iterable[Study]) -> Iterator[tuple[Study, StudyRecord]]:
    for study in studies:
        try:
            yield study, record_of(study)
        except DamagedRecord as error:
            log.error("Not read again: %s", error)  # noqa: TRY400 (its place is of no interest)


def _read_again(records: dict[Study, StudyRecord], *, now: datetime) -> None:
    studies = list(records)
    corrections = corrections_for(study.nct_id for study in studies)
    readings, sites = [], []
    for study, record in records.items():
        fill_study(study, record)
        mine = corrections.get(study.nct_id, {})
        readings.append(fill_reading(study, read_study(record), mine, now=now))
        sites += list(sites_of(study, record))
    save_studies(studies)
    save_sites(studies, sites)
    save_readings(readings)
