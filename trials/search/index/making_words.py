"""From PostgreSQL's stored search vectors to the columns of words."""

# Only a condition of our own is put in here.
# ruff: noqa: S608

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from trials.search.conditions import LISTED
from trials.search.index.columns import Array, Words, ranges
from trials.search.index.making_sites import rows_of_ids
from trials.search.index.making_studies import rows_of, smallest

_SQL = f"""
    SELECT s.id, tsvectorsend(s.search_vector)
    FROM trials_study s JOIN trials_reading r ON r.study_id = s.id
    WHERE {LISTED}"""
_AT_ONCE = 2_000_000  # lexemes of studies whose positions are moved together


@dataclass(slots=True)
class _Read:
    """One entry for each lexeme of each study, as they come."""

    studies: array[int] = field(default_factory=lambda: array("q"))
    lexemes: array[int] = field(default_factory=lambda: array("i"))  # how many a study has
    lexeme: array[int] = field(default_factory=lambda: array("i"))
    times: array[int] = field(default_factory=lambda: array("H"))
    positions: bytearray = field(default_factory=bytearray)


def words(ids: Array) -> Words:
    """The words of all rows; ``ids``: those of the rows."""
    known: dict[bytes, int] = {}
    read = _Read()
    for key, vector in rows_of(_SQL):
        read.studies.append(key)
        before = len(read.lexeme)
        for lexeme, positions in lexemes_of(bytes(vector)):
            read.lexeme.append(known.setdefault(lexeme, len(known)))
            read.times.append(len(positions) // 2)
            read.positions += positions
        read.lexemes.append(len(read.lexeme) - before)
    return _in_order(read, sorted(known), known, ids)


def lexemes_of(vector: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Lexeme and positions (two bytes each) of PostgreSQL's binary form of a tsvector.

    Source: tsvectorsend, src/backend/utils/adt/tsvector.c: the number of lexemes (4 bytes); of
    each its text with a zero byte, the number of its positions (2 bytes), the positions, whose two
    highest bits are the weight.
    """
    at = 4
    for _ in range(int.from_bytes(vector[:4])):
        end = vector.index(0, at)
        after = end + 3 + 2 * int.from_bytes(vector[end + 1 : end + 3])
        yield vector[at:end], vector[end + 3 : after]
        at = after


def _in_order(read: _Read, ordered: list[bytes], known: dict[bytes, int], ids: Array) -> Words:
    """Entries are some two hundred times as many as studies: few copies of them are made."""
    number: Array = np.zeros(len(known), np.int32)
    number[[known[lexeme] for lexeme in ordered]] = np.arange(len(known))
    lexeme = number[np.frombuffer(read.lexeme, np.int32)]
    times = np.frombuffer(read.times, np.uint16)
    studies = rows_of_ids(ids, np.array(read.studies, np.int64)).astype(np.int32)
    row: Array = np.repeat(studies, read.lexemes)
    entries = np.bincount(lexeme, minlength=len(known))
    positions = np.bincount(lexeme, times, minlength=len(known)).astype(np.int64)
    order = np.lexsort((row, lexeme))
    del lexeme
    return Words(
        letters=np.frombuffer(b"".join(ordered), np.uint8),
        spelt=_ends([len(one) for one in ordered]),
        first=_ends(entries),
        row=row[order],
        times=smallest(times[order]),
        placed=_ends(positions),
        position=_moved(np.frombuffer(read.positions, ">u2"), times, order),
    )


def _ends(lengths: Array | list[int]) -> Array:
    """Where each of several things begins that follow one another, and where the last ends."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))


def _moved(positions: Array, times: Array, order: Array) -> Array:
    """The positions in the new order of the lexemes they belong to."""
    starts = np.cumsum(times, dtype=np.int64)
    starts -= times
    moved: Array = np.empty(len(positions), np.uint16)
    done = 0
    for part in range(0, len(order), _AT_ONCE):
        some = order[part : part + _AT_ONCE]
        found = positions[ranges(starts[some], times[some])]
        moved[done : done + len(found)] = found
        done += len(found)
    return moved
