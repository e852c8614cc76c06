"""Lines of a CSV file that Postgres writes by itself, where each column is stored as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import connection

from trials.exports.column import Column
from trials.exports.columns import Rows
from trials.exports.order import Order
from trials.exports.selection import keys_of

BATCH = 500  # studies; no more than their lines is ever held
SITES = "LEFT JOIN trials_site t ON t.study_id = s.id"


def stored_lines(order: Order) -> Iterator[list[bytes]]:
    """The order's rows as CSV lines, a batch of studies at a time; their text is not guarded.

    Every cell stands in quotes, a line ends with a line feed.
    """
    sql = _statement(order.columns, order.rows)
    for keys in keys_of(order, BATCH):
        taken = _Taken()
        with connection.cursor() as cursor, connection.wrap_database_errors:
            cursor.copy_expert(cursor.mogrify(sql, [keys]).decode(), taken)
        yield taken.lines


def _statement(columns: Sequence[Column], rows: Rows) -> str:
    """SQL of the columns' own, and one parameter: the studies' keys, in their order."""
    cells = ", ".join(f"coalesce(({column.stored})::text, '')" for column in columns)
    sites, by_site = (SITES, ", t.position") if rows is Rows.SITE else ("", "")
    return f"""
        COPY (
            SELECT {cells}
            FROM unnest(%s) WITH ORDINALITY AS asked(id, place)
            JOIN trials_study s ON s.id = asked.id
            LEFT JOIN trials_reading r ON r.study_id = s.id {sites}
            ORDER BY asked.place{by_site}
        ) TO STDOUT (FORMAT csv, FORCE_QUOTE *)"""  # noqa: S608 no value is put in but the keys


class _Taken:
    """A file as COPY wants one: it is handed one line at a time."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.write = self.lines.append
