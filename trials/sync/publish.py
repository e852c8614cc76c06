"""Writing records into the catalogue: studies, sites, readings, changes. One batch at a time.

The caller holds the transaction: all batches of a run are published, or none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from trials.models import Change, Reading, Site, Snapshot, Study, SyncProblem, SyncRun
from trials.models.study_record import payload_of
from trials.reading.study_reading import StudyReading, read_study
from trials.records import StudyRecord
from trials.registry.translate import translate
from trials.sync.changes import changes_between
from trials.sync.columns import fill_study, sites_of
from trials.sync.copying import insert_rows, put_rows
from trials.sync.garbage import seldom_collected
from trials.sync.readings import corrections_for, fill_reading

BATCH = 500
T = TypeVar("T")
Read = Callable[[StudyRecord], StudyReading]


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


@seldom_collected()
def publish_records(
    run: SyncRun, digests: Mapping[str, str], *, now: datetime, read: Read = read_study
) -> Published:
    """Write the records with these digests (study id -> digest); count new and changed.

    ``read`` makes the readings: the rules, but for who has them already.
    """
    done = Published()
    for batch in batches(sorted(digests.items()), BATCH):
        entries = list(_entries(run, dict(batch), now=now))
        _write(run, entries, read, now=now)
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
    before = translate(payload_of(old.body) or {})[0] if old else None
    is_news = old is not None and old.news_digest != snapshot.news_digest
    if before is None or is_news:
        study.last_changed_at = now
    study.snapshot, study.starter_facts, study.as_of, study.delisted_at = snapshot, None, "", None
    fill_study(study, record)
    return Entry(study, snapshot, record, before, is_news)


def _write(run: SyncRun, entries: list[Entry], read: Read, *, now: datetime) -> None:
    corrections = corrections_for(entry.study.nct_id for entry in entries)
    readings = [
        fill_reading(
            entry.study, read(entry.record), corrections.get(entry.study.nct_id, {}), now=now
        )
        for entry in entries
    ]
    studies = [entry.study for entry in entries]
    save_studies(studies)
    save_sites(studies, (site for one in entries for site in sites_of(one.study, one.record)))
    save_readings(readings)
    Change.objects.bulk_create(
        change for entry in entries if entry.is_news for change in _changes(run, entry, now=now)
    )


def save_studies(studies: Sequence[Study]) -> None:
    """Insert the studies, or put them in the place of their earlier rows; sets their keys."""
    new = [study for study in studies if study.pk is None]
    if old := [study for study in studies if study.pk is not None]:
        put_rows(Study, old, key="nct_id")
    insert_rows(Study, new)
    ids = [study.nct_id for study in new]
    keys = dict(Study.objects.filter(nct_id__in=ids).values_list("nct_id", "pk"))
    for study in new:
        study.pk = keys[study.nct_id]


def save_sites(studies: Sequence[Study], sites: Iterable[Site]) -> None:
    """Put these sites in the place of all that the studies had."""
    Site.objects.filter(study__in=studies).delete()
    insert_rows(Site, sites)


def save_readings(readings: list[Reading]) -> None:
    """Insert the readings, or put them in the place of their studies' earlier ones."""
    for reading in readings:
        reading.study_id = reading.study.pk
    put_rows(Reading, readings, key="study_id")


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
