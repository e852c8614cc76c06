"""Redis stopped, emptied, slow or silent: pages answer, and what was asked for isn't lost."""

import time
from collections.abc import Iterator

import pytest

from tests.faults.changes import the_next_day
from tests.faults.midst import sync_in_its_midst
from tests.faults.proxy import Proxy, proxied
from tests.faults.running import Site
from tests.faults.servers import Server, own_valkey
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.tests import temporary_folder
from trialfinder.launch.valkey import Valkey

PAGES = ("/", "/trials/", "/trials/?phase=PHASE2", "/about/data/", "/status/", "/saved/")
SOON = 8.0  # seconds in which somebody still waits for a page, on a busy machine


@pytest.fixture
def way(site: Site, redis: Server[Valkey]) -> Iterator[Proxy]:
    """The site's way to its Redis."""
    with proxied(redis.url) as (url, proxy):
        site.redis = url
        yield proxy


def test_pages_answer_while_redis_is_stopped(site: Site, redis: Server[Valkey]) -> None:
    site.start("web")
    assert every_page_answers(site)
    redis.stop()
    assert every_page_answers(site)
    redis.start()
    assert every_page_answers(site)


def test_a_redis_with_one_database_keeps_no_page_and_that_is_said_once(
    site: Site,
) -> None:
    with temporary_folder() as folder, own_valkey(folder, databases="1") as small:
        site.redis = small.url
        site.start("web")
        assert every_page_answers(site)
        assert every_page_answers(site)
        assert "pages: NOT WELL: answers, but refuses" in site.get("/health/running").text
        assert site.log("web").count("No page is kept") == 1
        assert "was not kept" not in site.log("web")


@pytest.mark.parametrize("how", ["slow", "silent", "refusing"])
def test_pages_answer_soon_while_redis_is(site: Site, way: Proxy, how: str) -> None:
    site.start("web")
    assert every_page_answers(site)
    spoil(way, how)
    assert every_page_answers(site)
    way.delay = 0
    way.pass_on()
    assert every_page_answers(site)


@pytest.mark.parametrize("command", ["sync_studies", "reread"])
@pytest.mark.parametrize("how", ["silent", "refusing"])
def test_what_nobody_could_be_asked_for_is_told_of_soon(
    site: Site, way: Proxy, how: str, command: str
) -> None:
    spoil(way, how)
    began = time.monotonic()
    done = site.manage(command, "--background")
    assert done.returncode == 1
    assert "could not be asked" in done.stderr
    assert "Traceback" not in done.stderr
    assert time.monotonic() - began < 30


def test_a_sync_goes_on_without_redis(site: Site, redis: Server[Valkey], stand_in: StandIn) -> None:
    the_next_day(stand_in)
    sync_in_its_midst(site, stand_in, at_request=2)
    redis.crash()
    stand_in.hurry()
    wait_until(lambda: site.states() == ["published", "published"], "the sync is published")


def test_the_worker_comes_back_to_an_emptied_redis(
    site: Site, redis: Server[Valkey], stand_in: StandIn
) -> None:
    worker = site.start("worker")
    # While it holds a task, it would end and be started again: docs/operations.md.
    wait_until(lambda: site.log("worker").count("succeeded in") == 2, "its first two tasks")
    redis.crash()
    wait_until(lambda: "Trying again" in site.log("worker"), "the worker misses Redis")
    redis.start()
    site.ask("sync_studies")
    wait_until(lambda: site.states() == ["published", "published"], "the sync asked for after it")
    assert worker.process.poll() is None


def test_a_due_sync_that_redis_forgot_is_asked_for_again(
    site: Site, redis: Server[Valkey], stand_in: StandIn
) -> None:
    """Asked for while no worker was there, then forgotten: the worker that starts looks itself."""
    site.rows("UPDATE trials_syncrun SET started_at = '2026-01-01' RETURNING id")
    site.ask("sync_studies")
    redis.crash()
    redis.start()
    site.start("worker")
    wait_until(lambda: site.states() == ["published", "published"], "the sync that was due")


def spoil(way: Proxy, how: str) -> None:
    if how == "slow":
        way.delay = 5.0
    elif how == "silent":
        way.swallow()
    else:
        way.refuse()


def every_page_answers(site: Site) -> bool:
    for path in PAGES:
        assert site.get(path, seconds=SOON).status == 200, path
    return True
