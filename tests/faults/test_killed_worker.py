"""A worker killed at each stage of a sync: the next one takes it up, and nothing is different."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.faults.catalogue import catalogue
from tests.faults.midst import sync_in_its_midst
from tests.faults.running import Rows, Site, session
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn

FETCHING = {"at the version": 1, "at the first page": 2, "at the version after it": 3}
WRITING = ["snapshot", "study", "site", "reading", "edition"]
WAITS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""

# As when its machine dies: what the worker had asked for last is not done after its death.
ENDED = WAITS.replace("count(*)", "pg_terminate_backend(pid)")


@pytest.mark.parametrize("requests", FETCHING.values(), ids=FETCHING)
def test_killed_while_it_fetches(
    bare_site: Site, stand_in: StandIn, undisturbed: dict[str, Rows], requests: int
) -> None:
    sync_in_its_midst(bare_site, stand_in, at_request=requests)
    bare_site.kill("worker")
    stand_in.hurry()
    the_next_worker_takes_it_up(bare_site, undisturbed)


@pytest.mark.parametrize("table", WRITING)
def test_killed_while_it_writes(bare_site: Site, undisturbed: dict[str, Rows], table: str) -> None:
    """Another session holds a lock that the writing needs; the worker dies waiting for it."""
    with locked(bare_site, f"LOCK TABLE trials_{table} IN EXCLUSIVE MODE"):
        bare_site.start("worker")
        bare_site.ask("sync_studies")
        wait_until(lambda: bare_site.rows(WAITS) == [(1,)], f"the worker wants to write {table}")
        bare_site.kill("worker")
        assert bare_site.rows("SELECT count(*) FROM trials_study") == [(0,)]
    the_next_worker_takes_it_up(bare_site, undisturbed)


def test_killed_between_publishing_and_its_last_word(
    bare_site: Site, stand_in: StandIn, undisturbed: dict[str, Rows]
) -> None:
    sync_in_its_midst(bare_site, stand_in, at_request=3)
    with locked(bare_site, "SELECT FROM trials_syncrun FOR NO KEY UPDATE"):
        stand_in.hurry()
        wait_until(lambda: bare_site.rows(WAITS) == [(1,)], "the worker wants to note the end")
        assert catalogue(bare_site.database) == undisturbed
        bare_site.kill("worker")
        bare_site.rows(ENDED)
    the_next_worker_takes_it_up(bare_site, undisturbed)


def the_next_worker_takes_it_up(bare_site: Site, undisturbed: dict[str, Rows]) -> None:
    bare_site.start("worker")
    bare_site.wait_for_state("published")
    assert bare_site.states() == ["interrupted", "published"]
    assert catalogue(bare_site.database) == undisturbed


@contextmanager
def locked(bare_site: Site, sql: str) -> Iterator[None]:
    with session(bare_site.database) as cursor:
        cursor.execute(f"BEGIN; {sql}")
        yield
        cursor.execute("ROLLBACK")
