"""The end: calm, one last sync, and what is not as it has to be then."""

from collections.abc import Callable

from tests.faults.catalogue import catalogue
from tests.faults.running import Site, named
from tests.faults.waiting import wait_until
from tests.soak.corrections_found import enter_the_same
from tests.soak.trouble import Trouble
from tests.stand_in import StandIn

STILL_RUNNING = "SELECT count(*) FROM trials_syncrun WHERE state = 'running'"
COMPARED = ("studies", "sites", "readings", "edition")


def calm_down(trouble: Trouble) -> None:
    """No more trouble; one more day, and the sync of it must be published."""
    site, stand_in = trouble.site, trouble.stand_in
    stand_in.faults.clear()
    stand_in.hurry()
    trouble.days.move_on_whole()
    stamp = stand_in.data_timestamp
    done = f"SELECT count(*) FROM trials_edition WHERE data_timestamp = '{stamp}Z'"  # noqa: S608
    site.ask("sync_studies")
    for sql, count, what in (
        (done, 1, "the last sync is published"),
        (STILL_RUNNING, 0, "no sync is running"),
    ):
        wait_until(kept(trouble, sql, count), what, seconds=300, log=lambda: site.log("worker"))


def kept(trouble: Trouble, sql: str, count: int) -> Callable[[], bool]:
    """Whether the database counts so; meanwhile the processes are kept running."""

    def is_so() -> bool:
        trouble.keep_running()
        return trouble.site.rows(sql) == [(count,)]

    return is_so


def differences(site: Site, stand_in: StandIn) -> list[str]:
    """Parts of the catalogue that are not as after one undisturbed sync of the same registry.

    The undisturbed site has the same corrections.
    """
    database = named(site.database, "expected")
    enter_the_same(site.database, database)
    undisturbed = Site(database, site.redis, stand_in.base_url, site.folder)
    done = undisturbed.manage("sync_studies")
    assert done.returncode == 0, done.stderr
    expected, found = catalogue(database), catalogue(site.database)
    return [name for name in COMPARED if expected[name] != found[name]]
