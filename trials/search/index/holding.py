"""The rows that hold words, phrases by their positions, as PostgreSQL finds them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import numpy as np

from trials.search.index.columns import Array, Words, ranges
from trials.search.index.lexemes import All, Any, Lexeme, NotKnown, Phrase, Query

POSITION = 0x3FFF  # without the weight
_BITS = 16  # of a key that are the position; the others are the row
Ends: TypeAlias = tuple[Array, int]
"""Where a phrase ends, as keys in order, and how many positions before that it begins."""


def rows_holding(query: Query | None, words: Words, number: int) -> Array:
    """The rows, in order, of ``number`` that match the query; none for the empty one."""
    among = np.full(number, query is not None)
    return np.flatnonzero(_match(query, words, among) if query else among)


def _match(query: Query, words: Words, among: Array) -> Array:
    """Which of the rows ``among`` match: no part looks at rows that others have decided."""
    if isinstance(query, All):
        for part in _simplest_first(query.parts):
            among = _match(part, words, among)
        return among
    if isinstance(query, Any):
        found = np.zeros_like(among)
        for part in _simplest_first(query.parts):
            found |= _match(part, words, among & ~found)
        return found
    for lexeme in _lexemes(query):
        among = _with_lexeme(lexeme, words, among)
    if isinstance(query, Phrase):
        ends, _width = _ends(query, words, among)
        return _marked(ends >> _BITS, among)
    return among


def _simplest_first(parts: Iterable[Query]) -> list[Query]:
    return sorted(parts, key=lambda part: not isinstance(part, Lexeme))


def _lexemes(query: Query) -> Iterator[bytes]:
    if isinstance(query, Lexeme):
        yield query.text
    elif isinstance(query, Phrase):
        yield from _lexemes(query.left)
        yield from _lexemes(query.right)
    else:
        raise NotKnown("alternatives within a phrase")


def _with_lexeme(lexeme: bytes, words: Words, among: Array) -> Array:
    number = number_of(lexeme, words)
    if number is None:
        return np.zeros_like(among)
    return among & _marked(words.row[words.first[number] : words.first[number + 1]], among)


def _marked(rows: Array, like: Array) -> Array:
    found = np.zeros_like(like)
    found[rows] = True
    return found


def _ends(query: Query, words: Words, among: Array) -> Ends:
    """As TS_phrase_execute (PostgreSQL, tsvector_op.c) finds them."""
    if not isinstance(query, Phrase):
        return _keys(next(_lexemes(query)), words, among), 0
    left, left_width = _ends(query.left, words, among)
    right, right_width = _ends(query.right, words, among)
    moved = left + (query.distance + right_width)
    found = np.intersect1d(moved, right, assume_unique=True)
    return found, query.distance + left_width + right_width


def _keys(lexeme: bytes, words: Words, among: Array) -> Array:
    """Row and position of each time that the lexeme stands in one of the rows ``among``."""
    number = number_of(lexeme, words)
    if number is None:
        return np.zeros(0, np.int64)
    first, last = words.first[number], words.first[number + 1]
    row, times = words.row[first:last], words.times[first:last]
    placed = words.placed[number] + np.cumsum(times, dtype=np.int64) - times
    kept = np.flatnonzero(among[row])
    rows: Array = np.repeat(row[kept].astype(np.int64), times[kept])
    return (rows << _BITS) | (words.position[ranges(placed[kept], times[kept])] & POSITION)


def number_of(lexeme: bytes, words: Words) -> int | None:
    """The lexeme's number; None for one that no study holds."""

    def text(number: int) -> bytes:
        return bytes(words.letters[words.spelt[number] : words.spelt[number + 1]])

    known = len(words.spelt) - 1
    number = bisect_left(range(known), lexeme, key=text)
    return number if number < known and text(number) == lexeme else None
