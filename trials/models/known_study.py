"""One study by its id, as an address or a clinic names it."""

# Only column names of our own are put together here; the id is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from typing import Any

from django.db import connection

from trials.models.own_columns import OwnColumns
from trials.models.reading import Reading
from trials.models.snapshot import Snapshot
from trials.models.study import Study

# What is there to be searched in alone; no page shows it.
SEARCHED = frozenset(field.name for field in Study._meta.fields if field.name.startswith("search_"))
_STUDY, _READING, _SNAPSHOT = OwnColumns(Study, SEARCHED), OwnColumns(Reading), OwnColumns(Snapshot)
_KNOWN = f"""
    SELECT {_STUDY.of("s")}, {_READING.of("r")}, {_SNAPSHOT.of("n")}
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
    first = len(_STUDY.names)
    second = first + len(_READING.names)
    study = _STUDY.made(row[:first])
    if row[first] is not None:
        study.reading = _READING.made(row[first:second])
    study.snapshot = _SNAPSHOT.made(row[second:]) if study.snapshot_id else None
    return study
