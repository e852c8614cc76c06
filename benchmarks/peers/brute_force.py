"""The nearest site of each study by NumPy: every distance is worked out, none is looked up."""

# Text of our own; what somebody asked for is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from django.db import connection

from benchmarks.peers.by_hand import statements
from benchmarks.peers.by_hand.app import found_rows, rows_of_hits
from benchmarks.peers.by_hand.asking import KM, Asked, asked, parameters
from benchmarks.peers.by_hand.cards import nearest_site
from trials.models import Edition

EARTH_KM = 6371.0088
SITES = """
    SELECT t.study_id, t.latitude, t.longitude, t.status FROM trials_site t
    WHERE t.latitude IS NOT NULL ORDER BY t.study_id"""


@lru_cache(maxsize=1)
def _sites(_edition: int) -> tuple[Any, ...]:
    """Study keys, latitudes and longitudes in radians, statuses: read once, kept in memory."""
    with connection.cursor() as cursor:
        cursor.execute(SITES)
        rows = cursor.fetchall()
    keys, latitudes, longitudes, statuses = (np.array(column) for column in zip(*rows, strict=True))
    return (
        keys,
        np.radians(latitudes),
        np.radians(longitudes),
        np.cos(np.radians(latitudes)),
        statuses,
    )


def nearest(query: str, *, page_size: int) -> list[tuple[int, float, int]]:
    """(study id, km, position of that site) of the first page, and on the way all counts."""
    wanted = asked(query)
    with connection.cursor() as cursor:
        found_rows(cursor, wanted, counts_only=True)
        ranked = _ranked(cursor, wanted)
        found = _first(ranked, _distances(wanted), page_size)
        _studies, sites = rows_of_hits(cursor, [key for key, _km in found])
    return [(key, km, nearest_site(sites[key], wanted)["position"]) for key, km in found]


def _ranked(cursor: Any, wanted: Asked) -> list[int]:
    """Keys of the studies that match without the place, in the order of the list."""
    elsewhere = {**wanted, "near": "", "within": "", "status": []}
    words, values = parameters(elsewhere, None)
    page = statements.Page(elsewhere, words, None, None)
    ranking = f"ts_rank(v.search_vector, {words}) DESC," if words else ""
    joined = "JOIN trials_study v USING (id)" if words else ""
    status = "AND m.status = ANY(%(wanted)s)" if wanted["status"] else ""
    cursor.execute(
        f"""WITH m AS MATERIALIZED ({page.m()})
        SELECT m.id FROM m {joined} WHERE {page.where()} {status}
        ORDER BY m.rank, {ranking} m.updated DESC NULLS LAST, m.nct_id""",
        {**values, "wanted": wanted["status"]},
    )
    return [key for (key,) in cursor.fetchall()]


def _distances(wanted: Asked) -> dict[int, float]:
    """Study -> km to its nearest site that matches the status."""
    keys, latitudes, longitudes, cosines, statuses = _sites(Edition.current().number)
    lat, lon = np.radians(wanted["point"])
    across = np.sin((latitudes - lat) / 2) ** 2
    chord = across + np.cos(lat) * cosines * np.sin((longitudes - lon) / 2) ** 2
    km = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1, chord)))
    if wanted["status"]:
        km = np.where(np.isin(statuses, ["", *wanted["status"]]), km, np.inf)
    if wanted["within"]:
        limit = int(wanted["within"]) * KM[wanted["unit"] or "mi"]
        km = np.where(km <= limit, km, np.inf)
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    least = np.minimum.reduceat(km, starts)
    is_near = np.isfinite(least)
    return dict(zip(keys[starts][is_near].tolist(), least[is_near].tolist(), strict=True))


def _first(
    ranked: list[int], distances: dict[int, float], page_size: int
) -> list[tuple[int, float]]:
    """The nearest; of two as near, the one that stands first in the list's order."""
    near = [(distances[key], place, key) for place, key in enumerate(ranked) if key in distances]
    return [(key, km) for km, _place, key in sorted(near)[:page_size]]
