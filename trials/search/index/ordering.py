"""The studies of one page, in the order of Statement's."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from trials.search.index.columns import Array
from trials.search.index.passing import Passing
from trials.search.statement import STATUS_ORDER

Hit = tuple[int, int, "float | None"]
Rank = Callable[[Array], Array]
"""How well these rows hold the words."""
_LAST = 99  # of statuses: after all that have a place in the order


def page_of(passing: Passing, page_size: int, rank: Rank) -> list[Hit]:
    """Key, number and distance of the page's studies.

    Only studies that what comes first in the order leaves on the page are ranked by their words.
    """
    start = (passing.question.criteria.page - 1) * page_size
    found = np.flatnonzero(passing.passes())
    if start >= len(found):
        return []
    end = min(start + page_size, len(found))
    status = _status_rank(passing, passing.rows[found])
    key = _first_key(passing, found, status)
    low, high = np.partition(key, (start, end - 1))[[start, end - 1]]
    before = int(np.count_nonzero(key < low))
    among = np.flatnonzero((key >= low) & (key <= high))
    order = _order(passing, found[among], status[among], key[among], rank)
    chosen = found[among[order[start - before : end - before]]]
    keys = passing.index.studies.id[passing.rows[chosen]]
    return [
        (int(one), number, None if passing.distance is None else float(passing.distance[at]))
        for number, (one, at) in enumerate(zip(keys, chosen, strict=True), start + 1)
    ]


def _status_rank(passing: Passing, rows: Array) -> Array:
    sets = passing.index.sets["status"]
    rank = {name: place for place, name in enumerate(STATUS_ORDER)}
    of_set = np.full(sets.number, _LAST)
    of_set[sets.owner] = [rank.get(sets.names[value], _LAST) for value in sets.value]
    return of_set[sets.code[rows]]


def _first_key(passing: Passing, found: Array, status: Array) -> Array:
    """What counts first in the order; the smallest comes first."""
    criteria = passing.question.criteria
    if criteria.sort == "updated":
        return -passing.index.studies.updated[passing.rows[found]].astype(np.int64)
    if criteria.sort in ("", "nearest") and passing.distance is not None:
        return passing.distance[found]
    return status


def _order(passing: Passing, found: Array, status: Array, key: Array, rank: Rank) -> Array:
    """Rows stand by date and NCT id as it is: what comes last in every order."""
    rows = passing.rows[found]
    if passing.question.lexemes is None:
        return np.lexsort((rows, status, key))
    return np.lexsort((rows, -rank(rows), status, key))
