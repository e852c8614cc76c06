"""Readers while PostgreSQL or Redis is away: a page in time, which says what it is."""

import json
import time
from datetime import UTC, datetime

import pytest
import redis as redis_client

from tests.faults.running import Answer, Site
from tests.faults.servers import Server
from tests.faults.waiting import wait_until
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.valkey import Valkey

SEEN = (
    "/",
    "/trials/",
    "/trials/NCT90000001/",
    "/guide/what-is-als/",
    "/trials/map/",
    "/export/",
    "/status/",
)
OF_THE_API = (
    "/api/v1/version",
    "/api/v1/studies?status=COMPLETED",
    "/api/v1/studies/NCT90000002",
    "/api/v1/facets",
    "/api/v1/changes?since=2026-01-01",
    "/api/v1/places?q=Boston",
)
NEVER_SEEN = ("/trials/?status=COMPLETED", "/trials/NCT90000002/", "/fit/", "/saved/")
NEVER_COPIED = (
    "/trials/feed.atom",
    "/trials/NCT90000001/feed.atom",
    "/trials/NCT90000001/dates.ics",
    "/export/studies.csv",
)
IN_TIME = 2.0


@pytest.fixture
def web(site: Site) -> Site:
    """The site after a sync, with one web process that has shown some pages."""
    assert site.manage("sync_studies").returncode == 0
    site.start("web")
    for path in SEEN:
        assert in_time(site, path).status == 200, path
    return site


def in_time(site: Site, path: str, **headers: str) -> Answer:
    began = time.monotonic()
    answer = site.get(path, seconds=20, **headers)
    assert time.monotonic() - began < IN_TIME, path
    return answer


def is_copy(answer: Answer) -> bool:
    return "We made it on" in answer.text


def test_while_postgres_is_away(web: Site, postgres: Server[Postgres]) -> None:
    before = {path: web.get(path) for path in SEEN}
    in_time(web, "/trials/", **{"Accept-Encoding": "identity"})
    marks = {path: web.get(path).headers["etag"] for path in NEVER_COPIED}
    postgres.stop()

    for path in SEEN[:6]:  # what is known to be unchanged needs no database
        assert in_time(web, path).text == before[path].text, path
        known = in_time(web, path, **{"If-None-Match": before[path].headers["etag"]})
        assert (known.status, known.text) == (304, ""), path

    web.forget_the_edition()
    day = f"{datetime.now(UTC):%-d %B %Y}"
    for path in SEEN:
        answer = in_time(web, path, **{"If-None-Match": before[path].headers["etag"]})
        assert answer.status == 200, path
        assert is_copy(answer), path
        assert f"on {day} at" in answer.text, path
        assert answer.headers["cache-control"] == "private, no-store"
        assert "etag" not in answer.headers
    for path in NEVER_SEEN:
        answer = in_time(web, path)
        assert answer.status == 503, path
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["cache-control"] == "private, no-store"
        assert "reach our data right now" in answer.text
        assert "https://www.als.org" in answer.text
    for path, mark in marks.items():
        answer = in_time(web, path, **{"If-None-Match": mark})
        assert answer.status == 503, path
        assert int(answer.headers["retry-after"]) > 0
        assert "etag" not in answer.headers
    for path in OF_THE_API:
        check_problem(in_time(web, path), path)
    assert in_time(web, "/api/v1/openapi.json").status == 200
    assert in_time(web, "/api/v1/nothing").status == 404

    postgres.start()
    wait_until(lambda: not is_copy(web.get("/trials/")), "pages are made anew")
    assert web.get(NEVER_SEEN[0]).status == 200
    assert web.get(OF_THE_API[0]).status == 200


def check_problem(answer: Answer, path: str) -> None:
    assert answer.status == 503, path
    assert answer.headers["content-type"] == "application/problem+json", path
    assert int(answer.headers["retry-after"]) > 0, path
    assert answer.headers["cache-control"] == "private, no-store", path
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin", path
    assert json.loads(answer.text)["status"] == 503, path


def test_while_redis_is_away_slow_or_new(web: Site, redis: Server[Valkey]) -> None:
    before = web.get("/trials/")
    with redis_client.Redis.from_url(redis.url) as client:
        client.execute_command("CLIENT", "PAUSE", "4000", "ALL")
        for path in (*SEEN, NEVER_SEEN[0]):
            assert in_time(web, path).status == 200, path
    redis.stop()
    for path in (*SEEN, NEVER_SEEN[1]):
        answer = in_time(web, path)
        assert answer.status == 200, path
        assert not is_copy(answer), path
    assert in_time(web, "/trials/", **{"If-None-Match": before.headers["etag"]}).status == 304
    redis.start()
    assert in_time(web, "/trials/").text == before.text


def test_while_both_are_away(web: Site, postgres: Server[Postgres], redis: Server[Valkey]) -> None:
    redis.stop()
    postgres.stop()
    for path in (*SEEN, *NEVER_SEEN):
        answer = in_time(web, path)
        assert answer.status == 503, path
        assert "reach our data right now" in answer.text
    assert in_time(web, "/robots.txt").status == 200
    redis.start()
    postgres.start()
    wait_until(lambda: web.get("/trials/").status == 200, "pages are made anew")
