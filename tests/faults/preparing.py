"""Databases to begin with: with tables, and with one sync."""

from pathlib import Path

from tests.faults.running import Site, session
from tests.records import all_examples
from tests.stand_in import StandIn

NOWHERE = "redis://127.0.0.1:1/0"


def make_tables(url: str, folder: Path) -> None:
    """Tables, and the static files beside them; towns are of no matter here, and many."""
    made = Site(url, NOWHERE, "http://127.0.0.1:1", folder)
    for command in (["migrate", "-v0"], ["collectstatic", "--no-input", "-v0"]):
        done = made.manage(*command)
        assert done.returncode == 0, done.stderr
    with session(url) as cursor:
        cursor.execute(
            "INSERT INTO trials_gazetteer (edition, places, loaded_at) VALUES ('none', 0, now())"
        )


def sync(url: str, folder: Path) -> None:
    """A sync that nothing happens to."""
    with StandIn(all_examples()) as registry:
        done = Site(url, NOWHERE, registry.base_url, folder).manage("sync_studies")
        assert done.returncode == 0, done.stderr
