"""Writing records into the catalogue: studies, sites, readings, changes. One batch at a time.

The caller holds the transaction: all batches of a run are published, or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import transaction

from trials.models import Change, Reading, Site, Study, SyncProblem, SyncRun
from trials.reading.study_reading import read_study
from trials.sync.batch import Batch, Entry, Read, batch_of
from trials.sync.changes import changes_between
from trials.sync.columns import sites_of
from trials.sync.copying import insert_rows, put_rows
from trials.sync.garbage import seldom_collected

BATCH = 500
T = TypeVar("T")


@dataclass(slots=True)
class Published:
    """What was written, in numbers of studies."""

    new: int = 0
    changed: int = 0


@seldom_collected()
@transaction.atomic(savepoint=False)
def publish_records(
    run: SyncRun, digests: Mapping[str, str], *, now: datetime, read: Read = read_study
) -> Published:
    """Write the records with these digests (study id -> digest); count new and changed.

    ``read`` makes the readings: the rules, but for who has them already.
    """
    done = Published()
    for some in batches(sorted(digests.items()), BATCH):
        batch = batch_of(dict(some), read, now=now)
        _write(run, batch)
        new = sum(entry.before is None for entry in batch.entries)
        done.new, done.changed = done.new + new, done.changed + len(batch.entries) - new
    return done


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _write(run: SyncRun, batch: Batch) -> None:
    if batch.known:
        _write_changed(run, batch)
    _write_new(batch)
    SyncProblem.objects.bulk_create(
        SyncProblem(run=run, **asdict(problem)) for problem in batch.problems
    )


def _write_changed(run: SyncRun, batch: Batch) -> None:
    put_rows(Study, batch.studies(new=False), key="nct_id")
    entries = list(batch.entries)
    save_sites([entry.study for entry in entries], _sites(entries))
    save_readings([entry.reading for entry in entries])
    Change.objects.bulk_create(
        change for one in entries if one.is_news for change in _changes(run, one, now=batch.now)
    )


def _write_new(batch: Batch) -> None:
    before = len(batch.entries)
    insert_rows(Study, batch.studies(new=True))
    entries = batch.entries[before:]
    _set_keys([entry.study for entry in entries])
    insert_rows(Site, _sites(entries))
    insert_rows(Reading, _with_keys(entry.reading for entry in entries))


def _sites(entries: Iterable[Entry]) -> list[Site]:
    """All made before any is written: the gazetteer is asked where a record has no point."""
    return [site for one in entries for site in sites_of(one.study, one.record)]


def save_studies(studies: Sequence[Study]) -> None:
    """Insert the studies, or put them in the place of their earlier rows; sets their keys."""
    if old := [study for study in studies if study.pk is not None]:
        put_rows(Study, old, key="nct_id")
    insert_rows(Study, [study for study in studies if study.pk is None])
    _set_keys(studies)


def _set_keys(studies: Sequence[Study]) -> None:
    new = [study for study in studies if study.pk is None]
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
    put_rows(Reading, _with_keys(readings), key="study_id")


def _with_keys(readings: Iterable[Reading]) -> Iterator[Reading]:
    """With the keys that their studies have by now."""
    for reading in readings:
        reading.study_id = reading.study.pk
        yield reading


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
