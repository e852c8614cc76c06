"""Twins of invented studies, made in Postgres: for catalogues too large to invent each study.

Inventing takes some ten milliseconds a study, a twin less than one. A twin has its original's
words, filters, sites and record, under an NCT id and a key of its own; its last change is some
days earlier. So whatever is searched for is found in the same share of the studies.
"""

# Only names of our own tables and columns are put together here.
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models

from benchmarks.invented.study import FIRST_ID
from trials.models import Reading, Site, Study

OF_TWIN = {
    Study: {
        "id": "o.id + t.shift",
        "nct_id": f"'NCT' || ({FIRST_ID} - 1 + o.id + t.shift)",
        "last_update_post_date": "o.last_update_post_date - t.shift / %(originals)s",
    },
    Site: {"study_id": "o.study_id + t.shift"},
    Reading: {"study_id": "o.study_id + t.shift"},
}
"""Table -> what differs from the original ``o``; ``t.shift``: what is added to its key."""


def add_twins(originals: int, size: int) -> None:
    """Twins of the studies with the keys 1 to ``originals``, until ``size`` studies are there."""
    with _without_indexes(), connection.cursor() as cursor:
        for model, differing in OF_TWIN.items():
            sql = _insert(model, differing)
            cursor.execute(sql, {"originals": originals, "size": size})


def _insert(model: type[models.Model], differing: dict[str, str]) -> str:
    columns = [str(field.column) for field in _copied(model)]
    values = ", ".join(differing.get(column, f"o.{column}") for column in columns)
    key = "id" if model is Study else "study_id"
    return f"""
        INSERT INTO {model._meta.db_table} ({", ".join(columns)})
        SELECT {values}
        FROM generate_series(%(originals)s, %(size)s - 1, %(originals)s) t(shift)
        JOIN {model._meta.db_table} o ON o.{key} <= least(%(originals)s, %(size)s - t.shift)"""


def _copied(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    """All but what Postgres makes itself; a study's key is its number."""
    for field in model._meta.concrete_fields:
        if not field.generated and (model is Study or not field.primary_key):
            yield field


@contextmanager
def _without_indexes() -> Iterator[None]:
    """Made anew over all rows, an index takes a fraction of the time; constraints keep theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
            FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
            WHERE i.indrelid = ANY(%s::regclass[]) AND c.oid IS NULL""",
            [[model._meta.db_table for model in OF_TWIN]],
        )
        indexes = dict(cursor.fetchall())
        for name in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        cursor.execute("SET maintenance_work_mem = '1GB'")
        for definition in indexes.values():
            cursor.execute(definition)
        cursor.execute("RESET maintenance_work_mem")
