"""The WSGI application: one function, and a connection for each thread, as the site has."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from threading import local
from typing import Any

import psycopg2  # type: ignore[import-untyped]

from benchmarks.peers.by_hand import statements
from benchmarks.peers.by_hand.asking import Asked, parameters
from benchmarks.peers.by_hand.asking import asked as asked_of
from benchmarks.peers.by_hand.cards import card
from benchmarks.peers.by_hand.page import Found, address, page
from trials.models.planning import PLANNING

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], object]


_of_thread = local()


def connected() -> Any:
    """This thread's psycopg2 connection to DATABASE_URL, with the settings of the site's own."""
    if not hasattr(_of_thread, "connection"):
        connection = psycopg2.connect(os.environ["DATABASE_URL"])
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(PLANNING)
        _of_thread.connection = connection
    return _of_thread.connection


def application(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """The search page of the query; there is no other page."""
    body = search_page(environ.get("QUERY_STRING", "")).encode()
    start_response(
        "200 OK",
        [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))],
    )
    return [body]


def search_page(query: str, connection: Any = None) -> str:
    """The page as text."""
    asked = asked_of(query)
    with (connection or connected()).cursor() as cursor:
        rows = found_rows(cursor, asked)
        cards = _cards(cursor, hits_of(rows), asked)
        cursor.execute(statements.LEFT_OUT)
        left_out = dict(cursor.fetchall())
        cursor.execute(statements.EDITION)
        (timestamp,) = cursor.fetchone()
    return page(asked, Found(_total(rows), _counts(rows), cards, left_out, timestamp))


def found_rows(cursor: Any, asked: Asked, *, counts_only: bool = False) -> list[Any]:
    """The rows of the one statement; the place, if any, is looked up first."""
    place = _place(cursor, asked["near"])
    asked["point"] = (place["latitude"], place["longitude"]) if place else None
    words, values = parameters(asked, place)
    built = statements.Page(asked, words, asked["point"], values.get("km"))
    cursor.execute(built.counts_sql() if counts_only else built.sql(), values)
    return list(cursor.fetchall())


def counts_of(cursor: Any, asked: Asked) -> dict[str, Counter[str]]:
    """Filter -> value -> studies, and nothing else."""
    return _counts(found_rows(cursor, asked, counts_only=True))


def hits_of(rows: list[Any]) -> list[Any]:
    """The rows of the page's studies, in their order."""
    return sorted((row for row in rows if row[0] == "hit"), key=lambda row: row[2])


def _place(cursor: Any, slug: str) -> dict[str, Any] | None:
    if not slug:
        return None
    cursor.execute(statements.PLACE, [slug])
    names = [column.name for column in cursor.description]
    return dict(zip(names, cursor.fetchone(), strict=True))


def _total(rows: list[Any]) -> int:
    return int(next(row[2] for row in rows if row[0] == "total"))


def _counts(rows: list[Any]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for what, values, number, _distance in rows:
        if what not in ("hit", "total"):
            for value in values:
                if value is not None:
                    counts[what][value] += number
    return counts


def _cards(cursor: Any, hits: list[Any], asked: dict[str, Any]) -> list[str]:
    keys = [int(row[1][0]) for row in hits]
    studies, sites = rows_of_hits(cursor, keys)
    back = address(asked)
    return [
        card(number, studies[key], sites[key], distance, asked, back=back)
        for key, (_hit, _key, number, distance) in zip(keys, hits, strict=True)
    ]


def rows_of_hits(
    cursor: Any, keys: list[int]
) -> tuple[dict[int, dict[str, Any]], dict[int, list[dict[str, Any]]]]:
    """What the cards show: study key -> its row, and study key -> its sites."""
    studies = {row["id"]: row for row in _rows(cursor, statements.CARDS, keys)}
    sites: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(cursor, statements.SITES, keys):
        sites[row["study_id"]].append(row)
    return studies, sites


def _rows(cursor: Any, sql: str, keys: list[int]) -> list[dict[str, Any]]:
    cursor.execute(sql, [keys])
    names = [column.name for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
