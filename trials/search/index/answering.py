"""A search, answered by the index; PostgreSQL says only which studies hold several words best."""

# The condition of words is text of our own; what somebody typed is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from functools import partial

import numpy as np
from django.db import connection

from trials.places import PlaceFound
from trials.search.answer import Answer
from trials.search.criteria import Criteria
from trials.search.index.columns import Array
from trials.search.index.counting import counts
from trials.search.index.lexemes import NotKnown
from trials.search.index.opened import asked
from trials.search.index.ordering import page_of
from trials.search.index.passing import Passing
from trials.search.index.ranking import ranks
from trials.search.results import Tally
from trials.search.text_query import tsquery


def answer(criteria: Criteria, place: PlaceFound | None, *, page_size: int) -> Answer | None:
    """See trials.search.indexed; None where there is no index of today's data."""
    if not (passing := _passing(criteria, place)):
        return None
    if not page_size:
        return Answer([], counts(passing))
    hits = page_of(passing, page_size, partial(_ranked, passing))
    return Answer(hits, counts(passing))


def tally(criteria: Criteria, place: PlaceFound | None) -> Tally | None:
    """See trials.search.indexed."""
    if not (passing := _passing(criteria, place)):
        return None
    sets, rows = passing.index.sets["is_trial"], passing.rows_passing()
    return Tally(len(rows), sets.counts(sets.code[rows]).get("true", 0))


def less(criteria: Criteria, place: PlaceFound | None) -> dict[str, int] | None:
    """See trials.search.indexed."""
    if not (passing := _passing(criteria, place)):
        return None
    return {name: int(np.count_nonzero(passing.passes(name))) for name in passing.filters}


def _passing(criteria: Criteria, place: PlaceFound | None) -> Passing | None:
    known = asked(criteria, place)
    try:
        return Passing(*known) if known else None
    except NotKnown:
        return None  # words in a form that only PostgreSQL understands


def _ranked(passing: Passing, rows: Array) -> Array:
    """ts_rank of these rows for the words."""
    index = passing.index
    if index.ranks_agree and (known := ranks(passing.words, index.words, rows)) is not None:
        return known
    return _by_postgresql(passing.question.criteria.q, index.studies.id[rows])


def _by_postgresql(q: str, ids: Array) -> Array:
    words, phrases = tsquery(q)
    sql = f"SELECT id, ts_rank(search_vector, {words}) FROM trials_study WHERE id = ANY(%s)"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*phrases, ids.tolist()])
        found = dict(cursor.fetchall())
    return np.array([found[key] for key in ids.tolist()])
