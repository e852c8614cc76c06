"""A worker killed in the midst of a later sync, over data that is being read."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from redis import Redis

from tests.faults.catalogue import catalogue
from tests.faults.changes import NEW_TITLE, NextDay, an_eventful_day
from tests.faults.conftest import copied
from tests.faults.midst import sync_in_its_midst
from tests.faults.preparing import NOWHERE
from tests.faults.running import Rows, Site, rows, session
from tests.faults.servers import Server
from tests.faults.stopping import ENDED, WAITS, exclusive, locked, wait_for_table
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.postgres import Postgres
from trialfinder.redis_address import next_database

CRAWLING = ("snapshot", "setasiderecord", "syncproblem")
PUBLISHING = ("study", "site", "reading", "change")
THIRD_PAGE, LAST_VERSION = 4, 6  # the requests: version, four pages, version
DELISTS = f"{WAITS} AND query LIKE 'UPDATE%delisted_at%'"
LISTS = ("/trials/", "/export/studies.json", "/trials/feed.atom")
PROBLEMS = """
    SELECT nct_id, field, reason, value, is_fatal FROM trials_syncproblem
    WHERE run_id = (SELECT max(id) FROM trials_syncrun) ORDER BY nct_id, field"""
SET_ASIDE = "SELECT digest, body FROM trials_setasiderecord ORDER BY digest"
COUNTS = """
    SELECT seen, new, changed, unchanged, delisted, set_aside, left_out
    FROM trials_syncrun ORDER BY id DESC LIMIT 1"""
KINDS = "SELECT kind, state FROM trials_syncrun ORDER BY id"
Written = dict[str, Rows]
Pages = dict[str, tuple[int, str]]


@pytest.fixture
def day(stand_in: StandIn) -> NextDay:
    """The registry is a day further, and sends ten records a page."""
    day = an_eventful_day()
    stand_in.largest_page = 10
    stand_in.refresh(day.records)
    return day


@pytest.fixture(scope="module")
def undisturbed_day(shared_postgres: Server[Postgres], servers_folder: Path) -> Written:
    """What a second sync writes that nothing happens to."""
    with copied(shared_postgres, "synced") as url, StandIn() as registry:
        registry.refresh(an_eventful_day().records)
        done = Site(url, NOWHERE, registry.base_url, servers_folder).manage("sync_studies")
        assert done.returncode == 0, done.stderr
        return written(url)


def test_a_day_has_all_that_a_sync_can_write(undisturbed_day: Written) -> None:
    (seen, new, changed, unchanged, delisted, set_aside, _left_out) = undisturbed_day["counts"][0]
    assert (seen, new, changed, delisted, set_aside) == (34, 1, 6, 1, 1)
    assert unchanged == seen - new - changed - set_aside
    assert {is_fatal for *_, is_fatal in undisturbed_day["problems"]} == {True, False}
    assert len(undisturbed_day["set aside"]) == set_aside
    assert {"brief_title", "listing"} <= {field for _, field, *_ in undisturbed_day["changes"]}


def test_killed_at_every_stage_in_turn(
    site: Site, stand_in: StandIn, day: NextDay, undisturbed_day: Written
) -> None:
    """Each worker takes up what the one before it died in, and dies a stage later."""
    site.start("web")
    before, pages = catalogue(site.database), read(site, day)
    for number, stage in enumerate(stages(site, stand_in, day), start=1):
        with stage:
            assert site.states() == ["published", *["interrupted"] * (number - 1), "running"]
            site.kill("worker")
            assert_still(before, catalogue(site.database))
            assert read(site, day) == pages
            site.rows(ENDED)
    the_next_worker_takes_it_up(site, undisturbed_day)
    assert site.states() == ["published", *["interrupted"] * number, "published"]
    assert_new(read(site, day), day)


def stages(site: Site, stand_in: StandIn, day: NextDay) -> Iterator[AbstractContextManager[None]]:
    """Each starts a worker and holds it at one point of its sync."""
    yield between_pages(site, stand_in)
    for table in (*CRAWLING, *PUBLISHING):
        yield at_table(site, table)
    yield at_problems_of_studies_kept(site)
    yield at_delisting(site, day.gone)
    yield at_table(site, "edition")


@contextmanager
def between_pages(site: Site, stand_in: StandIn) -> Iterator[None]:
    sync_in_its_midst(site, stand_in, at_request=THIRD_PAGE)
    yield
    stand_in.hurry()


@contextmanager
def at_table(site: Site, table: str) -> Iterator[None]:
    with locked(site, exclusive(table)):
        site.start("worker")
        wait_for_table(site, table)
        yield


@contextmanager
def at_problems_of_studies_kept(site: Site) -> Iterator[None]:
    """Those of records set aside are written long before, and may be."""
    with session(site.database) as earlier:
        earlier.execute(f"BEGIN; {exclusive('study')}")
        site.start("worker")
        wait_for_table(site, "study")
        with locked(site, exclusive("syncproblem")):
            earlier.execute("ROLLBACK")
            wait_for_table(site, "syncproblem")
            yield


@contextmanager
def at_delisting(site: Site, gone: str) -> Iterator[None]:
    with locked(site, f"SELECT FROM trials_study WHERE nct_id = '{gone}' FOR UPDATE"):
        site.start("worker")
        wait_until(lambda: site.rows(DELISTS) == [(1,)], "the worker wants to delist")
        yield


@pytest.mark.parametrize("table", ["snapshot", "change"])
def test_killed_in_a_light_check(
    site: Site, day: NextDay, undisturbed_day: Written, table: str
) -> None:
    """The next worker makes a full sync of it."""
    before = catalogue(site.database)
    with locked(site, exclusive(table)):
        site.start("worker")
        site.ask("check_for_changes")
        wait_for_table(site, table)
        site.kill("worker")
        assert_still(before, catalogue(site.database))
        site.rows(ENDED)
    the_next_worker_takes_it_up(site, undisturbed_day)
    assert site.rows(KINDS)[1:] == [("light", "interrupted"), ("full", "published")]


def test_killed_between_publishing_and_its_last_word_news_is_kept_once(
    site: Site, stand_in: StandIn, day: NextDay, undisturbed_day: Written
) -> None:
    sync_in_its_midst(site, stand_in, at_request=LAST_VERSION)
    with locked(site, "SELECT FROM trials_syncrun WHERE state = 'running' FOR NO KEY UPDATE"):
        stand_in.hurry()
        wait_until(lambda: site.rows(WAITS) == [(1,)], "the worker wants to note the end")
        assert_same(undisturbed_day, catalogue(site.database))
        site.kill("worker")
        site.rows(ENDED)
    site.start("worker")
    wait_until(lambda: site.states()[-1] == "published", "the next sync", log=lambda: said(site))
    assert site.states() == ["published", "interrupted", "published"]
    assert_same(undisturbed_day, catalogue(site.database))


def the_next_worker_takes_it_up(site: Site, undisturbed_day: Written) -> None:
    site.start("worker")
    wait_until(lambda: site.states()[-1] == "published", "the next sync", log=lambda: said(site))
    assert_same(undisturbed_day, written(site.database))


def said(site: Site) -> str:
    return site.log("worker")


def written(database: str) -> Written:
    """The catalogue, and what the last run told the operator."""
    told = {"problems": PROBLEMS, "set aside": SET_ASIDE, "counts": COUNTS}
    return catalogue(database) | {name: rows(database, sql) for name, sql in told.items()}


def assert_same(expected: Written, found: Written) -> None:
    for name, content in found.items():
        assert content == expected[name], name


def assert_still(before: Written, found: Written) -> None:
    """Unchanged, but for records as received, which may be there before anything shows them."""
    assert set(before["snapshots"]) <= set(found["snapshots"])
    assert_same(before, found | {"snapshots": before["snapshots"]})


def read(site: Site, day: NextDay) -> Pages:
    """Status and text of pages and files, each made anew from the database."""
    with Redis.from_url(next_database(site.redis)) as pages_kept:
        pages_kept.flushdb()
    answers = {path: site.get(path) for path in (*LISTS, *map(page_of, day.ids))}
    return {path: (answer.status, answer.text) for path, answer in answers.items()}


def page_of(nct_id: str) -> str:
    return f"/trials/{nct_id}/"


def assert_new(pages: Pages, day: NextDay) -> None:
    assert NEW_TITLE in pages[page_of(day.changed)][1]
    assert pages[page_of(day.new)][0] == 200
    assert "No longer listed" in pages[page_of(day.gone)][1]
    assert day.new in pages["/export/studies.json"][1]
