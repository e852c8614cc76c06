"""Two syncs at once: one crawls, the other is told, and the catalogue is written once."""

from tests.faults.midst import sync_in_its_midst
from tests.faults.running import Site
from tests.stand_in import StandIn

BEGUN = "SELECT count(*) FROM trials_syncrun WHERE id > 1"


def test_the_second_is_told_and_starts_nothing(site: Site, stand_in: StandIn) -> None:
    sync_in_its_midst(site, stand_in, at_request=2)
    site.ask("sync_studies")
    second = site.manage("sync_studies")
    assert second.returncode == 75
    assert "Another sync is running" in second.stderr
    assert site.rows(BEGUN) == [(1,)]
    stand_in.hurry()
    site.wait_for_state("published")
    assert "Traceback" not in site.log("worker")
