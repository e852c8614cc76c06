"""The client against the stand-in, over real HTTP: every fault told apart, none hidden."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from time import monotonic

import pytest

from tests.records import studies
from tests.records.odd_records import with_alias
from tests.stand_in import Fault, StandIn
from trials.registry.client import Registry
from trials.registry.connection import WORDS_KEPT, Connection, Manners
from trials.registry.errors import Refused, RegistryError, Unreachable, Unreadable
from trials.registry.query import Query
from trials.registry.translate import nct_id_of

HURRIED = Manners(pace=0, backoff=0.01, tries_again=2, read_timeout=2, longest_wait=1)


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn(studies(45)) as running:
        yield running


@pytest.fixture
def registry(stand_in: StandIn) -> Registry:
    return Registry(Connection(stand_in.base_url, "python-requests (tests)", HURRIED), page_size=10)


def crawled(registry: Registry, query: Query | None = None) -> list[str]:
    pages = list(registry.crawl(query or Query()))
    last = max(page.attempt for page in pages)
    return [
        nct_id_of(study)
        for page in pages
        if page.attempt == last
        for study in page.studies
        if isinstance(study, dict)
    ]


def test_a_crawl_brings_every_study_once(stand_in: StandIn, registry: Registry) -> None:
    found = crawled(registry)
    assert len(found) == len(set(found)) == 45
    assert {request.status for request in stand_in.requests} == {200}


def test_only_the_first_page_says_how_many_there_are(registry: Registry) -> None:
    totals = [page.total_count for page in registry.crawl(Query())]
    assert totals[0] == 45
    assert set(totals[1:]) == {None}


def test_a_version_that_cannot_be_read_is_told_in_short(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes into the log and onto a public page; an answer may have 64 MB."""
    body = {"dataTimestamp": "x" * 1_000_000, "other": ["y" * 1_000_000] * 99}
    monkeypatch.setattr(Connection, "get", lambda *_: body)
    with pytest.raises(Unreadable, match="version could not be read") as told:
        registry.version()
    assert len(str(told.value)) < 300


def test_the_version_is_utc(registry: Registry) -> None:
    assert registry.version().data_timestamp.tzinfo is UTC


def test_it_says_who_it_is(stand_in: StandIn, registry: Registry) -> None:
    registry.version()
    assert stand_in.requests[-1].headers["User-Agent"] == "python-requests (tests)"


def test_changed_since_is_a_question_that_the_registry_understands(
    stand_in: StandIn, registry: Registry
) -> None:
    crawled(registry, Query(changed_since=date(2026, 10, 1)))
    asked = stand_in.requests[-1].params["filter.advanced"]
    assert "AREA[LastUpdatePostDate]RANGE[2026-10-01,MAX]" in asked


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.TOO_MANY, Fault.DROPPED])
def test_a_passing_fault_is_tried_again(
    stand_in: StandIn, registry: Registry, fault: Fault
) -> None:
    stand_in.faults.add(fault, times=1)
    assert len(crawled(registry)) == 45


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.BLOCKED, Refused),
        (Fault.TOO_MANY, Refused),
        (Fault.SERVER_ERROR, Unreachable),
        (Fault.UNAVAILABLE, Unreachable),
        (Fault.DROPPED, Unreachable),
        (Fault.CUT_OFF, RegistryError),
        (Fault.HTML, Unreadable),
        (Fault.TRUNCATED, Unreadable),
        (Fault.TOO_LONG, Unreadable),
    ],
)
def test_a_lasting_fault_is_named(
    stand_in: StandIn, registry: Registry, fault: Fault, error: type[RegistryError]
) -> None:
    stand_in.faults.add(fault, times=None)
    with pytest.raises(error):
        crawled(registry)


@contextmanager
def little_memory() -> Iterator[None]:
    """Of 80 MB that come, or are made of 80 kB, only a few are ever held."""
    tracemalloc.start()
    try:
        yield
        most_held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most_held < 12_000_000


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_an_answer_that_goes_on_is_left(stand_in: StandIn, registry: Registry, coding: str) -> None:
    registry.connection._session.headers["Accept-Encoding"] = coding
    registry.connection.manners = replace(HURRIED, longest_answer=2_000_000)
    assert len(crawled(registry)) == 45
    stand_in.faults.add(Fault.TOO_LONG)
    with little_memory(), pytest.raises(Unreadable, match=r"longer than 2 MB.*next run"):
        crawled(registry)
    assert len(crawled(registry)) == 45


def test_a_refusal_that_goes_on_is_one(stand_in: StandIn, registry: Registry) -> None:
    stand_in.faults.add(Fault.TOO_LONG)
    with little_memory(), pytest.raises(Refused, match="unknown parameter") as refused:
        registry.connection.get("/studies", {"filter.phase": "PHASE1"})
    assert len(refused.value.words) <= WORDS_KEPT


def test_a_redirect_is_followed_whatever_stands_in_it(
    stand_in: StandIn, registry: Registry
) -> None:
    stand_in.records = [with_alias()]
    stand_in.faults.add(Fault.TOO_LONG)
    with little_memory():
        assert registry.study("NCT90000921") == with_alias()
    assert [request.status for request in stand_in.requests] == [301, 200]


def test_retries_are_bounded(stand_in: StandIn, registry: Registry) -> None:
    stand_in.faults.add(Fault.SERVER_ERROR, times=None)
    with pytest.raises(Unreachable, match="after all tries"):
        registry.version()
    assert len(stand_in.requests) == 1 + HURRIED.tries_again


def test_being_blocked_is_not_tried_again_and_says_what_to_do(
    stand_in: StandIn, registry: Registry
) -> None:
    stand_in.faults.add(Fault.BLOCKED, times=None)
    with pytest.raises(Refused, match="CTGOV_USER_AGENT") as refused:
        registry.version()
    assert refused.value.status == 403
    assert len(stand_in.requests) == 1


def test_a_fault_in_the_request_carries_the_registrys_own_words(
    stand_in: StandIn, registry: Registry
) -> None:
    with pytest.raises(Refused, match="unknown parameter"):
        registry.connection.get("/studies", {"filter.phase": "PHASE1"})
    assert len(stand_in.requests) == 1


def test_a_silent_registry_is_unreachable(stand_in: StandIn) -> None:
    stand_in.slow_seconds = 30
    stand_in.faults.add(Fault.SLOW, times=None)
    manners = Manners(pace=0, backoff=0.01, tries_again=0, read_timeout=0.2)
    with pytest.raises(Unreachable, match="CTGOV_BASE_URL"):
        Registry(Connection(stand_in.base_url, "", manners)).version()
    stand_in.hurry()


@pytest.mark.parametrize("coding", ["gzip", "identity"])
@pytest.mark.parametrize("parameters", [{}, {"filter.phase": "PHASE1"}], ids=["answer", "refusal"])
def test_an_answer_in_drops_is_left_in_time(
    stand_in: StandIn, registry: Registry, parameters: dict[str, str], coding: str
) -> None:
    registry.connection._session.headers["Accept-Encoding"] = coding
    registry.connection.manners = replace(HURRIED, longest_reading=0.5)
    stand_in.slow_seconds = 60
    stand_in.faults.add(Fault.DRIPPING)
    began = monotonic()
    with pytest.raises(Unreachable, match=r"in drops.*next run"):
        registry.connection.get("/studies", parameters)
    assert monotonic() - began < 10
    assert len(crawled(registry)) == 45


def test_drops_that_come_in_time_are_an_answer(stand_in: StandIn, registry: Registry) -> None:
    stand_in.slow_seconds = 0.2
    stand_in.faults.add(Fault.DRIPPING, times=2)
    assert len(crawled(registry)) == 45


def test_nobody_there_is_unreachable() -> None:
    manners = Manners(pace=0, backoff=0, tries_again=0, connect_timeout=1)
    with pytest.raises(Unreachable):
        Registry(Connection("http://127.0.0.1:9", "", manners)).version()


def test_a_dead_token_begins_the_crawl_again_once(stand_in: StandIn, registry: Registry) -> None:
    stand_in.faults.add(Fault.TOKEN_DIES, times=1, after=2)
    found = crawled(registry)
    assert len(found) == len(set(found)) == 45
    assert {page.attempt for page in registry.crawl(Query())} == {1}


def test_a_token_that_always_dies_is_given_up(stand_in: StandIn, registry: Registry) -> None:
    stand_in.faults.add(Fault.TOKEN_DIES, times=None)
    with pytest.raises(RegistryError):
        crawled(registry)


def test_one_study_by_its_id_and_none_for_an_unknown_one(registry: Registry) -> None:
    known = crawled(registry)[0]
    found = registry.study(known)
    assert found is not None
    assert nct_id_of(found) == known
    assert registry.study("NCT99999999") is None


def test_the_pace_is_kept(stand_in: StandIn) -> None:
    connection = Connection(stand_in.base_url, "", Manners(pace=0.2, backoff=0))
    began = monotonic()
    for _ in range(3):
        connection.get("/version", {})
    assert monotonic() - began >= 0.4


def test_a_time_stamp_reads_as_the_registry_writes_it(
    stand_in: StandIn, registry: Registry
) -> None:
    stand_in.data_timestamp = "2026-10-02T09:00:04"
    assert registry.version().data_timestamp == datetime(2026, 10, 2, 9, 0, 4, tzinfo=UTC)
