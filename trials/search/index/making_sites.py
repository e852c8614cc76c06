"""From PostgreSQL to the columns of sites."""

# Only a condition of our own is put in here.
# ruff: noqa: S608

from __future__ import annotations

from array import array
from typing import TypeAlias

import numpy as np

from trials.search.conditions import LISTED
from trials.search.index.columns import Array, Points, Sites
from trials.search.index.making_studies import rows_of, smallest

_SQL = f"""
    SELECT t.study_id, t.status, t.status = '' OR t.status = s.overall_status, t.country_code,
        t.state_code, t.latitude, t.longitude
    FROM trials_site t JOIN trials_study s ON s.id = t.study_id
    JOIN trials_reading r ON r.study_id = s.id
    WHERE {LISTED}"""
Place: TypeAlias = tuple[str, str]
Point: TypeAlias = tuple["float | None", "float | None"]
Made: TypeAlias = tuple[Sites, Points, tuple[Place, ...], tuple[str, ...]]


def sites_and_points(ids: Array) -> Made:
    """Sites and points, with what their places and statuses are; ``ids``: those of the rows."""
    study, own = array("q"), array("b")
    status, place, point = array("i"), array("i"), array("i")
    statuses: dict[str, int] = {}
    places: dict[Place, int] = {}
    points: dict[Point, int] = {}
    for key, state_of, is_own, country, state, latitude, longitude in rows_of(_SQL):
        study.append(key)
        own.append(is_own)
        status.append(statuses.setdefault(state_of, len(statuses)))
        place.append(places.setdefault((country, state), len(places)))
        point.append(points.setdefault((latitude, longitude), len(points)))
    row = rows_of_ids(ids, np.array(study, np.int64))
    ordered, renumbered = _in_order(places)
    place_number = renumbered[np.array(place, np.int64)]
    order = np.lexsort((place_number, row))
    sites = Sites(
        first=np.searchsorted(row[order], np.arange(len(ids) + 1)).astype(np.int64),
        status=smallest(np.array(status, np.int32)[order]),
        is_own=np.array(own, bool)[order],
        place=smallest(place_number[order]),
        point=smallest(np.array(point, np.int32)[order]),
    )
    where = np.array([[np.nan if one is None else one for one in point] for point in points])
    latitude, longitude = where.reshape(-1, 2).astype(np.float64).T
    return sites, Points(latitude.copy(), longitude.copy()), ordered, tuple(statuses)


def rows_of_ids(ids: Array, keys: Array) -> Array:
    """The row of each key; every key is one of ``ids``."""
    order = np.argsort(ids)
    return order[np.searchsorted(ids, keys, sorter=order)]


def _in_order(places: dict[Place, int]) -> tuple[tuple[Place, ...], Array]:
    """The places by country and state, and for each number so far the one in this order."""
    ordered = tuple(sorted(places))
    renumbered: Array = np.zeros(len(places), np.int64)
    for number, place in enumerate(ordered):
        renumbered[places[place]] = number
    return ordered, renumbered
