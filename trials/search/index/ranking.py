"""ts_rank of PostgreSQL, for alternatives: how well studies hold any of some words.

Where all of several words have to be there, their distances count too; that is PostgreSQL's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from django.db import connection

from trials.search.index.columns import Array, Words
from trials.search.index.holding import number_of
from trials.search.index.lexemes import Any, Lexeme, Phrase, Query

# Of the letters D, C, B, A, which stand in a position's two highest bits.
_WEIGHTS = np.array([0.1, 0.2, 0.4, 1.0], np.float32)
_LIMIT = 1.64493406685  # of 1/1 + 1/4 + 1/9 ...; PostgreSQL's digits
_TRIED = 500  # studies and lexemes whose rank is compared with PostgreSQL's
_TRIED_LEXEMES = 40


def ranks(query: Query | None, words: Words, rows: Array) -> Array | None:
    """Of each row; None for a query that only PostgreSQL can rank.

    As calc_rank_or (PostgreSQL, src/backend/utils/adt/tsrank.c) works it out, in its own order
    and precision, so that equal ranks stay equal.
    """
    if not isinstance(query, Lexeme | Any):
        return None
    lexemes = sorted(set(_lexemes(query)))
    found: Array = np.zeros(len(rows), np.float32)
    for lexeme in lexemes:
        at, share = _shares(lexeme, words, rows)
        found[at] = (found[at] + share).astype(np.float32)
    return found / np.float32(len(lexemes))


def _lexemes(query: Query) -> Iterator[bytes]:
    if isinstance(query, Lexeme):
        yield query.text
    elif isinstance(query, Phrase):
        yield from (*_lexemes(query.left), *_lexemes(query.right))
    else:
        for part in query.parts:
            yield from _lexemes(part)


def _shares(lexeme: bytes, words: Words, rows: Array) -> tuple[Array, Array]:
    """Which of the rows hold the lexeme, and what it adds to their ranks (double precision)."""
    number = number_of(lexeme, words)
    if number is None:
        return np.zeros(0, np.int64), np.zeros(0)
    first, last = words.first[number], words.first[number + 1]
    holding, times = words.row[first:last], words.times[first:last]
    entry = np.minimum(np.searchsorted(holding, rows), len(holding) - 1)
    at = np.flatnonzero(holding[entry] == rows)
    placed = words.placed[number] + np.cumsum(times, dtype=np.int64) - times
    return at, _share(placed[entry[at]], times[entry[at]].astype(np.int64), words)


def _share(placed: Array, times: Array, words: Words) -> Array:
    """Each further time counts less; the heaviest counts as if it were the first."""
    total: Array = np.zeros(len(times), np.float32)
    heaviest: Array = np.full(len(times), -1, np.float32)
    square: Array = np.ones(len(times), np.float32)
    for turn in range(int(times.max(initial=0))):
        more = np.flatnonzero(times > turn)
        weight = _WEIGHTS[words.position[placed[more] + turn] >> 14]
        squared = np.float32((turn + 1) ** 2)
        total[more] += weight / squared
        heavier = weight > heaviest[more]
        heaviest[more[heavier]], square[more[heavier]] = weight[heavier], squared
    return (heaviest + total - heaviest / square).astype(np.float64) / _LIMIT


def agree_with_postgresql(words: Words, ids: Array) -> bool:
    """Whether ranks of some studies are PostgreSQL's own to the last bit, on this machine."""
    frequent = np.argsort(-np.diff(words.first), kind="stable")[:_TRIED_LEXEMES]
    lexemes = [bytes(words.letters[words.spelt[i] : words.spelt[i + 1]]) for i in frequent]
    rows = np.arange(min(_TRIED, len(ids)))
    mine = ranks(Any(tuple(Lexeme(lexeme) for lexeme in lexemes)), words, rows)
    sql = """
        SELECT id, ts_rank(search_vector, (
            SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery FROM unnest(%s) lexeme))
        FROM trials_study WHERE id = ANY(%s)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [[lexeme.decode() for lexeme in lexemes], ids[rows].tolist()])
        theirs = dict(cursor.fetchall())
    return mine is not None and all(
        np.float32(theirs[key]) == rank for key, rank in zip(ids[rows].tolist(), mine, strict=True)
    )
