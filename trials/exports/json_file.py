"""JSON: the whole of every text, lists as lists, yes and no as true and false."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trials.exports.about import About
from trials.exports.column import Column, Value
from trials.exports.columns import values
from trials.exports.row import Row

CONTENT_TYPE = "application/json"


def json_bytes(rows: Iterable[Row], columns: Sequence[Column], about: About) -> Iterator[bytes]:
    """One object {"about", "columns", "rows"}, row by row."""
    head = {"about": _about(about), "columns": {one.name: str(one.heading) for one in columns}}
    yield _text(head)[:-1] + b', "rows": ['
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"\n") + _text(row_values(row, columns))
    yield b"\n]}\n"


def row_values(row: Row, columns: Sequence[Column]) -> dict[str, Value]:
    """Column name -> value; None for what the source does not say."""
    pairs = zip(columns, values(row, columns), strict=True)
    return {column.name: None if value == "" else value for column, value in pairs}


def _about(about: About) -> dict[str, Any]:
    return {
        "what": about.what,
        "data": about.data,
        "made_on": about.made_on.isoformat(),
        "address": about.search_address,
        "not_used": about.ignored,
        "terms": about.terms,
    }


def _text(value: object) -> bytes:
    return json.dumps(value).encode("ascii")
