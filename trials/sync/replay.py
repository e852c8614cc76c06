"""Reading every stored record again, without the network: after a change of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from trials.models import Edition, Study
from trials.models.study_record import record_of
from trials.reading.study_reading import READING_VERSION, read_study
from trials.sync.columns import fill_study, sites_of
from trials.sync.publish import batches, save_readings, save_sites, save_studies
from trials.sync.readings import corrections_for, fill_reading

BATCH = 200


def outdated_ids() -> list[int]:
    """Studies whose reading was made by other rules than today's."""
    studies = Study.objects.exclude(reading__version=READING_VERSION)
    return list(studies.order_by("pk").values_list("pk", flat=True))


def replay(study_ids: Iterable[int], *, now: datetime) -> int:
    """Translate and read these studies again, sites included; the number done."""
    done = 0
    for batch in batches(study_ids, BATCH):
        with transaction.atomic():
            studies = list(_locked(batch))
            _read_again(studies, now=now)
            Edition.publish(now=now)
        done += len(studies)
    return done


def _locked(study_ids: list[int]) -> QuerySet[Study]:
    """These studies as they are once nobody else writes them: a sync may run beside this.

    Their snapshots come by a second query: a join would still show those of before the wait.
    """
    studies = Study.objects.filter(pk__in=study_ids).prefetch_related("snapshot")
    return studies.select_for_update().order_by("pk")


def _read_again(studies: list[Study], *, now: datetime) -> None:
    corrections = corrections_for(study.nct_id for study in studies)
    readings, sites = [], []
    for study in studies:
        record = record_of(study)
        fill_study(study, record)
        mine = corrections.get(study.nct_id, {})
        readings.append(fill_reading(study, read_study(record), mine, now=now))
        sites += list(sites_of(study, record))
    save_studies(studies)
    save_sites(studies, sites)
    save_readings(readings)
