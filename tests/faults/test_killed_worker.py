"""A worker killed at each stage of a first sync: the next one takes it up, all is the same.

Later syncs, over data that is being read, and one killed once it has published, which is over
data too: test_killed_update.py.
"""

import pytest

from tests.faults.catalogue import catalogue
from tests.faults.midst import sync_in_its_midst
from tests.faults.running import Rows, Site
from tests.faults.stopping import exclusive, locked, wait_for_table
from tests.stand_in import StandIn

FETCHING = {"at the version": 1, "at the first page": 2, "at the version after it": 3}
WRITING = ["snapshot", "study", "site", "reading", "edition"]


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
    with locked(bare_site, exclusive(table)):
        bare_site.start("worker")
        bare_site.ask("sync_studies")
        wait_for_table(bare_site, table)
        bare_site.kill("worker")
        assert bare_site.rows("SELECT count(*) FROM trials_study") == [(0,)]
    the_next_worker_takes_it_up(bare_site, undisturbed)


def the_next_worker_takes_it_up(bare_site: Site, undisturbed: dict[str, Rows]) -> None:
    bare_site.start("worker")
    bare_site.wait_for_state("published")
    assert bare_site.states() == ["interrupted", "published"]
    assert catalogue(bare_site.database) == undisturbed
