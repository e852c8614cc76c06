"""Studies by their ids, as an address or a clinic names them."""

# Only column names of our own are put together here; the ids are a parameter.
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Sequence
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
    WHERE s.nct_id = ANY(%(ids)s) OR s.nct_id_aliases && %(ids)s::varchar[]"""


def known_study(nct_id: str) -> Study | None:
    """By its id of today first: an id may be one study's own and another's former one.

    One query; its reading and its snapshot are with it.
    """
    return known_studies([nct_id]).get(nct_id)


def known_studies(nct_ids: Sequence[str]) -> dict[str, Study]:
    """Id -> study of all that are known; like ``known_study``, in one query for all."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, {"ids": list(nct_ids)})
        known = [_study(row) for row in cursor.fetchall()]
    by_former = {former: study for study in known for former in study.nct_id_aliases}
    by_own = {study.nct_id: study for study in known}
    return {one: study for one in nct_ids if (study := by_own.get(one) or by_former.get(one))}


def _study(row: tuple[Any, ...]) -> Study:
    first = len(_STUDY.names)
    second = first + len(_READING.names)
    study = _STUDY.made(row[:first])
    if row[first] is not None:
        study.reading = _READING.made(row[first:second])
    study.snapshot = _SNAPSHOT.made(row[second:]) if study.snapshot_id else None
    return study
