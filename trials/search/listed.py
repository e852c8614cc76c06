"""The studies of one page with their readings and sites.

Each text of SQL is made once, of the models' own columns: the ORM puts its query together anew
for every page, which takes longer than running it.
"""

# Only column names of our own are put together here; the keys are a parameter.
# ruff: noqa: S608

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

from trials.models import Reading, Study
from trials.models.study import LONG_TEXTS
from trials.search.results import HitSite


def _columns(model: type[models.Model], *, but: Iterable[str]) -> tuple[str, ...]:
    """Names of the columns, which are those of the fields too, in the order of the model."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.name not in but)


_STUDY = _columns(Study, but=LONG_TEXTS)
_READING = _columns(Reading, but=("answers",))
_STUDIES = f"""
    SELECT {", ".join([*(f"s.{one}" for one in _STUDY), *(f"r.{one}" for one in _READING)])}
    FROM trials_study s JOIN trials_reading r ON r.study_id = s.id WHERE s.id = ANY(%s)"""
_SITES = f"""
    SELECT {", ".join(HitSite._fields)} FROM trials_site
    WHERE study_id = ANY(%s) ORDER BY study_id, position"""


def studies_of(keys: Sequence[int]) -> dict[int, Study]:
    """Key -> study with its reading; without the long texts, which no list shows."""
    alias, studies = connection.alias, {}
    for row in _rows(_STUDIES, keys):
        study = Study.from_db(alias, _STUDY, row[: len(_STUDY)])
        study.reading = Reading.from_db(alias, _READING, row[len(_STUDY) :])
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
