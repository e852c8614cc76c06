"""Settings of kept pages that would cost something else, said when the site starts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from redis.connection import parse_url

AMONG_TASKS = checks.Warning(
    "PAGES_CACHE_URL and REDIS_URL are one database: to drop the kept pages (FLUSHDB) would "
    "throw away the waiting tasks too.",
    hint='Give PAGES_CACHE_URL another number or server, or "" to keep no pages.',
    id="trials.W002",
)


@checks.register()
def pages_are_apart_from_tasks(**_: Any) -> list[checks.CheckMessage]:
    """Also where one address leaves out a port or number that the other names."""
    pages = settings.PAGES_CACHE_URL
    return [AMONG_TASKS] if pages and place_of(pages) == place_of(settings.REDIS_URL) else []


def place_of(url: str) -> tuple[object, ...]:
    """Which database it is, whoever asks: user and password are left out."""
    named = parse_url(url)  # type: ignore[no-untyped-call]
    found = {"host": "localhost", "port": 6379, "path": "", "db": 0, **named}
    host = found["host"].replace("127.0.0.1", "localhost")
    return host, found["port"], found["path"], found["db"]
