"""One study by its id, as an address or a clinic names it.

Its text of SQL is made once, of the models' own columns: the ORM puts its query together anew
for every page, which takes longer than running it.
"""

# Only column names of our own are put together here; the id is a parameter.
# ruff: noqa: S608

from __future__ import annotations

import json
from typing import Any

from django.db import connection, models

from trials.models import Reading, Snapshot, Study

# What is there to be searched in alone; no page shows it.
SEARCHED = frozenset(field.name for field in Study._meta.fields if field.name.startswith("search_"))


def _columns(model: type[models.Model]) -> tuple[str, ...]:
    """Names of the columns, which are those of the fields too, in the order of the model."""
    return tuple(one.attname for one in model._meta.concrete_fields if one.name not in SEARCHED)


_STUDY, _READING, _SNAPSHOT = _columns(Study), _columns(Reading), _columns(Snapshot)
_SELECTED = ", ".join(
    f"{table}.{name}"
    for table, names in (("s", _STUDY), ("r", _READING), ("n", _SNAPSHOT))
    for name in names
)
_KNOWN = f"""
    SELECT {_SELECTED}
    FROM trials_study s
    LEFT JOIN trials_reading r ON r.study_id = s.id
    LEFT JOIN trials_snapshot n ON n.digest = s.snapshot_id
    WHERE s.nct_id = %(id)s OR s.nct_id_aliases @> ARRAY[%(id)s]::varchar[]"""


def known_study(nct_id: str) -> Study | None:
    """By its id of today first: an id may be one study's own and another's former one.

    One query; its reading and its snapshot are with it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, {"id": nct_id})
        known = [_study(row) for row in cursor.fetchall()]
    return min(known, key=lambda study: study.nct_id != nct_id, default=None)


def _study(row: tuple[Any, ...]) -> Study:
    first, second = len(_STUDY), len(_STUDY) + len(_READING)
    study: Study = _made(Study, _STUDY, row[:first])
    if row[first] is not None:
        study.reading = _made(Reading, _READING, row[first:second])
    study.snapshot = _made(Snapshot, _SNAPSHOT, row[second:]) if study.snapshot_id else None
    return study


def _made(model: type[Any], names: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    """A row of a model, as the ORM makes it; the driver leaves JSON as text."""
    fields = (model._meta.get_field(name) for name in names)
    read = (
        json.loads(value) if value is not None and isinstance(field, models.JSONField) else value
        for field, value in zip(fields, values, strict=True)
    )
    return model.from_db(connection.alias, names, tuple(read))
