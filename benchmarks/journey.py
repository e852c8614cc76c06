"""The way of a reader through the site: home, search, a study, its questions, compare, map."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.questions import new_questions, questions
from trials.models import Study
from trials.reading.scope import Scope

SEARCH = "/trials/"


def searches() -> list[str]:
    """Addresses of searches, of every kind; none twice."""
    return [_address(query) for query in questions()]


def journey() -> list[str]:
    """One address after the other; every reader searches for something else."""
    ids = _ids()
    return [
        address
        for number, search in enumerate(searches())
        for address in _steps(search, ids[number % len(ids)], ids[(number + 1) % len(ids)])
    ]


def new_searches() -> list[str]:
    """At least 150 searches, no two of them the same."""
    return [_address(query) for query in new_questions()]


def new_journey() -> list[str]:
    """The same way for readers of whom no two share a search or a study: only home and map."""
    listed = Study.objects.still_listed().order_by("nct_id").values_list("nct_id", flat=True)
    found = new_searches()
    ids = _spread(list(listed), len(found) + 1)
    pairs = pairwise([*ids, ids[0]] if len(ids) <= len(found) else ids)
    return [
        address
        for search, (one, other) in zip(found, pairs, strict=False)
        for address in _steps(search, one, other)
    ]


def _address(query: str) -> str:
    return f"{SEARCH}?{query}" if query else SEARCH


def _steps(search: str, one: str, other: str) -> Iterator[str]:
    yield "/"
    yield search
    yield f"{SEARCH}{one}/"
    yield f"{SEARCH}{one}/questions/"
    yield f"/compare/?id={one}&id={other}" if one != other else f"/compare/?id={one}"
    yield f"{SEARCH}map/"


def _ids() -> list[str]:
    """Studies that readers find, from all over the catalogue."""
    shown = Study.objects.still_listed().filter(scope=Scope.LISTED).order_by("nct_id")
    return _spread(list(shown.values_list("nct_id", flat=True)), 40)


def _spread(found: list[str], most: int) -> list[str]:
    return found[:: max(1, len(found) // most)][:most]
