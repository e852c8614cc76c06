"""Writing records into the catalogue: studies, sites, readings, changes. One batch at a time.

The caller holds the transaction: all batches of a run are published, or none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import models

from trials.models import Change, Reading, Site, Snapshot, Study, SyncProblem, SyncRun
from trials.reading.study_reading import read_study
from trials.records import StudyRecord
from trials.registry.translate import translate
from trials.sync.changes import changes_between
from trials.sync.columns import fill_study, sites_of
from trials.sync.readings import corrections_for, fill_reading

BATCH = 500
T = TypeVar("T")


@dataclass(slots=True)
class Published:
    """What was written, in numbers of studies."""

    new: int = 0
    changed: int = 0


@dataclass(slots=True)
class Entry:
    """One study on its way into the catalogue. ``before`` is None for a new study."""

    study: Study
    snapshot: Snapshot
    record: StudyRecord
    before: StudyRecord | None
    is_news: bool


def publish_records(run: SyncRun, digests: Mapping[str, str], *, now: datetime) -> Published:
    """Write the records with these digests (study id -> digest); count new and changed."""
    done = Published()
    for batch in batches(sorted(digests.items()), BATCH):
        entries = list(_entries(run, dict(batch), now=now))
        _write(run, entries, now=now)
        new = sum(entry.before is None for entry in entries)
        done.new, done.changed = done.new + new, done.changed + len(entries) - new
    return done


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _entries(run: SyncRun, digests: dict[str, str], *, now: datetime) -> Iterator[Entry]:
    snapshots = Snapshot.objects.in_bulk(list(digests.values()))
    known = {
        study.nct_id: study
        for study in Study.objects.filter(nct_id__in=digests).select_related("snapshot")
    }
    for nct_id, digest in digests.items():
        snapshot = snapshots[digest]
        record = _record(run, snapshot)
        if record is None:
            continue
        study = known.get(nct_id) or Study(first_seen_at=now)
        yield _entry(study, snapshot, record, now=now)


def _record(run: SyncRun, snapshot: Snapshot) -> StudyRecord | None:
    record, problems = translate(json.loads(snapshot.body))
    SyncProblem.objects.bulk_create(SyncProblem(run=run, **asdict(problem)) for problem in problems)
    return record


def _entry(study: Study, snapshot: Snapshot, record: StudyRecord, *, now: datetime) -> Entry:
    old = study.snapshot
    before = translate(json.loads(old.body))[0] if old else None
    is_news = old is not None and old.news_digest != snapshot.news_digest
    if before is None or is_news:
        study.last_changed_at = now
    study.snapshot, study.starter_facts, study.as_of, study.delisted_at = snapshot, None, "", None
    fill_study(study, record)
    return Entry(study, snapshot, record, before, is_news)


def _write(run: SyncRun, entries: list[Entry], *, now: datetime) -> None:
    corrections = corrections_for(entry.study.nct_id for entry in entries)
    readings = [
        fill_reading(
            entry.study, read_study(entry.record), corrections.get(entry.study.nct_id, {}), now=now
        )
        for entry in entries
    ]
    _save_studies([entry.study for entry in entries])
    studies = [entry.study for entry in entries]
    Site.objects.filter(study__in=studies).delete()
    Site.objects.bulk_create(
        site for entry in entries for site in sites_of(entry.study, entry.record)
    )
    save_readings(readings)
    Change.objects.bulk_create(
        change for entry in entries if entry.is_news for change in _changes(run, entry, now=now)
    )


def _save_studies(studies: list[Study]) -> None:
    Study.objects.bulk_create(study for study in studies if study.pk is None)
    Study.objects.bulk_update([s for s in studies if s.pk is not None], written_fields(Study))


def save_readings(readings: list[Reading]) -> None:
    """Insert the readings, or put them in the place of their studies' earlier ones."""
    for reading in readings:
        reading.study_id = reading.study.pk
    Reading.objects.bulk_create(
        readings,
        update_conflicts=True,
        unique_fields=["study"],
        update_fields=[name for name in written_fields(Reading) if name != "study"],
    )


def written_fields(model: type[models.Model]) -> list[str]:
    """Names of the columns that a bulk write sets: all but the key and the generated."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]


def _changes(run: SyncRun, entry: Entry, *, now: datetime) -> Iterator[Change]:
    if entry.before is None:
        return
    for change in changes_between(entry.before, entry.record):
        yield Change(
            study=entry.study,
            run=run,
            field=change.field,
            before=change.before,
            after=change.after,
            seen_at=now,
        )
