"""Each filter as one condition of SQL, so that any one of them can be left out.

Table ``s`` is trials_study, ``r`` its reading. Parameters are psycopg's named ones.
"""

# What stands here is text of our own; every value is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

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
# Of table ``k``, which has the three columns.
KINDS = """CASE
    WHEN k.scope = 'listed' THEN ARRAY['stem_cells']::varchar[]
    WHEN k.scope = 'unclear' THEN ARRAY['unclear']::varchar[]
    ELSE array_remove(ARRAY[
        CASE WHEN k.condition = 'mnd_other' THEN 'mnd_other' END,
        CASE WHEN k.role <> 'stem_cells_given' THEN k.role END]::varchar[], NULL)
    END"""
# The value of each filter that has counts, the kind apart: one text, or an array of texts.
SCALARS = {"status": STATUS, "donor": "r.donor", "results": RESULTS}
ARRAYS = {"phase": PHASES, "cell": "r.cell_type", "tissue": "r.tissue", "route": "r.route"}
VALUES = SCALARS | ARRAYS
DEFAULT_KIND = ("stem_cells",)
_KIND_IS_CHOSEN = f"""(
    SELECT {KINDS} && %(kind)s::varchar[] FROM (SELECT s.scope, r.condition, r.role) k)"""
_AMONG = {True: "&& %({name})s::varchar[]", False: "= ANY(%({name})s::varchar[])"}


@dataclass(slots=True)
class Conditions:
    """Filter name -> SQL condition of the study alone, and the parameters of all.

    ``country`` and ``near`` are of a site ``t``. ``by_km`` is ``near`` where the site's distance
    is known already, as ``t.km``; ``box`` holds every site that is near, and few others.
    """

    of_study: dict[str, str] = field(default_factory=dict)
    country: str = "TRUE"
    near: str = "TRUE"
    by_km: str = "TRUE"
    box: str = "TRUE"
    distance: str = "NULL::float"
    parameters: dict[str, Any] = field(default_factory=dict)


def conditions(criteria: Criteria, place: PlaceFound | None) -> Conditions:
    """The criteria's conditions; words (``q``) are not among them: see find.py."""
    found = Conditions(parameters={"status": list(criteria.status)})
    kinds = criteria.kind or DEFAULT_KIND
    found.parameters["kind"] = list(kinds)
    found.of_study["kind"] = "s.scope = 'listed'" if kinds == DEFAULT_KIND else _KIND_IS_CHOSEN
    for name, sql in VALUES.items():
        chosen = getattr(criteria, name)
        if chosen:
            found.parameters[name] = [chosen] if isinstance(chosen, str) else list(chosen)
            found.of_study[name] = f"{sql} {_AMONG[name in ARRAYS].format(name=name)}"
    if criteria.since:
        found.of_study["since"] = "s.last_update_post_date >= %(since)s"
        found.parameters["since"] = criteria.since
    _add_country(found, criteria)
    _add_near(found, criteria, place)
    return found


def _add_country(found: Conditions, criteria: Criteria) -> None:
    """A state narrows its own country; the other countries chosen stay whole."""
    if not (criteria.country or criteria.state):
        return
    with_states = {state.split("-")[0] for state in criteria.state}
    found.parameters["whole"] = [code for code in criteria.country if code not in with_states]
    found.parameters["state"] = list(criteria.state)
    found.country = (
        "(t.country_code = ANY(%(whole)s)"
        " OR t.country_code || '-' || t.state_code = ANY(%(state)s))"
    )


def _add_near(found: Conditions, criteria: Criteria, place: PlaceFound | None) -> None:
    if place is None:
        return
    found.parameters |= {"lat": place.latitude, "lon": place.longitude}
    found.distance = _haversine("t.latitude", "t.longitude")
    km = criteria.distance_km
    if km is None:
        found.box = "t.latitude IS NOT NULL"
        found.near, found.by_km = found.box, "t.km IS NOT NULL"
        return
    found.parameters["km"] = km
    box = bounding_box(place.latitude, place.longitude, km)
    ranges = " OR ".join(
        f"t.longitude BETWEEN {west!r} AND {east!r}" for west, east in box.longitudes
    )
    found.box = f"(t.latitude BETWEEN {box.south!r} AND {box.north!r} AND ({ranges}))"
    found.near = f"({found.box} AND {found.distance} <= %(km)s)"
    found.by_km = "t.km <= %(km)s"


def _haversine(latitude: str, longitude: str) -> str:
    """Great-circle distance in km from the place, as SQL (haversine, mean earth radius)."""
    return (
        f"(2 * {EARTH_KM} * asin(sqrt(least(1,"
        f" sin(radians({latitude} - %(lat)s) / 2) ^ 2"
        f" + cos(radians(%(lat)s)) * cos(radians({latitude}))"
        f" * sin(radians({longitude} - %(lon)s) / 2) ^ 2))))"
    )
