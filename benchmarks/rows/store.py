"""Storing and indexing a crawl, reading it, and a crawl that brings nothing new."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from time import process_time

from django.db import connection

from benchmarks.crawled import NOW, Crawled, bodies, check_keys, crawled, empty, undone
from benchmarks.outcome import Outcome, at_least, at_most
from benchmarks.peers import hash_only, plain_copy
from benchmarks.rounds import Timing
from benchmarks.turns import by_turns, seconds
from trials.models import Change, Reading, Site, Snapshot, Study, SyncRun
from trials.reading.study_reading import StudyReading, read_study
from trials.records import StudyRecord
from trials.registry.query import Query
from trials.registry.translate import translate
from trials.sync.crawl import fetch
from trials.sync.publish import publish_records
from trials.sync.run import quiet, sync_studies

ROUNDS = 3
SAMPLE = 150  # records read by the rules; the stored readings are these, over and over
ENOUGH = 300  # studies in one turn: a smaller crawl is stored several times
SMALLEST = 100  # studies; below, the bench itself is being tried
LONG = 5_000  # studies, from which on a turn takes long
BUDGET_MS = 20.0  # 50 studies a second
MOST_STORED = 3
MOST_UNCHANGED = 1.5
OF_STORING = (
    "both parse and store the same bytes. Ours also makes the searched words and their index, the "
    "sites' positions, five further indexes, the readings' rows and the names of each state; "
    "theirs has two tables and their keys. Ours makes rows while Postgres stores those before "
    "them, which a second core speeds"
)
OF_NOTHING_NEW = (
    "the whole run with its gate against parsing the same pages and hashing each record; no row "
    "of studies, sites, readings or records was written (asserted)"
)

SAME_RECORDS = """
    SELECT count(*) FROM trials_snapshot JOIN plain_study USING (nct_id)
    WHERE trials_snapshot.body::jsonb = plain_study.body"""
OTHER_SITES = """
    WITH ours AS (
        SELECT nct_id, position, facility, city, state, zip, country,
               CASE WHEN NOT is_approximate THEN latitude END,
               CASE WHEN NOT is_approximate THEN longitude END
        FROM trials_site JOIN trials_study ON trials_study.id = study_id
    ), theirs AS (
        SELECT nct_id, position, coalesce(facility, ''), coalesce(city, ''), coalesce(state, ''),
               coalesce(zip, ''), coalesce(country, ''), latitude, longitude
        FROM plain_site
    )
    SELECT count(*) FROM (
        (TABLE ours EXCEPT TABLE theirs) UNION ALL (TABLE theirs EXCEPT TABLE ours)
    ) AS others"""
WRITTEN = "SELECT md5(string_agg(ctid::text || xmin::text, ',' ORDER BY ctid)) FROM {table}"


def outcomes(size: int) -> list[Outcome]:
    of = bodies(size)
    sample = [_record(body) for body in of[:SAMPLE]]
    reading = _reading(sample)
    with undone():
        plain_copy.make_tables()
        readings = [read_study(record) for record in sample]
        storing, registry = _storing(of, readings), crawled(of)
        unchanged = _unchanged(registry)
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE plain_study, plain_site")
    what = "storing and indexing a crawl, one study: json.loads + COPY into plain tables"
    nothing = "a crawl with nothing new, one study: hashes only"
    rules = "reading one record by the rules: 20 ms (50 studies a second on one core)"
    return [
        at_most("store", size, what, storing, most=MOST_STORED, note=OF_STORING),
        at_least("store", size, rules, reading, least=1),
        at_most("store", size, nothing, unchanged, most=MOST_UNCHANGED, note=OF_NOTHING_NEW),
    ]


def _record(body: bytes) -> StudyRecord:
    record, problems = translate(json.loads(body))
    if record is None:
        raise ValueError(f"an invented record can't be read: {problems}")
    return record


def _reading(sample: Sequence[StudyRecord]) -> Timing:
    def read() -> float:
        began = process_time()  # of one core, however many others want it
        for record in sample:
            read_study(record)
        return process_time() - began

    return by_turns(read, lambda: BUDGET_MS / 1000 * len(sample), rounds=ROUNDS, per=len(sample))


def _storing(of: Sequence[bytes], readings: Sequence[StudyReading]) -> Timing:
    run = SyncRun.objects.create(kind="full", state="published", started_at=NOW)
    registry, times = crawled(of), _times(len(of))

    def read(record: StudyRecord) -> StudyReading:
        return readings[int(record.nct_id[3:]) % len(readings)]

    def store() -> None:
        crawl = fetch(registry, Query(), now=NOW, progress=quiet)
        publish_records(run, crawl.digests, now=NOW, read=read)
        check_keys()

    def ours() -> float:
        return sum(_after(empty, store) for _ in range(times))

    def theirs() -> float:
        return sum(
            _after(plain_copy.make_tables, lambda: plain_copy.store(of)) for _ in range(times)
        )

    ours(), theirs()
    _assert_equal(len(of))
    rounds = ROUNDS if len(of) < LONG else ROUNDS - 1  # the one before makes three
    return by_turns(ours, theirs, rounds=rounds, per=len(of) * times)


def _times(count: int) -> int:
    """How often a crawl of so many studies is stored in one turn."""
    return max(1, ENOUGH // count) if count >= SMALLEST else 1


def _after(ready: Callable[[], None], work: Callable[[], None]) -> float:
    ready()
    return seconds(work)


def _assert_equal(count: int) -> None:
    """Both hold the same records and the same sites."""
    with connection.cursor() as cursor:
        cursor.execute(SAME_RECORDS)
        same: int = cursor.fetchone()[0]
        cursor.execute(OTHER_SITES)
        others: int = cursor.fetchone()[0]
    if (same, others) != (count, 0):
        raise AssertionError(f"{same} of {count} records are the same, {others} sites are not")


def _unchanged(registry: Crawled) -> Timing:
    """A second crawl of the same pages, by the whole run."""
    count = Snapshot.objects.count()
    times = _times(count)

    def ours() -> None:
        for _ in range(times):
            run = sync_studies(registry, clock=lambda: NOW)
            if (run.state, run.unchanged) != (SyncRun.State.PUBLISHED, count):
                raise AssertionError(f"{run.unchanged} unchanged: {run.state} {run.message}")

    def theirs() -> None:
        for _ in range(times):
            known = set(Snapshot.objects.values_list("digest", flat=True))
            if hash_only.unknown(registry.pages, known):
                raise AssertionError("the plain hashes differ from the stored ones")

    before = _written()
    timing = by_turns(
        lambda: seconds(ours), lambda: seconds(theirs), rounds=ROUNDS, per=count * times
    )
    if _written() != before:
        raise AssertionError("a crawl with nothing new wrote rows")
    return timing


def _written() -> list[str]:
    """A name for all rows of each table and the transactions that wrote them."""
    names = []
    with connection.cursor() as cursor:
        for model in (Study, Site, Reading, Snapshot, Change):
            cursor.execute(WRITTEN.format(table=model._meta.db_table))
            names.append(str(cursor.fetchone()[0]))
    return names
