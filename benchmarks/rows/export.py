"""A long CSV file beside COPY, and the memory that it takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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
OF_RECORD = "why_stopped"
MOST = 4
MOST_GROWTH = 32.0  # MB, whatever the number of rows
STATUS = Path("/proc/self/status")
FIGURES = ("site_latitude", "site_longitude")  # written differently: 35 and 35.0


def outcomes(size: int) -> list[Outcome]:
    """All rows that there are, one a site; once more with a column that the record alone has."""
    order = _ordered(*plain_export.COLUMNS)
    rows = _assert_equal(order)
    growth = _growth(order)
    if growth > MOST_GROWTH:
        raise AssertionError(f"memory grew by {growth:.1f} MB over {rows} rows")
    timing = _timing(order, rows, rounds=ROUNDS)
    what = f"CSV of {len(order.columns)} columns, one row: COPY TO STDOUT"
    stored = at_most("export", size, what, timing, most=MOST, note=_note(rows, growth))
    whole = _timing(_ordered(*plain_export.COLUMNS, OF_RECORD), rows, rounds=1)
    what = f"the same and {OF_RECORD}, which needs each whole record: COPY as above"
    return [stored, at_most("export", size, what, whole, most=None)]


def _ordered(*columns: str) -> Order:
    return read_order({"rows": ["site"], "kind": list(CHOICES["kind"]), "columns": columns})


def _timing(order: Order, rows: int, *, rounds: int) -> Timing:
    return by_turns(
        lambda: seconds(lambda: sum(map(len, _parts(order)))),
        lambda: seconds(lambda: plain_export.export(_Nowhere())),
        rounds=rounds,
        per=rows,
    )


def _note(rows: int, growth: float) -> str:
    return (
        f"{rows:,} rows; memory grew by {growth:.1f} MB at most while they were sent. Postgres "
        "writes the lines of both; ours go through Python, which keeps each cell from running as "
        "a formula, and stand in the search's order"
    )


def _parts(order: Order) -> Iterator[bytes]:
    return iter(file_of(order, Format.CSV, Edition.current(), now=NOW).parts)


def _assert_equal(order: Order) -> int:
    """The same rows on both sides, save how a whole number of degrees is written."""
    file = io.BytesIO()
    plain_export.export(file)
    theirs = csv.reader(io.StringIO(file.getvalue().decode(), newline=""))
    ours = csv.reader(io.StringIO(b"".join(_parts(order)).decode("utf-8-sig"), newline=""))
    next(ours)
    places = [place for place, one in enumerate(order.columns) if one.name not in FIGURES]
    names = [column.name for column in order.columns]
    asked = [plain_export.COLUMNS.index(names[place]) for place in places]
    mine = sorted([row[place] for place in places] for row in ours)
    others = sorted([row[place] for place in asked] for row in theirs)
    if mine != others:
        differing = next(pair for pair in zip(mine, others, strict=False) if pair[0] != pair[1])
        raise AssertionError(f"the exports differ: {differing}")
    return len(mine)


def _growth(order: Order) -> float:
    """By how many MB this process grows at most while it makes the file and keeps nothing."""
    before = _resident()
    return max(_resident() - before for _part in _parts(order))


def _resident() -> float:
    """MB that this process has in memory now; 0 where the system doesn't say."""
    if not STATUS.exists():
        return 0.0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


class _Nowhere(io.BytesIO):
    """Takes bytes and keeps none."""

    def write(self, data: Any) -> int:
        return len(data)
