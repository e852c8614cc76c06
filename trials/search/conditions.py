"""Each filter as one condition of SQL, so that any one of them can be left out.

Table ``s`` is trials_study, ``r`` its reading. Parameters are psycopg's named ones.
"""

# What stands here is text of our own; every value is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from trials.places import PlaceFound, bounding_box
from trials.search.criteria import Criteria
from trials.search.words import NO_PHASE, RECRUITING_LAST_KNOWN

EARTH_KM = 6371.0088
STATUS = f"""CASE WHEN s.snapshot_id IS NULL AND s.overall_status = 'RECRUITING'
    THEN '{RECRUITING_LAST_KNOWN}' ELSE s.overall_status END"""
PHASES = f"""CASE WHEN s.phases = '{{}}' THEN ARRAY['{NO_PHASE}']::varchar[] ELSE s.phases END"""
# Starter facts don't tell whether results are posted: such a study is under neither answer.
RESULTS = """CASE
    WHEN s.has_results THEN 'yes'
    WHEN s.snapshot_id IS NULL THEN NULL
    ELSE 'no' END"""


def other_kinds(table: str) -> str:
    """Two texts of SQL with the kinds of a study that gives no stem cells to people with ALS."""
    return f"""
        CASE WHEN {table}.condition = 'mnd_other' THEN 'mnd_other' END,
        CASE WHEN {table}.role <> 'stem_cells_given' THEN {table}.role END"""


# Of table ``k``, which has the three columns.
KINDS = f"""CASE
    WHEN k.scope = 'listed' THEN ARRAY['stem_cells']::varchar[]
    WHEN k.scope = 'unclear' THEN ARRAY['unclear']::varchar[]
    ELSE array_remove(ARRAY[{other_kinds("k")}]::varchar[], NULL)
    END"""
LISTED = "s.delisted_at IS NULL AND s.scope <> 'left_out'"
"""The studies that searches look at."""
# The value of each filter that has counts, the kind apart: one text, or an array of texts.
SCALARS = {"status": STATUS, "donor": "r.donor", "results": RESULTS}
ARRAYS = {"phase": PHASES, "cell": "r.cell_type", "tissue": "r.tissue", "route": "r.route"}
VALUES = SCALARS | ARRAYS
DEFAULT_KIND = ("stem_cells",)
_KIND_IS_CHOSEN = f"""(
    SELECT {KINDS} && %(kind)s::varchar[] FROM (SELECT s.scope, r.condition, r.role) k)"""
_OF_STUDY = {
    name: f"{sql} && %({name})s::varchar[]"
    if name in ARRAYS
    else f"{sql} = ANY(%({name})s::varchar[])"
    for name, sql in VALUES.items()
}
_IN_COUNTRY = "t.country_code = ANY(%(whole)s)"
_IN_STATE = f"({_IN_COUNTRY} OR t.country_code || '-' || t.state_code = ANY(%(state)s))"
# Great-circle distance in km from the place (haversine, mean earth radius).
_DISTANCE = (
    f"(2 * {EARTH_KM} * asin(sqrt(least(1,"
    " sin(radians(t.latitude - %(lat)s) / 2) ^ 2"
    " + cos(radians(%(lat)s)) * cos(radians(t.latitude))"
    " * sin(radians(t.longitude - %(lon)s) / 2) ^ 2))))"
)
_BETWEEN = "t.longitude BETWEEN %(west{0})s AND %(east{0})s"
Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Filter names with the SQL conditions of the study alone; no value of anybody's.

    ``country`` and ``near`` are of a site ``t``. ``by_km`` is ``near`` where the site's distance
    is known already, as ``t.km``; ``box`` holds every site that is near, and few others.
    """

    of_study: tuple[tuple[str, str], ...] = ()
    country: str = "TRUE"
    near: str = "TRUE"
    by_km: str = "TRUE"
    box: str = "TRUE"
    distance: str = "NULL::float"


class Found(NamedTuple):
    """Conditions, and the values of one search for them."""

    conditions: Conditions
    parameters: Parameters


def conditions(criteria: Criteria, place: PlaceFound | None) -> Found:
    """The criteria's conditions; words (``q``) are not among them: see statement.py."""
    of_study, parameters = _of_study(criteria)
    country = "TRUE"
    if criteria.country or criteria.state:
        country = _IN_STATE if criteria.state else _IN_COUNTRY
        parameters |= _countries(criteria)
    if place is None:
        return Found(Conditions(of_study, country), parameters)
    parameters |= {"lat": place.latitude, "lon": place.longitude}
    km = criteria.distance_km
    if km is None:
        anywhere = "t.latitude IS NOT NULL"
        near = (anywhere, "t.km IS NOT NULL", anywhere)
        return Found(Conditions(of_study, country, *near, _DISTANCE), parameters)
    box, edges = _box(place, km)
    near = (f"({box} AND {_DISTANCE} <= %(km)s)", "t.km <= %(km)s", box)
    found = Conditions(of_study, country, *near, _DISTANCE)
    return Found(found, parameters | edges | {"km": km})


def _of_study(criteria: Criteria) -> tuple[tuple[tuple[str, str], ...], Parameters]:
    kinds = criteria.kind or DEFAULT_KIND
    found = [("kind", "s.scope = 'listed'" if kinds == DEFAULT_KIND else _KIND_IS_CHOSEN)]
    parameters: Parameters = {"status": list(criteria.status), "kind": list(kinds)}
    for name, sql in _OF_STUDY.items():
        if chosen := getattr(criteria, name):
            parameters[name] = [chosen] if isinstance(chosen, str) else list(chosen)
            found.append((name, sql))
    if criteria.since:
        parameters["since"] = criteria.since
        found.append(("since", "s.last_update_post_date >= %(since)s"))
    return tuple(found), parameters


def _countries(criteria: Criteria) -> Parameters:
    """A state narrows its own country; the other countries chosen stay whole."""
    with_states = {state.split("-")[0] for state in criteria.state}
    whole = [code for code in criteria.country if code not in with_states]
    return {"whole": whole, "state": list(criteria.state)}


def _box(place: PlaceFound, km: float) -> tuple[str, Parameters]:
    box = bounding_box(place.latitude, place.longitude, km)
    edges: Parameters = {"south": box.south, "north": box.north}
    for number, (west, east) in enumerate(box.longitudes):
        edges |= {f"west{number}": west, f"east{number}": east}
    ranges = " OR ".join(_BETWEEN.format(number) for number in range(len(box.longitudes)))
    return f"(t.latitude BETWEEN %(south)s AND %(north)s AND ({ranges}))", edges
