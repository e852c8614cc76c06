"""Writing many rows at once by COPY, the fastest way in that Postgres has.

Statements are put together from names of our own tables and columns, never from values.
"""
# ruff: noqa: S608

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import Error, connection, models, transaction

Rows = Iterable[models.Model]
Writer = Callable[[Any], str]
NULL = "\\N"  # as COPY's text format writes it
ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))  # the backslash first
STAGED = "incoming"


def insert_rows(model: type[models.Model], rows: Rows) -> None:
    """Append unsaved rows; their keys stay unknown. No signals, no validation."""
    _copy(model._meta.db_table, _written(model), rows)


def put_rows(model: type[models.Model], rows: Rows, *, key: str) -> None:
    """Append the rows, or put them in the place of those with the same ``key``, a column."""
    fields, table = _written(model), model._meta.db_table
    columns = _names(fields)
    values = ", ".join(
        f'"{field.column}" = EXCLUDED."{field.column}"' for field in fields if field.column != key
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE {STAGED} AS SELECT {columns} FROM {table} WITH NO DATA"
        )
        _copy(STAGED, fields, rows)
        cursor.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {STAGED} "
            f'ON CONFLICT ("{key}") DO UPDATE SET {values}'
        )
        cursor.execute(f"DROP TABLE {STAGED}")


def _copy(table: str, fields: Sequence[models.Field[Any, Any]], rows: Rows) -> None:
    lines = _Lines(fields, rows)
    try:
        with connection.cursor() as cursor, connection.wrap_database_errors:
            cursor.copy_expert(f"COPY {table} ({_names(fields)}) FROM STDIN", lines)
    except Error:
        if lines.fault:  # the database was merely told to leave off
            raise lines.fault from None
        raise


class _Lines:
    """Rows as a file that COPY reads: Postgres stores the first while the next are made.

    Making a row may therefore ask the database nothing.
    """

    def __init__(self, fields: Sequence[models.Field[Any, Any]], rows: Rows) -> None:
        self.fault: BaseException | None = None
        values = attrgetter(*(field.attname for field in fields))
        writers = [_writer(field) for field in fields]
        self._lines = (
            "\t".join([write(one) for write, one in zip(writers, values(row), strict=True)]) + "\n"
            for row in rows
        )

    def read(self, _size: int = -1) -> str:
        """Some lines, of any length; "" after the last."""
        try:
            return next(self._lines, "")
        except BaseException as error:
            self.fault = error
            raise


def _written(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """All columns but those that the database fills by itself."""
    return [
        field
        for field in model._meta.concrete_fields
        if not field.generated and not isinstance(field, models.AutoField)
    ]


def _names(fields: Iterable[models.Field[Any, Any]]) -> str:
    return ", ".join(f'"{field.column}"' for field in fields)


def _writer(field: models.Field[Any, Any]) -> Writer:
    if isinstance(field, ArrayField):
        return _array
    if isinstance(field, models.JSONField):
        return _json
    return _text if isinstance(field, models.CharField | models.TextField) else _value


def _value(value: object) -> str:
    """A number, a date, yes or no, a key: nothing to escape."""
    return NULL if value is None else str(value)


def _text(text: str | None) -> str:
    if text is None:
        return NULL
    for character, escaped in ESCAPES:
        if character in text:  # to look is twenty times as fast as to replace nothing
            text = text.replace(character, escaped)
    return text


def _array(values: Sequence[str] | None) -> str:
    return NULL if values is None else _text("{" + ",".join(map(_quoted, values)) + "}")


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _json(value: object) -> str:
    """Dataclasses are written as their fields."""
    return NULL if value is None else _text(_encoded(value))


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


_encoded = json.JSONEncoder(check_circular=False, default=_fields).encode
