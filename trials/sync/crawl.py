"""Fetching: every study of the registry's answer, each state of each record kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import connection

from trials.models import Snapshot
from trials.records import Problem
from trials.registry.client import Page, Registry
from trials.registry.digest import State
from trials.registry.errors import Unreadable
from trials.registry.query import Query
from trials.registry.translate import nct_id_of, unreadable
from trials.sync.copying import insert_rows
from trials.sync.damage import EMPTIED, fill_emptied
from trials.sync.garbage import seldom_collected

NCT_ID = re.compile(r"NCT\d{8}")
CRAWLS = 3
STORED = """
    SELECT digest, body = %(emptied)s FROM "trials_snapshot" WHERE digest = ANY(%(digests)s)"""
FIRST_TEST_ID = "NCT90000000"  # studies invented for tests; they never reach a page outside
Progress = Callable[[int, int | None], None]


@dataclass(slots=True)
class Crawl:
    """What one complete crawl brought: study id -> digest of its record's state.

    ``total_count`` is what the registry said it would send; ``set_aside`` holds the
    fatal problems, by the id they were found under ("" where there was none).
    """

    data_timestamp: datetime
    total_count: int | None = None
    digests: dict[str, str] = field(default_factory=dict)
    set_aside: list[Problem] = field(default_factory=list)

    @property
    def seen(self) -> set[str]:
        """Ids of all studies fetched, readable or not."""
        return set(self.digests) | {problem.nct_id for problem in self.set_aside if problem.nct_id}

    @property
    def lost_ids(self) -> int:
        """Number of records under no id of the registry's form: they may be studies we know."""
        return sum(1 for problem in self.set_aside if not NCT_ID.fullmatch(problem.nct_id))

    @property
    def nameless(self) -> int:
        """Number of records so broken that not even their id could be read."""
        return sum(1 for problem in self.set_aside if not problem.nct_id)


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
    return crawl


def _take(crawl: Crawl, page: Page, *, now: datetime) -> None:
    if page.total_count is not None:
        crawl.total_count = page.total_count
    fresh: list[tuple[str, State]] = []
    for study in page.studies:
        nct_id = nct_id_of(study) if isinstance(study, dict) else ""
        if not isinstance(study, dict) or not nct_id:
            crawl.set_aside.append(_nameless(study))
        elif nct_id >= FIRST_TEST_ID and not settings.ACCEPT_TEST_STUDIES:
            crawl.set_aside.append(Problem(nct_id, "nctId", "a test study", is_fatal=True))
        elif nct_id not in crawl.digests:
            state = State(study)
            crawl.digests[nct_id] = state.digest
            fresh.append((nct_id, state))
    _keep(crawl, fresh, now=now)


def _nameless(study: object) -> Problem:
    return Problem(
        "", "protocolSection.identificationModule.nctId", "no id", repr(study)[:200], is_fatal=True
    )


def _keep(crawl: Crawl, fresh: Sequence[tuple[str, State]], *, now: datetime) -> None:
    """Store the states not stored yet; set those aside that can't be read."""
    emptied = _known([crawl.digests[nct_id] for nct_id, _ in fresh])
    if any(emptied.values()):
        fill_emptied(state for _, state in fresh)
    unknown = [(nct_id, state) for nct_id, state in fresh if crawl.digests[nct_id] not in emptied]
    if unknown:  # nobody else writes any: one sync runs at a time
        insert_rows(Snapshot, _snapshots(crawl, unknown, now=now))


def _known(digests: list[str]) -> dict[str, bool]:
    """Which of these states are stored -> whether their body was emptied."""
    with connection.cursor() as cursor:
        cursor.execute(STORED, {"digests": digests, "emptied": EMPTIED})
        return dict(cursor.fetchall())


def _snapshots(
    crawl: Crawl, states: Iterable[tuple[str, State]], *, now: datetime
) -> Iterator[Snapshot]:
    """Of those that can be read; the others are set aside."""
    for nct_id, state in states:
        if problem := unreadable(state.payload):
            crawl.set_aside.append(problem)
            del crawl.digests[nct_id]
        else:
            yield _snapshot(nct_id, state, now=now)


def _snapshot(nct_id: str, state: State, *, now: datetime) -> Snapshot:
    return Snapshot(
        digest=state.digest,
        news_digest=state.news_digest,
        nct_id=nct_id,
        body=state.body,
        received_at=now,
    )
