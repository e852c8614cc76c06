"""The site with the search's index (ADR 13) beside its own SQL, and beside that of others.

Not among the usual rows: an index is for catalogues of tens of thousands.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from django.http import QueryDict
from django.test.utils import override_settings

from benchmarks import site
from benchmarks.outcome import Outcome, at_least
from benchmarks.peers.by_hand.app import search_page
from benchmarks.questions import questions
from benchmarks.rounds import interleaved
from benchmarks.rows import facets, near, page
from trials.search import find
from trials.search.asked import ask
from trials.search.results import SearchResult

Find = Callable[..., SearchResult]
CLOSE = 1e-6  # km: a millimetre


@dataclass(frozen=True, slots=True)
class Contest:
    """``same`` fails unless the answers to a question are the same; ``least``: times faster."""

    what: str
    ours: Callable[[str], Any]
    theirs: Callable[[str], Any]
    asked: list[str]
    same: Callable[[Any, Any, str], None]
    least: float | None = None


def outcomes(size: int) -> list[Outcome]:
    """The index beside our own SQL, then beside those that the site is set beside without it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(SEARCH_INDEX_FOLDER=folder),
        site.nothing_kept(),
    ):
        note = _made(Path(folder))
        return [_line(size, one, note) for one in _contests()]


def _contests() -> Iterator[Contest]:
    asked, around = questions(), near.questions()
    for what, way in (("counts", find.counted), ("the whole answer", find.search)):
        ours, by_sql = partial(_asked, way), partial(_by_sql, way)
        yield Contest(f"{what}: our own SQL", ours, by_sql, asked, assert_same)
    yield Contest("a page: page by hand", site.search_page, search_page, asked, page.assert_same)
    one_pass = (facets.ours, facets.one_pass)
    yield Contest(f"counts: {facets.TOGETHER}", *one_pass, asked, _assert_equal, 1.0)
    for what, theirs in near.OTHERS:
        yield Contest(f"nearest sites: {what}", near.ours, theirs, around, near.assert_same, 1.0)


def _line(size: int, one: Contest, note: str) -> Outcome:
    for query in one.asked:
        one.same(one.ours(query), one.theirs(query), query)
    timing = interleaved(one.ours, one.theirs, one.asked)
    return at_least("index", size, one.what, timing, least=one.least, note=note)


def _made(folder: Path) -> str:
    from trials.search.index.making import make_if_due  # noqa: PLC0415 needs NumPy

    began = perf_counter()
    assert make_if_due(folder, smallest=1)
    seconds = perf_counter() - began
    size = sum(file.stat().st_size for file in folder.rglob("*.npy"))
    return f"the index took {seconds:.1f} s to make and takes {size / 1e6:,.0f} MB"


def _asked(way: Find, query: str) -> SearchResult:
    wanted = ask(dict(QueryDict(query).lists()))
    return way(wanted.criteria, place=wanted.place)


def _by_sql(way: Find, query: str) -> SearchResult:
    with override_settings(SEARCH_INDEX_FOLDER=""):
        return _asked(way, query)


def assert_same(mine: SearchResult, theirs: SearchResult, query: str) -> None:
    """Equal studies in equal order, equal sites and counts; distances to a millimetre."""
    assert replace(mine, hits=()) == replace(theirs, hits=()), query
    for one, other in zip(mine.hits, theirs.hits, strict=True):
        assert (one.study.pk, one.nearest) == (other.study.pk, other.nearest), query
        assert abs((one.distance_km or 0) - (other.distance_km or 0)) < CLOSE, query


def _assert_equal(mine: object, theirs: object, query: str) -> None:
    assert mine == theirs, query
