"""A sync that is in its midst when something happens."""

from tests.faults.running import Site
from tests.stand_in import Fault, StandIn


def sync_in_its_midst(site: Site, stand_in: StandIn, *, at_request: int) -> None:
    """The worker syncs and waits for this answer of the registry, until `stand_in.hurry()`.

    1 is the version, 2 the first page; after the last page comes the version again. All records
    are on one page, unless the stand-in's `largest_page` says otherwise.
    """
    stand_in.slow_seconds = 60
    stand_in.faults.add(Fault.SLOW, times=1, after=at_request - 1)
    site.start("worker")
    site.ask("sync_studies")
    assert stand_in.wait_for_requests(at_request)
