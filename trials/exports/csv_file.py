"""CSV (RFC 4180): UTF-8 with a byte order mark for Excel, CRLF, every cell quoted, streamed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from trials.exports.cells import LONGEST, as_text, fitted, guarded, is_harmless
from trials.exports.column import Column, Kind, Value
from trials.exports.columns import value_of
from trials.exports.order import Order
from trials.exports.row import Row
from trials.exports.selection import rows_of
from trials.exports.stored_lines import stored_lines

NUMBERS = (int, float)
PART = 16 * 1024  # characters
MARK = "\ufeff"
END = "\r\n"
CONTENT_TYPE = "text/csv; charset=utf-8"
_CELLS = re.compile('"([^"]*(?:""[^"]*)*)"')  # csv.reader refuses cells above 128 KiB
_NUMBER = '"[^"]*"'
_HARMLESS = '"(?![^0-9A-Za-z"])[^"]*"'  # empty, or begins with a letter or figure; has no quote


def csv_of(order: Order) -> Iterator[bytes]:
    """The order's file, some rows at a time."""
    if not all(column.stored for column in order.columns):
        yield from csv_bytes(rows_of(order), order.columns)
        return
    yield _head(order.columns)
    yield from _safe_parts(stored_lines(order), order.columns)


def csv_bytes(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[bytes]:
    """The file, some rows at a time."""
    yield _head(columns)
    buffer = io.StringIO(newline="")
    line = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator=END).writerow
    for cells in _cells(rows, columns):
        line(cells)
        if buffer.tell() > PART:
            yield _taken(buffer)
    yield _taken(buffer)


def _head(columns: Sequence[Column]) -> bytes:
    return (MARK + _line([guarded(str(column.heading)) for column in columns]) + END).encode()


def _line(cells: Iterable[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _safe_parts(parts: Iterable[list[bytes]], columns: Sequence[Column]) -> Iterator[bytes]:
    """Lines from the database as lines of the file: their text guarded as that of ``_cell``.

    One look tells a line without any cell to guard; most are.
    """
    is_number = [column.kind is Kind.NUMBER for column in columns]
    harmless = harmless_line(is_number)
    for part in parts:
        lines = (line[:-1].decode() for line in part)
        yield "".join(
            line + END
            if harmless.fullmatch(line) and line.isprintable() and 2 * len(line) <= LONGEST
            else _guarded(line, is_number) + END
            for line in lines
        ).encode()


def harmless_line(is_number: Sequence[bool]) -> re.Pattern[str]:
    """What a line of these columns fully matches if no cell of it needs a guard."""
    return re.compile(",".join(_NUMBER if number else _HARMLESS for number in is_number))


def _guarded(line: str, is_number: Sequence[bool]) -> str:
    cells = (cell.replace('""', '"') for cell in _CELLS.findall(line))
    pairs = zip(cells, is_number, strict=True)
    return _line(cell if number else _cell(cell) for cell, number in pairs)


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
