"""The studies of one page with their readings and sites."""

# Only column names of our own are put together here; the keys are a parameter.
# ruff: noqa: S608

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import connection

from trials.models import Reading, Study
from trials.models.own_columns import OwnColumns
from trials.models.study import LONG_TEXTS
from trials.search.results import HitSite

# What no list shows is read only when somebody asks for it.
_STUDY = OwnColumns(
    Study,
    frozenset(LONG_TEXTS)
    | {"nct_id_aliases", "last_known_status", "start_date", "primary_completion_date"}
    | {"site_places", "last_changed_at", "delisted_at"},
)
_READING = OwnColumns(Reading, frozenset({"answers", "version", "read_at", "corrected"}))
_STUDIES = f"""
    SELECT {_STUDY.of("s")}, {_READING.of("r")}
    FROM trials_study s JOIN trials_reading r ON r.study_id = s.id WHERE s.id = ANY(%s)"""
_SITES = f"""
    SELECT {", ".join(HitSite._fields)} FROM trials_site
    WHERE study_id = ANY(%s) ORDER BY study_id, position"""


def studies_of(keys: Sequence[int]) -> dict[int, Study]:
    """Key -> study with its reading; without the long texts, which no list shows."""
    studies, first = {}, len(_STUDY.names)
    for row in _rows(_STUDIES, keys):
        study = _STUDY.made(row[:first])
        study.reading = _READING.made(row[first:])
        studies[study.pk] = study
    return studies


def sites_of(keys: Sequence[int]) -> dict[int, list[HitSite]]:
    """Key of a study -> its sites, in the record's order."""
    sites: dict[int, list[HitSite]] = defaultdict(list)
    for row in _rows(_SITES, keys):
        sites[row[0]].append(HitSite._make(row))
    return sites


def _rows(sql: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(keys)])
        return list(cursor.fetchall())
