"""No room left where the database keeps its data: a clear word, the old data, and a way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.changes import NEW_TITLE, the_next_day
from tests.faults.conftest import NewSite
from tests.faults.disks import filled, small_disk
from tests.faults.preparing import make_tables, sync
from tests.faults.running import Site
from tests.faults.servers import Server, own_postgres
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.postgres import Postgres

MAIL = {"EMAIL_URL": "smtp://127.0.0.1:1", "MAIL_FROM": "updates@example.org"}
KEPT = """
    SELECT (SELECT count(*) FROM trials_savedlist), (SELECT count(*) FROM trials_savedstudy),
           (SELECT count(*) FROM trials_alert), (SELECT count(*) FROM trials_alertmail)"""
TITLES = "SELECT count(*) FROM trials_study WHERE brief_title = '{}'"


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    with small_disk("160m") as folder:
        yield folder


@pytest.fixture(scope="module")
def cluster(disk: Path, servers_folder: Path) -> Iterator[Server[Postgres]]:
    with own_postgres(disk) as server:
        make_tables(server.url, servers_folder)
        sync(server.url, servers_folder)
        yield server


@pytest.fixture
def small_postgres(cluster: Server[Postgres]) -> Server[Postgres]:
    """With a new piece of the write-ahead log, whole on the disk: only the tables lack room. It
    is made when the first word is written to it.
    """
    cluster.program.ask("SELECT pg_switch_wal()")
    cluster.program.ask("SELECT pg_logical_emit_message(true, 'test', 'begins')")
    return cluster


def test_a_full_disk_costs_no_data_and_once_there_is_room_the_sync_is_done(
    disk: Path, small_postgres: Server[Postgres], new_site: NewSite, stand_in: StandIn
) -> None:
    site = new_site(small_postgres.url)
    many_changes(stand_in)
    site.start("web")
    worker = site.start("worker")
    with filled(disk):
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


def test_saving_and_subscribing_keep_nothing_or_all_and_say_so(
    disk: Path, small_postgres: Server[Postgres], new_site: NewSite
) -> None:
    site = new_site(small_postgres.url)
    site.more = MAIL
    site.start("web")
    study = site.rows("SELECT nct_id FROM trials_study ORDER BY 1 LIMIT 1")[0][0]
    mail = {"email": "reader@example.org", "frequency": "week"}
    forms = {"/saved/save/": {"nct_id": study}, f"/follow/{study}/": mail, "/follow/": mail}
    with filled(disk):
        for path, form in forms.items():
            answer = site.post(path, **form)
            assert answer.status == 503, path
            assert "it may not be kept" in answer.text, path
            assert "set-cookie" not in answer.headers, path
        assert site.rows(KEPT) == [(0, 0, 0, 0)]
        assert "No space left on device" in site.log("web")
        assert site.get(f"/follow/{study}/").status == site.get("/saved/").status == 200
    assert [site.post(path, **form).status for path, form in forms.items()] == [303] * len(forms)
    assert site.rows(KEPT)[0][:3] == (1, 1, 2)


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
