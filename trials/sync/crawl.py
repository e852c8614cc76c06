"""Fetching: every study of the registry's answer, each state of each record kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import connection

from trials.models import Snapshot
from trials.records import NCT_ID, Problem
from trials.registry.client import Page, Registry
from trials.registry.digest import State
from trials.registry.errors import Unreadable
from trials.registry.query import Query
from trials.registry.translate import nct_id_of, unreadable
from trials.sync.copying import insert_rows
from trials.sync.damage import EMPTIED, fill_emptied
from trials.sync.garbage import seldom_collected
from trials.sync.set_aside import Refused, SetAside, keep, nameless

CRAWLS = 3
STORED = """
    SELECT digest, body = %(emptied)s FROM "trials_snapshot" WHERE digest = ANY(%(digests)s)"""
FIRST_TEST_ID = "NCT90000000"  # studies invented for tests; they never reach a page outside
Progress = Callable[[int, int | None], None]


@dataclass(slots=True)
class Crawl:
    """What one complete crawl brought: study id -> digest of its record's state.

    ``total_count`` is what the registry said it would send.
    """

    data_timestamp: datetime
    total_count: int | None = None
    digests: dict[str, str] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)

    @property
    def seen(self) -> set[str]:
        """Ids of all studies fetched, readable or not."""
        return set(self.digests) | {one.nct_id for one in self.set_aside if one.nct_id}

    @property
    def lost_ids(self) -> int:
        """Number of records under no id of the registry's form: they may be studies we know."""
        return sum(1 for one in self.set_aside if not NCT_ID.fullmatch(one.nct_id))

    @property
    def nameless(self) -> int:
        """Number of records so broken that not even their id could be read."""
        return sum(1 for one in self.set_aside if not one.nct_id)


@seldom_collected()
def fetch(registry: Registry, query: Query, *, now: datetime, progress: Progress) -> Crawl:
    """Crawl until the registry's data stood still meanwhile; raise RegistryError if it can't."""
    before = registry.version()
    for _ in range(CRAWLS):
        crawl = _crawl_once(registry, query, before.data_timestamp, now=now, progress=progress)
        after = registry.version()
        if after == before:
            return crawl
        before = after
    raise Unreadable(f"The registry's data moved during each of {CRAWLS} crawls; try later.")


def _crawl_once(
    registry: Registry, query: Query, stamp: datetime, *, now: datetime, progress: Progress
) -> Crawl:
    crawl, attempt = Crawl(stamp), 1
    for page in registry.crawl(query):
        if page.attempt != attempt:
            crawl, attempt = Crawl(stamp), page.attempt
        _take(crawl, page, now=now)
        progress(len(crawl.seen), crawl.total_count)
        del page  # its memory serves the next one
    return crawl


def _take(crawl: Crawl, page: Page, *, now: datetime) -> None:
    if page.total_count is not None:
        crawl.total_count = page.total_count
    fresh: list[tuple[str, State]] = []
    refused: list[Refused] = []
    for study in page.studies:
        nct_id = nct_id_of(study) if isinstance(study, dict) else ""
        if not isinstance(study, dict) or not nct_id:
            refused.append((nameless(study), study))
        elif nct_id >= FIRST_TEST_ID and _is_unwanted_test(nct_id):
            refused.append((Problem(nct_id, "nctId", "a test study", is_fatal=True), study))
        elif nct_id not in crawl.digests:
            state = State(study)
            crawl.digests[nct_id] = state.digest
            fresh.append((nct_id, state))
    refused += _keep(crawl, fresh, now=now)
    if refused:
        crawl.set_aside += keep(refused, now=now)


def _is_unwanted_test(nct_id: str) -> bool:
    return not settings.ACCEPT_TEST_STUDIES and NCT_ID.fullmatch(nct_id) is not None


def _keep(crawl: Crawl, fresh: Sequence[tuple[str, State]], *, now: datetime) -> list[Refused]:
    """Store the states not stored yet; those that can't be read come back."""
    emptied = _known([crawl.digests[nct_id] for nct_id, _ in fresh])
    if any(emptied.values()):
        fill_emptied(state for _, state in fresh)
    unknown = [(nct_id, state) for nct_id, state in fresh if crawl.digests[nct_id] not in emptied]
    refused: list[Refused] = []
    if unknown:  # nobody else writes any: one sync runs at a time
        insert_rows(Snapshot, _snapshots(crawl, unknown, refused, now=now))
    return refused


def _known(digests: list[str]) -> dict[str, bool]:
    """Which of these states are stored -> whether their body was emptied."""
    with connection.cursor() as cursor:
        cursor.execute(STORED, {"digests": digests, "emptied": EMPTIED})
        return dict(cursor.fetchall())


def _snapshots(
    crawl: Crawl, states: Iterable[tuple[str, State]], refused: list[Refused], *, now: datetime
) -> Iterator[Snapshot]:
    """Of those that can be read; the others go among the refused."""
    for nct_id, state in states:
        if problem := _why_unreadable(nct_id, state):
            refused.append((problem, state.payload))
            del crawl.digests[nct_id]
        else:
            yield _snapshot(nct_id, state, now=now)


def _why_unreadable(nct_id: str, state: State) -> Problem | None:
    try:
        return unreadable(state.payload)
    except RecursionError:
        return Problem(nct_id, "", "nested too deep to be read", is_fatal=True)


def _snapshot(nct_id: str, state: State, *, now: datetime) -> Snapshot:
    return Snapshot(
        digest=state.digest,
        news_digest=state.news_digest,
        nct_id=nct_id,
        body=state.body,
        received_at=now,
    )
