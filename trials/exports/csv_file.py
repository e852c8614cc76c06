"""CSV (RFC 4180): UTF-8 with a byte order mark for Excel, CRLF, every cell quoted, streamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from trials.exports.cells import as_text, fitted, guarded
from trials.exports.column import Column, Value
from trials.exports.columns import values
from trials.exports.row import Row

MARK = "\ufeff"
CONTENT_TYPE = "text/csv; charset=utf-8"


def csv_bytes(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[bytes]:
    """The file, row by row."""
    yield MARK.encode() + _line([guarded(str(column.heading)) for column in columns])
    for row in rows:
        yield _line([_cell(value) for value in values(row, columns)])


def _cell(value: Value) -> str:
    """Numbers stay numbers, the minus of a longitude included; all else is guarded text."""
    if isinstance(value, int | float):
        return as_text(value)
    return fitted(guarded(as_text(value)))


def _line(cells: Sequence[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode()
