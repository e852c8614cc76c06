"""No room left on the other disks: of the logs, of beat's timetable, of an append-only broker."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from redis import Redis, ResponseError

from tests.faults.changes import the_next_day
from tests.faults.conftest import NewSite
from tests.faults.disks import filled, small_disk
from tests.faults.running import PYTHON, Site
from tests.faults.servers import Server, own_valkey
from tests.faults.test_disk_full import MAIL
from tests.faults.test_timetable_clock import MAILS, MISSED, Clocked, app, asked, running, turn
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.environment import PROJECT
from trialfinder.launch.services import stop_services
from trialfinder.launch.valkey import Valkey, free_port
from trialfinder.timetable import last_runs

__all__ = ["app"]
OURS = ("web", "worker", "beat")
PAGES = ("/", "/trials/?phase=PHASE2", "/status/", "/saved/", "/export/studies.csv")
TEN_MINUTES = timedelta(minutes=10)


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk("4m") as folder:
        yield folder


@pytest.fixture
def broker(disk: Path) -> Iterator[Server[Valkey]]:
    """Append-only, as `./run` and the reference deployment start it."""
    with own_valkey(disk, appendonly="yes") as server:
        yield server


def test_without_room_for_logs_all_goes_on_and_can_be_started_again(
    site: Site, disk: Path, stand_in: StandIn
) -> None:
    (site.folder / "logs").symlink_to(disk)
    for name in OURS:
        site.start(name)
    with filled(disk):
        for name in OURS:
            site.kill(name)
        no_more_fits(disk)
        forget_the_timetable(site)
        for name in OURS:
            site.begin(name)
        wait_until(lambda: bool(timetable(site)), "beat's first turn")
        the_next_day(stand_in)
        site.ask("sync_studies")
        wait_until(lambda: site.states() == ["published", "published"], "the worker's sync")
        wait_until(lambda: answers(site), "the web process")
        for path in PAGES:
            assert site.get(path).status == 200, path
        assert all(site.services[name].process.poll() is None for name in OURS)
    site.get("/guide/")
    assert "GET guide 200" in site.log("web"), "lines again, now that there is room"


def no_more_fits(disk: Path) -> None:
    """Into the last piece of each log, which the disk has given it already."""
    for log in disk.glob("*.log"):
        with log.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"\n")


def timetable(site: Site) -> list[Path]:
    """The files; which there are depends on the machine's dbm."""
    return list(site.folder.glob("celerybeat-schedule*"))


def forget_the_timetable(site: Site) -> None:
    for file in timetable(site):
        file.unlink()


def answers(site: Site) -> bool:
    with contextlib.suppress(OSError):
        return site.get("/robots.txt").status == 200
    return False


def test_beat_itself_runs_without_room_for_its_timetable(
    disk: Path, redis: Server[Valkey], tmp_path: Path
) -> None:
    (disk / "logs").symlink_to(tmp_path)
    site = Site("postgres:///not-asked", redis.url, "http://127.0.0.1:9/", disk)
    with filled(disk):
        beat = site.start("beat")
        try:
            wait_until(
                lambda: "The timetable was not written down" in site.log("beat"), "it says so"
            )
        finally:
            stop_services([beat])
    assert beat.process.returncode == 0, site.log("beat")


def test_a_timetable_that_can_not_be_written_down_asks_for_everything(
    app: Clocked, disk: Path
) -> None:
    with filled(disk), running(app, disk / "schedule") as beat:
        turn(beat)
        app.present += TEN_MINUTES
        turn(beat)
        assert asked(app) == [MISSED, MAILS]


def test_a_timetable_that_meets_a_full_disk_is_written_down_later(
    app: Clocked, disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running(app, disk / "schedule") as beat:
        turn(beat)
        with filled(disk):
            app.present += TEN_MINUTES
            turn(beat)
            beat.sync()
            assert "The timetable was not written down" in caplog.text
            assert asked(app) == [MISSED, MAILS]
    assert max(last_runs(disk / "schedule").values()) == app.present


def test_the_launcher_refuses_to_start_and_says_why(disk: Path) -> None:
    with filled(disk):
        done = subprocess.run(
            [PYTHON, "-m", "trialfinder.launch"],
            cwd=PROJECT,
            env={**os.environ, "STATE_DIR": str(disk / "state"), "PORT": str(free_port())},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert "No space is left on a disk" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broker_without_room_is_told_and_readers_notice_nothing(
    new_site: NewSite, synced_database: str, broker: Server[Valkey], disk: Path
) -> None:
    site = new_site(synced_database)
    site.redis, site.more = broker.url, MAIL
    site.start("web")
    worker = site.start("worker")
    with Redis.from_url(broker.url) as client:
        with filled(disk):
            wait_until(lambda: not takes(client), "the broker refuses")
            for path in PAGES:
                assert site.get(path).status == 200, path
            study = site.rows("SELECT nct_id FROM trials_study ORDER BY 1 LIMIT 1")[0][0]
            assert site.post("/saved/save/", nct_id=study).status == 303
            assert site.post("/follow/", email="reader@example.org", frequency="week").status == 303
            told = site.get("/health/running")
            assert told.status == 503
            assert "broker: NOT WELL: answers, but can't write to its disk" in told.text
            done = site.manage("sync_studies", "--background")
            assert (done.returncode, "MISCONF" in done.stderr) == (1, True)
            wait_until(lambda: worker.process.poll() is not None, "the worker gives up")
            again = site.begin("worker")  # as `./run` and Docker do
            wait_until(lambda: "Trying again in" in site.log("worker"), "it waits for the broker")
        wait_until(lambda: takes(client), "the broker, now that there is room")
    site.ask("sync_studies")
    wait_until(lambda: site.states() == ["published", "published"], "the sync asked for after it")
    assert again.process.poll() is None
    assert site.get("/health/running").status == 200


def takes(client: Redis) -> bool:
    try:
        return bool(client.set("of the test", "x" * 1000, ex=60))
    except ResponseError:
        return False
