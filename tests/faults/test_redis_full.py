"""A Redis that is there and takes nothing more: its memory or its disk is full."""

from collections.abc import Iterator

import pytest
from redis import Redis

from tests.faults.changes import the_next_day
from tests.faults.running import Site
from tests.faults.servers import Server
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.valkey import Valkey

PAGES = ("/", "/trials/", "/trials/?phase=PHASE2", "/status/", "/saved/", "/api/v1/studies")
FILES = ("/export/studies.csv",)
ADDRESS = "reader@example.org"


@pytest.fixture
def full(site: Site, redis: Server[Valkey]) -> Iterator[Redis]:
    """It answers every write with an error of its own, as `noeviction` does."""
    site.more = {"EMAIL_URL": "smtp://127.0.0.1:1", "MAIL_FROM": "updates@example.org"}
    with Redis.from_url(redis.url) as client:
        yield client


def fill(client: Redis) -> None:
    client.config_set("maxmemory-policy", "noeviction")
    client.config_set("maxmemory", 1)


def make_room(client: Redis) -> None:
    client.config_set("maxmemory", 0)


def test_readers_notice_nothing(site: Site, full: Redis) -> None:
    site.start("web")
    fill(full)
    for path in (*PAGES, *FILES):
        assert site.get(path).status == 200, path
    study = site.rows("SELECT nct_id FROM trials_study ORDER BY 1 LIMIT 1")[0][0]
    assert site.post("/saved/save/", nct_id=study).status == 303
    assert site.post(f"/follow/{study}/", email=ADDRESS, frequency="week").status == 303
    assert site.rows("SELECT count(*) FROM trials_alert") == [(1,)]
    assert site.rows("SELECT count(*) FROM trials_savedstudy") == [(1,)]
    assert "Traceback" not in site.log("web")


def test_the_operator_is_told_soon(site: Site, full: Redis) -> None:
    fill(full)
    done = site.manage("sync_studies", "--background")
    assert done.returncode == 1
    assert "could not be asked" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_worker_goes_on_once_there_is_room(site: Site, full: Redis, stand_in: StandIn) -> None:
    the_next_day(stand_in)
    site.start("worker")
    fill(full)
    with pytest.raises(Exception, match="maxmemory"):
        site.ask("sync_studies")
    make_room(full)
    if site.services["worker"].process.poll() is not None:
        site.start("worker")  # as `./run` and Docker do
    site.ask("sync_studies")
    wait_until(
        lambda: site.states() == ["published", "published"],
        "the sync asked for after it",
        log=lambda: site.log("worker"),
    )
