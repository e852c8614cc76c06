"""A crawl whose pages are in memory, as bytes, and a database to store it in that is undone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from django.db import connection, transaction

from benchmarks.catalogue import TABLES, records
from trials.registry.client import PAGE_SIZE, Page, Registry, RegistryVersion
from trials.registry.connection import Connection
from trials.registry.huge_numbers import json_of
from trials.registry.query import Query

NOW = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
MOST = 20_000  # studies; more would not fit in memory, and a ratio needs no more


@dataclass(frozen=True, slots=True)
class Crawled(Registry):
    """A registry whose pages are parsed as those that come by HTTP are."""

    pages: Sequence[bytes] = ()

    def version(self) -> RegistryVersion:
        return RegistryVersion("2.0.5", NOW)

    def crawl(self, _query: Query) -> Iterator[Page]:
        for number, page in enumerate(self.pages):
            body = json_of(page)
            found = Page(1, tuple(body["studies"]), None if number else body["totalCount"])
            del body
            yield found
            del found


def bodies(size: int) -> list[bytes]:
    """Each record of the catalogue's studies as bytes, ``MOST`` of them at most."""
    return [json.dumps(record).encode() for record in islice(records(size), MOST)]


def crawled(of: Sequence[bytes]) -> Crawled:
    """The same bytes, put together as the registry's pages."""
    head = b'{"totalCount":%d,"studies":[' % len(of)
    starts = range(0, len(of), PAGE_SIZE)
    pages = tuple(head + b",".join(of[start : start + PAGE_SIZE]) + b"]}" for start in starts)
    return Crawled(Connection("", ""), pages=pages)


@contextmanager
def undone() -> Iterator[None]:
    """All that is written meanwhile is rolled back: the bench's catalogue stays as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def empty() -> None:
    """No study, no record, nothing that hangs on them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {TABLES} CASCADE")


def check_keys() -> None:
    """What a commit does last: the foreign keys."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
