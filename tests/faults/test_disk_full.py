"""No room left where the database keeps its data: a clear word, the old data, and a way back."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.changes import NEW_TITLE, the_next_day
from tests.faults.conftest import NewSite
from tests.faults.preparing import make_tables, sync
from tests.faults.running import Site
from tests.faults.servers import Server, own_postgres
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.tests import temporary_folder

ROOM = "size=160m,mode=711"
TITLES = "SELECT count(*) FROM trials_study WHERE brief_title = '{}'"


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of its own, small enough to be filled; only root can make one."""
    with temporary_folder() as folder:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", folder],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode != 0:
            pytest.skip(f"a small disk can't be made here: {made.stderr.strip()}")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def small_postgres(small_disk: Path, servers_folder: Path) -> Iterator[Server[Postgres]]:
    with own_postgres(small_disk) as server:
        make_tables(server.url, servers_folder)
        sync(server.url, servers_folder)
        # A new piece of the write-ahead log, whole on the disk: only the tables lack room. It is
        # made when the first word is written to it.
        server.program.ask("SELECT pg_switch_wal()")
        server.program.ask("SELECT pg_logical_emit_message(true, 'test', 'begins')")
        yield server


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Not a byte is left on the disk while this lasts."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * (os.statvfs(disk).f_bsize))
    try:
        yield
    finally:
        ballast.unlink()


def test_a_full_disk_costs_no_data_and_once_there_is_room_the_sync_is_done(
    small_disk: Path, small_postgres: Server[Postgres], new_site: NewSite, stand_in: StandIn
) -> None:
    site = new_site(small_postgres.url)
    many_changes(stand_in)
    site.start("web")
    worker = site.start("worker")
    with filled(small_disk):
        site.ask("sync_studies")
        wait_until(lambda: "Retry in" in site.log("worker"), "the task is put off")
        assert "published" not in site.states()[1:]
        assert site.rows(TITLES.format(NEW_TITLE)) == [(0,)]
        for path in ("/", "/trials/", "/status/"):
            assert site.get(path).status == 200, path
        says_so(site)
    wait_until(lambda: site.states()[-1] == "published", "the sync, now that there is room")
    assert site.rows(TITLES.format(NEW_TITLE)) == [(1,)]
    assert worker.process.poll() is None


def says_so(site: Site) -> None:
    """In the run's message where it could be written down, and in the worker's log anyway."""
    assert "No space left on device" in site.log("worker")
    messages = [message for (message,) in site.rows("SELECT message FROM trials_syncrun")]
    is_noted = any("its disk is full" in message for message in messages)
    assert is_noted or "running" in site.states()


def many_changes(stand_in: StandIn) -> None:
    """So much news that it can't find room between the old rows."""
    the_next_day(stand_in)
    records = stand_in.records
    for record in records:
        description = record["protocolSection"].setdefault("descriptionModule", {})
        description["detailedDescription"] = " ".join(f"word{number}" for number in range(3000))
    stand_in.records = records
