"""What machines are told while servers are there, gone, and hung. Real servers, two processes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import psycopg2  # type: ignore[import-untyped]
import pytest
import redis

from tests.integration.operations.site import Answer, Site, frozen, stopped

HEALTH = ("/health/live", "/health/ready", "/health/running", "/health/data")
TELLING = re.compile(r"\d+\.\d+\.\d+|/tmp|socket|:\d{4,5}|password|python/|django", re.IGNORECASE)


def says(status: int, line: str, words: str) -> Callable[[Answer], bool]:
    def is_so(answer: Answer) -> bool:
        return answer.status == status and words in answer.lines.get(line, "")

    return is_so


def test_all_is_well_without_https_and_by_any_name(site: Site) -> None:
    assert site.get("/health/live", Host="10.0.0.7").status == 200
    answer = site.get("/health/ready", Host="10.0.0.7")
    assert answer.status == 200, answer.text
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.lines == {
        "ready": "all pages",
        "postgres": "answers",
        "tables": "those of this release",
        "broker": "answers",
        "pages": "answers",
    }


def test_other_pages_still_want_https_and_their_name(site: Site) -> None:
    assert site.get("/", Host="10.0.0.7").status == 400
    assert site.get("/health/unknown").status in (301, 400, 404)


def test_without_postgres_readers_are_still_sent_here_and_the_operator_is_told(site: Site) -> None:
    with stopped(site.postgres):
        site.until("/health/ready", says(200, "ready", "kept pages only"))
        site.until("/health/running", says(503, "postgres", "NOT WELL: does not answer"))
        site.until("/health/data", says(503, "postgres", "NOT WELL"))
        assert site.get("/health/live").status == 200
    site.until("/health/ready", says(200, "ready", "all pages"))


def test_a_postgres_that_hangs_is_given_up_within_seconds(site: Site) -> None:
    with frozen(site.postgres):
        began = time.monotonic()
        answer = site.get("/health/running")
        assert time.monotonic() - began < 8
        site.until("/health/running", says(503, "postgres", "NOT WELL"))
    assert answer.status in (200, 503)


def test_without_redis_pages_are_made_anew(site: Site) -> None:
    with stopped(site.redis):
        site.until("/health/ready", says(200, "ready", "each made anew"))
        site.until("/health/running", says(503, "broker", "NOT WELL: does not answer"))
    site.until("/health/ready", says(200, "ready", "all pages"))


def test_without_both_nobody_is_sent_here(site: Site) -> None:
    with (
        stopped(site.redis),
        stopped(site.postgres),
    ):
        site.until("/health/ready", says(503, "ready", "neither"))
        assert site.get("/health/live").status == 200


@pytest.fixture
def database(variables: dict[str, str]) -> psycopg2.extensions.connection:
    connection = psycopg2.connect(variables["DATABASE_URL"])
    connection.autocommit = True
    return connection


def test_a_release_before_its_tables_gets_no_readers(
    site: Site, database: psycopg2.extensions.connection
) -> None:
    with database.cursor() as cursor:
        cursor.execute(
            "DELETE FROM django_migrations WHERE app = 'trials' AND name = "
            "(SELECT max(name) FROM django_migrations WHERE app = 'trials') RETURNING name, applied"
        )
        name, applied = cursor.fetchone()
        try:
            answer = site.until("/health/ready", says(503, "ready", "needs its tables"))
            assert "manage.py prepare" in answer.lines["tables"]
        finally:
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES ('trials', %s, %s)",
                (name, applied),
            )
    site.until("/health/ready", says(200, "ready", "all pages"))


def test_an_empty_database_is_told_as_such(
    site: Site, database: psycopg2.extensions.connection
) -> None:
    with database.cursor() as cursor:
        cursor.execute("ALTER TABLE django_migrations RENAME TO elsewhere")
        try:
            site.until("/health/ready", says(503, "tables", "migrations are missing"))
        finally:
            cursor.execute("ALTER TABLE elsewhere RENAME TO django_migrations")
    site.until("/health/ready", says(200, "ready", "all pages"))


def test_worker_and_timetable_show_by_the_last_task(site: Site, variables: dict[str, str]) -> None:
    with redis.Redis.from_url(variables["REDIS_URL"]) as broker:
        broker.delete("trialfinder:tasks", "celery")
        site.until("/health/running", says(503, "worker", "no worker or no beat"))
        broker.rpush("celery", "a task")
        site.until("/health/running", says(503, "worker", "1 waiting; no worker"))
        broker.delete("celery")
        key = "trials.tasks.send_alert_mails|success"
        ended = {f"{key}|count": 3, f"{key}|seconds": 0.5, f"{key}|last": time.time() - 120}
        broker.hset("trialfinder:tasks", mapping=ended)
        site.until("/health/running", says(200, "worker", "ended 2 min ago, 0 waiting"))


@pytest.mark.parametrize("path", HEALTH)
def test_nothing_is_told_of_machines_and_versions(site: Site, path: str) -> None:
    answer = site.get(path)
    assert not TELLING.search(re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ", "", answer.text)), answer.text
    assert "set-cookie" not in answer.headers
    assert site.get(path + "/").status in (301, 404)
