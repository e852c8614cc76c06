"""A long CSV file beside COPY, and the memory that it takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from benchmarks.growth import Grown, grown
from benchmarks.outcome import Outcome, at_most
from benchmarks.peers import plain_export
from benchmarks.rounds import Timing
from benchmarks.turns import by_turns, seconds
from trials.exports.file import Format, file_of
from trials.exports.order import Order, read_order
from trials.models import Edition
from trials.search.criteria import CHOICES

NOW = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
ROUNDS = 3
MOST = 4
MOST_GROWTH = 32.0  # MB, whatever the number of rows
FIGURES = ("site_latitude", "site_longitude")  # written differently: 35 and 35.0
OF_USUAL = (
    "what who chooses no columns gets. COPY writes the 17 columns above; of ours, some are read "
    "from each study's record and its criteria when the file is made"
)


def outcomes(size: int) -> list[Outcome]:
    """All rows that there are, one a site; once more with the columns of who chooses none."""
    order = ordered(*plain_export.COLUMNS)
    rows = _assert_equal(order)
    growth = grown(plain_export.COLUMNS)
    if growth and growth.memory > MOST_GROWTH:
        raise AssertionError(f"memory grew by {growth.memory:.1f} MB over {rows} rows")
    timing = _timing(order, rows, rounds=ROUNDS)
    what = f"CSV of {len(order.columns)} columns, one row: COPY TO STDOUT"
    stored = at_most("export", size, what, timing, most=MOST, note=_note(rows, growth))
    usual = ordered()
    whole = _timing(usual, rows, rounds=1)
    what = f"the usual {len(usual.columns)} columns, many of the whole record: COPY as above"
    return [stored, at_most("export", size, what, whole, most=None, note=OF_USUAL)]


def ordered(*columns: str) -> Order:
    return read_order({"rows": ["site"], "kind": list(CHOICES["kind"]), "columns": columns})


def _timing(order: Order, rows: int, *, rounds: int) -> Timing:
    return by_turns(
        lambda: seconds(lambda: sum(map(len, parts(order)))),
        lambda: seconds(lambda: plain_export.export(_Nowhere())),
        rounds=rounds,
        per=rows,
    )


def _note(rows: int, growth: Grown | None) -> str:
    return (
        f"{rows:,} rows; {_in_words(growth)}. Postgres writes the lines of both; ours go through "
        "Python, which keeps each cell from running as a formula, and stand in the search's order"
    )


def _in_words(growth: Grown | None) -> str:
    if growth is None:
        return "this system doesn't tell how much memory that took"
    return (
        f"a fresh process grew by {growth.memory:.1f} MB at most while it made the "
        f"{growth.file:.1f} MB"
    )


def parts(order: Order) -> Iterator[bytes]:
    return iter(file_of(order, Format.CSV, Edition.current(), now=NOW).parts)


def _assert_equal(order: Order) -> int:
    """The same rows on both sides."""
    file = io.BytesIO()
    plain_export.export(file)
    theirs = csv.reader(io.StringIO(file.getvalue().decode(), newline=""))
    ours = csv.reader(io.StringIO(b"".join(parts(order)).decode("utf-8-sig"), newline=""))
    next(ours)
    names = [column.name for column in order.columns]
    asked = [plain_export.COLUMNS.index(name) for name in names]
    mine = sorted(_told(names, row) for row in ours)
    others = sorted(_told(names, [row[place] for place in asked]) for row in theirs)
    if mine != others:
        differing = next(pair for pair in zip(mine, others, strict=False) if pair[0] != pair[1])
        raise AssertionError(f"the exports differ: {differing}")
    return len(mine)


def _told(names: Sequence[str], row: Sequence[str]) -> list[str]:
    """A row whose figures are written in one way."""
    return [
        str(float(cell)) if cell and name in FIGURES else cell
        for name, cell in zip(names, row, strict=True)
    ]


class _Nowhere(io.BytesIO):
    """Takes bytes and keeps none."""

    def write(self, data: Any) -> int:
        return len(data)
