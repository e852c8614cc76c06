"""Which tables a backup holds, and what PostgreSQL knows about each."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.db import connection

from trials.models import Gazetteer, Place, PlaceName

# Left out: what is loaded again from a package, and what ends with a visit or is of one hour.
MADE_AGAIN = {each._meta.db_table for each in (Gazetteer, Place, PlaceName)}
PASSING = {"django_session"}
PASSING_APPS = ("axes",)
# Filled by Django itself in every database with tables.
BOOKKEEPING = {"django_content_type", "auth_permission"}
MIGRATIONS = "django_migrations"
COLUMNS = """
    SELECT column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER'
    ORDER BY ordinal_position"""
SEQUENCES = """
    SELECT column_name, pg_get_serial_sequence(quote_ident(table_name), column_name)
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = %s"""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``sequences``: column -> the last number that its sequence gave."""

    name: str
    columns: tuple[str, ...]
    sequences: dict[str, int]

    @property
    def copied(self) -> str:
        """For COPY: the table and its columns, quoted. Both names are PostgreSQL's own."""
        quoted = ", ".join(connection.ops.quote_name(column) for column in self.columns)
        return f"{connection.ops.quote_name(self.name)} ({quoted})"


def kept_tables() -> list[Table]:
    """The tables of a backup, in the order of their names."""
    return [_table(name) for name in sorted(set(_all_tables()) - _left_out())]


def _all_tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True)


def _left_out() -> set[str]:
    passing = (model for label in PASSING_APPS for model in apps.get_app_config(label).get_models())
    return MADE_AGAIN | PASSING | {model._meta.db_table for model in passing}


def _table(name: str) -> Table:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [name])
        columns = tuple(row[0] for row in cursor.fetchall())
        cursor.execute(SEQUENCES, [name])
        found = [(column, sequence) for column, sequence in cursor.fetchall() if sequence]
        return Table(name, columns, {column: _last(sequence) for column, sequence in found})


def _last(sequence: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(pg_sequence_last_value(%s::regclass), 0)", [sequence])
        row: tuple[int] = cursor.fetchone()
    return row[0]


def is_empty() -> bool:
    """Whether the database holds no row that a backup would hold, and no table of somebody else."""
    strangers = set(connection.introspection.table_names()) - {*_all_tables(), MIGRATIONS}
    return not strangers and not _holds_rows()


def _holds_rows() -> bool:
    names = [table.name for table in kept_tables() if table.name not in BOOKKEEPING]
    return any(_has_rows(name) for name in names)


def _has_rows(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {connection.ops.quote_name(name)})")  # noqa: S608
        row: tuple[bool] = cursor.fetchone()
    return row[0]
