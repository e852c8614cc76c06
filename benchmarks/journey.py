"""The way of a reader through the site: home, search, a study, its questions, compare, map."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.questions import questions
from trials.models import Study
from trials.reading.scope import Scope

SEARCH = "/trials/"


def searches() -> list[str]:
    """Addresses of searches, of every kind; none twice."""
    return [f"{SEARCH}?{query}" if query else SEARCH for query in questions()]


def journey() -> list[str]:
    """One address after the other; every reader searches for something else."""
    ids = _ids()
    return [
        address
        for number, search in enumerate(searches())
        for address in _steps(search, ids[number % len(ids)], ids[(number + 1) % len(ids)])
    ]


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
    found = list(shown.values_list("nct_id", flat=True))
    return found[:: max(1, len(found) // 40)][:40]
