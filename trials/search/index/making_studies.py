"""From PostgreSQL to the columns of studies."""

# Only conditions of our own are put together here.
# ruff: noqa: S608

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from django.db import connection

from trials.search.conditions import ARRAYS, KINDS, LISTED, VALUES
from trials.search.index.columns import NO_DATE, Array, Sets, Studies
from trials.search.statement import SEPARATOR

BATCH = 2000


def studies_and_sets() -> tuple[Studies, Mapping[str, Sets]]:
    """One row for each study, in the order of the index."""
    columns = _set_columns()
    ids, updated = array("q"), array("i")
    codes: dict[str, array[int]] = {name: array("i") for name in columns}
    known: dict[str, dict[str, int]] = {name: {} for name in columns}
    for key, days, *values in rows_of(_sql(columns.values())):
        ids.append(key)
        updated.append(NO_DATE if days is None else days)
        for name, value in zip(columns, values, strict=True):
            codes[name].append(known[name].setdefault(value or "", len(known[name])))
    sets = {name: _sets(codes[name], list(known[name])) for name in columns}
    return Studies(np.array(ids, np.int64), np.array(updated, np.int32)), sets


def _set_columns() -> dict[str, str]:
    """Filter -> SQL of a study's values, as one text."""
    kind = f"(SELECT {KINDS} FROM (SELECT s.scope, r.condition, r.role) k)"
    arrays = {"kind": kind, **ARRAYS, "at": "s.site_places"}
    texts = {name: f"{sql}::text" for name, sql in VALUES.items() if name not in ARRAYS}
    texts["is_trial"] = "(s.study_type = 'INTERVENTIONAL')::text"
    return texts | {name: f"array_to_string({sql}, '{SEPARATOR}')" for name, sql in arrays.items()}


def _sql(columns: Iterable[str]) -> str:
    return f"""
        SELECT s.id, s.last_update_post_date - DATE '1970-01-01', {", ".join(columns)}
        FROM trials_study s JOIN trials_reading r ON r.study_id = s.id
        WHERE {LISTED}
        ORDER BY s.last_update_post_date DESC NULLS LAST, s.nct_id"""


def rows_of(sql: str) -> Iterator[tuple[Any, ...]]:
    """The statement's rows, a few at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(BATCH):
            yield from rows


def _sets(codes: array[int], texts: list[str]) -> Sets:
    split = [text.split(SEPARATOR) if text else [] for text in texts]
    number_of: dict[str, int] = {}
    value = [number_of.setdefault(one, len(number_of)) for some in split for one in some]
    return Sets(
        code=smallest(codes),
        value=np.array(value, np.int32),
        owner=np.repeat(np.arange(len(split), dtype=np.int32), [len(some) for some in split]),
        number=len(split),
        names=tuple(number_of),
    )


def smallest(numbers: Iterable[int]) -> Array:
    """The numbers, none negative, in the smallest kind of integer that holds them all."""
    whole = np.asarray(numbers)
    return whole.astype(np.min_scalar_type(int(whole.max(initial=0))))
