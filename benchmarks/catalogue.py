"""The bench's catalogue: invented studies in the project's own tables, each time the same.

Records go through the project's own `translate`, `fill_study` and `sites_of`; the readings are
those that the study was made from, since reading 500,000 records would take hours. For the same
reason at most 50,000 studies are invented; in a larger catalogue the others are their twins.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from django.db import connection

from benchmarks.copying import copy
from benchmarks.invented.study import Invented, Json, Read, invented
from benchmarks.twins import add_twins
from trials.models import Edition, Reading, Site, Snapshot, Study
from trials.reading.scope import scope_of
from trials.reading.study_reading import READING_VERSION
from trials.registry.digest import body_of, digest, news_digest
from trials.registry.translate import translate
from trials.sync.columns import fill_study, sites_of
from trials.sync.crawl import FIRST_TEST_ID

NOW = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
BATCH = 1000
MOST_INVENTED = 50_000
TABLES = "trials_study, trials_snapshot, trials_site, trials_reading, trials_change"


def records(size: int) -> Iterator[Json]:
    """The records of ``size`` studies, in the registry's shape, one at a time."""
    return (invented(number).record for number in range(size))


def fill(size: int, *, most_invented: int = MOST_INVENTED) -> None:
    """Empty the catalogue and fill it with ``size`` studies, in flat memory."""
    if Study.objects.filter(nct_id__lt=FIRST_TEST_ID).exists():
        raise ValueError("This database holds real studies; the bench would empty it.")
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLES} RESTART IDENTITY CASCADE")
    _invent(min(size, most_invented))
    if size > most_invented:
        add_twins(most_invented, size)
    Edition.publish(now=NOW, data_timestamp=NOW)
    with connection.cursor() as cursor:
        for model in (Study, Site, Reading):
            cursor.execute(_NEXT_KEY.format(table=model._meta.db_table))
        cursor.execute(f"ANALYZE {TABLES}")


def _invent(size: int) -> None:
    everything = (invented(number) for number in range(size))
    first_key = 1
    while batch := list(islice(everything, BATCH)):
        _store(batch, first_key)
        first_key += len(batch)


_NEXT_KEY = """
    SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"""


def _store(batch: list[Invented], first_key: int) -> None:
    snapshots, studies, sites, readings = [], [], [], []
    for key, one in enumerate(batch, start=first_key):
        snapshot = _snapshot(one.record)
        study, its_sites = _study(key, one, snapshot)
        snapshots.append(snapshot)
        studies.append(study)
        sites += its_sites
        readings.append(_reading(study, one.read))
    copy(Snapshot, snapshots)
    copy(Study, studies)
    copy(Site, sites, with_key=False)
    copy(Reading, readings, with_key=False)


def _snapshot(record: Json) -> Snapshot:
    return Snapshot(
        digest=digest(record),
        news_digest=news_digest(record),
        nct_id=record["protocolSection"]["identificationModule"]["nctId"],
        body=body_of(record),
        received_at=NOW,
    )


def _study(key: int, one: Invented, snapshot: Snapshot) -> tuple[Study, list[Site]]:
    record, problems = translate(json.loads(snapshot.body))
    if record is None:
        raise ValueError(f"an invented record can't be read: {problems}")
    scope = scope_of(one.read.condition, one.read.role)
    study = Study(
        pk=key,
        snapshot_id=snapshot.digest,
        scope=scope,
        first_seen_at=NOW,
        last_changed_at=NOW,
    )
    fill_study(study, record)
    return study, list(sites_of(study, record))


def _reading(study: Study, read: Read) -> Reading:
    return Reading(
        study=study,
        version=READING_VERSION,
        read_at=NOW,
        condition=read.condition,
        role=read.role,
        cell_type=list(read.cell_type),
        tissue=list(read.tissue),
        donor=read.donor,
        route=list(read.route),
    )
