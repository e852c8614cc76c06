"""The one list of columns: every file, the data dictionary and the API are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trials.exports.column import Column, Value
from trials.exports.reading_columns import GIVEN, LIMITS
from trials.exports.registry_columns import DESIGN, IDENTITY, WHERE, WHO
from trials.exports.row import Row
from trials.exports.site_columns import OURS, SITE
from trials.exports.status_columns import STATUS
from trials.models.study_record import DamagedRecord

DAMAGED = "(our copy of the record is damaged)"
COLUMNS: tuple[Column, ...] = (
    *IDENTITY[:3],
    STATUS[0],
    OURS[0],  # how old a starter study's status is stands beside it
    *STATUS[1:],
    *IDENTITY[3:],
    *DESIGN,
    *GIVEN,
    *WHO,
    *LIMITS,
    *WHERE,
    *SITE,
    *OURS[1:],
)
BY_NAME = {column.name: column for column in COLUMNS}
OF_STUDY = tuple(column for column in COLUMNS if not column.of_site)


class Rows(StrEnum):
    """What one row stands for."""

    STUDY = "study"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The columns that were asked for; ``unknown``: names that no column has."""

    columns: tuple[Column, ...]
    unknown: tuple[str, ...] = ()


def choose(names: Sequence[str], rows: Rows) -> Chosen:
    """The named columns in the list's order; the usual ones where none is named.

    The NCT number is always among them: without it a row can't be traced to its record.
    """
    there = [column for column in COLUMNS if rows is Rows.SITE or not column.of_site]
    unknown = tuple(dict.fromkeys(name for name in names if name not in BY_NAME))
    wanted = {name for name in names if name in BY_NAME}
    if not wanted:
        return Chosen(tuple(one for one in there if one.is_usual), unknown)
    wanted.add("nct_id")
    return Chosen(tuple(one for one in there if one.name in wanted), unknown)


def values(row: Row, columns: Sequence[Column]) -> list[Value]:
    """The row's values, as the source has them; each format makes them safe for its reader."""
    return [value_of(row, column) for column in columns]


def value_of(row: Row, column: Column) -> Value:
    """One cell; where the study's stored record is damaged, words that say so."""
    try:
        return column.value(row)
    except DamagedRecord:
        return DAMAGED
