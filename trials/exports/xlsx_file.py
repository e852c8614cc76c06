"""An Excel workbook: the list, and a sheet that says what it is. Every text is text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from typing import IO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from trials.exports.about import About
from trials.exports.cells import as_text, clean, fitted
from trials.exports.column import Column, Value
from trials.exports.columns import values
from trials.exports.row import Row

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LAST_ROW = 1_048_575
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
AS_TEXT = "@"  # so that a cell stays text when somebody edits it


def xlsx_file(rows: Iterable[Row], columns: Sequence[Column], about: About) -> IO[bytes]:
    """The workbook in a temporary file, at its start; the caller closes it, and it is gone."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 the caller's to close
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        plain = book.add_format({"num_format": AS_TEXT, "valign": "top"})
        bold = book.add_format({"num_format": AS_TEXT, "bold": True, "valign": "top"})
        _list_sheet(book.add_worksheet("Studies"), rows, columns, plain, bold)
        _about_sheet(book.add_worksheet("About"), about, plain, bold)
    file.seek(0)
    return file


def _list_sheet(
    sheet: Worksheet, rows: Iterable[Row], columns: Sequence[Column], plain: Format, bold: Format
) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, str(column.heading), bold)
    for number, row in enumerate(rows, start=1):
        if number > LAST_ROW:
            raise TooManyRows
        for place, value in enumerate(values(row, columns)):
            _write(sheet, (number, place), value, plain)


def _write(sheet: Worksheet, place: tuple[int, int], value: Value, plain: Format) -> None:
    """An empty cell for what is not said; a number as a number; all else as text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(*place, value)
    elif text := as_text(value):
        sheet.write_string(*place, fitted(clean(text)), plain)


def _about_sheet(sheet: Worksheet, about: About, plain: Format, bold: Format) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    for number, (label, text) in enumerate(about.lines()):
        sheet.write_string(number, 0, label, bold)
        sheet.write_string(number, 1, fitted(clean(text)), plain)


class TooManyRows(Exception):
    """More rows than a sheet of Excel holds (1,048,576 with the header)."""
