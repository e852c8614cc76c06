"""A page that the reader has, or that the site has kept, beside its first rendering."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache
from unittest import mock

import jinja2
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection, connections
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from benchmarks.journey import journey
from benchmarks.outcome import Outcome
from benchmarks.rounds import Timing, interleaved
from benchmarks.site import nothing_kept

MOST, FEW = 40, 8  # pages
SMALLEST = 100  # studies; below, the bench itself is being tried
Marks = dict[str, str]
Write = Callable[[bytes], object]
Rule = Callable[[], AbstractContextManager[None]]


def outcomes(size: int) -> list[Outcome]:
    """Two lines; what the issue promises is asserted before anything is timed."""
    asked = _pages(MOST if size >= SMALLEST else FEW)
    marks = _kept(asked)
    _assert_from_copies(asked, marks, _without_queries, _without_templates)
    _assert_from_copies(asked, marks, _without_database)
    had = interleaved(lambda page: _get(page, marks[page]), _first, asked)
    kept = interleaved(_get, _first, asked)
    promised = "no query, no template, no database (asserted)"
    return [
        _outcome(size, "304 to a reader who has the page: its first rendering", had, promised),
        _outcome(size, "a kept page: its first rendering", kept, promised),
    ]


def _outcome(size: int, what: str, timing: Timing, goal: str) -> Outcome:
    turned = timing.turned
    numbers = (timing.ours_ms, timing.theirs_ms, turned.ratio, turned.low, turned.high)
    return Outcome("again", size, what, *numbers, goal, met=True, note="theirs/ours")


def _pages(most: int) -> list[str]:
    """Pages of the journey that are kept: no word typed, nothing asked for that isn't there."""
    asked = list(dict.fromkeys(journey()))[: 2 * most]
    public = [page for page in asked if "?q=" not in page and "ETag" in _first(page)[1]]
    if len(public) < len(asked) / 3:
        raise AssertionError(f"only {len(public)} of {len(asked)} pages have a mark")
    return public[:most]


def _kept(asked: Sequence[str]) -> Marks:
    """The mark of each page, once its copy is there and equals the page as it is made anew."""
    marks = {}
    for page in asked:
        _get(page)
        status, headers, copy = _get(page)
        _status, fresh, made = _first(page)
        if status != "200 OK" or _unpacked(headers, copy) != _unpacked(fresh, made):
            raise AssertionError(f"{page}: {status}; its copy is not the page")
        marks[page] = headers["ETag"]
    return marks


def _unpacked(headers: dict[str, str], body: bytes) -> bytes:
    return gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body


def _first(page: str) -> tuple[str, dict[str, str], bytes]:
    """The page as it is made where nothing is kept."""
    with nothing_kept():
        return _get(page)


def _get(page: str, mark: str = "") -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body, as a browser is answered that has the page with this mark."""
    headers = {"Accept-Encoding": "gzip"} | ({"If-None-Match": mark} if mark else {})
    environ = RequestFactory(HTTP_HOST="localhost").get(page, headers=headers).environ
    told: list[tuple[str, dict[str, str]]] = []

    def start(status: str, lines: list[tuple[str, str]], _error: object = None) -> Write:
        told.append((status, dict(lines)))
        return lambda _part: None

    answer = _handler()(environ, start)
    body = b"".join(answer)
    answer.close()
    return (*told[0], body)


@cache
def _handler() -> WSGIHandler:
    return WSGIHandler()


def _assert_from_copies(asked: Sequence[str], marks: Marks, *rules: Rule) -> None:
    """Under these rules every page comes from its copy, and is not sent to who has it."""
    _get(asked[0])  # notes the edition, for a minute
    with ExitStack() as stack:
        for rule in rules:
            stack.enter_context(rule())
        for page in asked:
            had, kept = _get(page, marks[page])[0], _get(page)[0]
            if (had, kept) != ("304 Not Modified", "200 OK"):
                raise AssertionError(f"{page}: {had}, {kept}")


@contextmanager
def _without_queries() -> Iterator[None]:
    with CaptureQueriesContext(connection) as queries:
        yield
    if queries.captured_queries:
        raise AssertionError(f"a kept page asked the database: {queries.captured_queries[0]}")


@contextmanager
def _without_templates() -> Iterator[None]:
    refused = AssertionError("a kept page was rendered")
    with mock.patch.object(jinja2.Template, "render", side_effect=refused):
        yield


@contextmanager
def _without_database() -> Iterator[None]:
    """No connection is there, and none can be made."""
    connection.close()
    stopped = OperationalError("the bench stopped it")
    with mock.patch.object(connections["default"], "connect", side_effect=stopped):
        yield
