"""The search's index (ADR 13) beside the site's own SQL: the same answers, made the other way.

Not among the usual rows: an index is for catalogues of tens of thousands.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from django.http import QueryDict
from django.test.utils import override_settings

from benchmarks.outcome import Outcome, at_least
from benchmarks.questions import questions
from benchmarks.rounds import interleaved
from trials.search import find
from trials.search.asked import ask
from trials.search.results import SearchResult

Find = Callable[..., SearchResult]
CLOSE = 1e-6  # km: a millimetre


def outcomes(size: int) -> list[Outcome]:
    """Two lines: the counts of all filters, and the whole answer with its page of studies."""
    with tempfile.TemporaryDirectory() as folder, override_settings(SEARCH_INDEX_FOLDER=folder):
        note = _made(Path(folder))
        asked = questions()
        for query in asked:
            assert_same(_asked(find.search, query), _by_sql(find.search, query), query)
        return [
            at_least(
                "index",
                size,
                f"{what}: our own SQL",
                interleaved(partial(_asked, way), partial(_by_sql, way), asked),
                least=None,
                note=note,
            )
            for what, way in (("counts", find.counted), ("the whole answer", find.search))
        ]


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
