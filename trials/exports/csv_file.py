"""CSV (RFC 4180): UTF-8 with a byte order mark for Excel, CRLF, every cell quoted, streamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from trials.exports.cells import as_text, fitted, guarded, is_harmless
from trials.exports.column import Column, Value
from trials.exports.columns import value_of
from trials.exports.row import Row

NUMBERS = (int, float)
PART = 16 * 1024  # characters
MARK = "\ufeff"
CONTENT_TYPE = "text/csv; charset=utf-8"


def csv_bytes(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[bytes]:
    """The file, some rows at a time."""
    yield MARK.encode()
    buffer = io.StringIO(newline="")
    line = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow
    line([guarded(str(column.heading)) for column in columns])
    for cells in _cells(rows, columns):
        line(cells)
        if buffer.tell() > PART:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _cells(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[list[str]]:
    """What is of the study and not of a site is written once for all rows of the study."""
    of_site = [(place, column) for place, column in enumerate(columns) if column.of_site]
    facts, cells = None, [""] * len(columns)
    for row in rows:
        if row.facts is not facts:
            facts = row.facts
            cells = ["" if one.of_site else _cell(value_of(row, one)) for one in columns]
        for place, column in of_site:
            cells[place] = _cell(value_of(row, column))
        yield cells


def _cell(value: Value) -> str:
    """Numbers stay numbers, the minus of a longitude included; all else is guarded text."""
    if isinstance(value, str) and is_harmless(value):
        return value
    if isinstance(value, NUMBERS):
        return as_text(value)
    return fitted(guarded(as_text(value)))
