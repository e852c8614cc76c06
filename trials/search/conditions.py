"""Each filter as one condition of SQL, so that any one of them can be left out.

Table ``s`` is trials_study, ``r`` its reading. Parameters are psycopg's named ones.
"""

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
    WHEN s.has_results THEN ARRAY['yes']::varchar[]
    WHEN s.snapshot_id IS NULL THEN '{}'::varchar[]
    ELSE ARRAY['no']::varchar[] END"""
KINDS = """CASE
    WHEN s.scope = 'listed' THEN ARRAY['stem_cells']::varchar[]
    WHEN s.scope = 'unclear' THEN ARRAY['unclear']::varchar[]
    ELSE array_remove(ARRAY[
        CASE WHEN r.condition = 'mnd_other' THEN 'mnd_other' END,
        CASE WHEN r.role <> 'stem_cells_given' THEN r.role END]::varchar[], NULL)
    END"""
# The value columns of each filter that has counts, as arrays of text.
VALUES = {
    "kind": KINDS,
    "status": f"ARRAY[{STATUS}]::varchar[]",
    "phase": PHASES,
    "cell": "r.cell_type",
    "tissue": "r.tissue",
    "donor": "array_remove(ARRAY[r.donor], NULL)",
    "route": "r.route",
    "results": RESULTS,
}
DEFAULT_KIND = ("stem_cells",)


@dataclass(slots=True)
class Conditions:
    """Filter name -> SQL condition of the study alone, and the parameters of all."""

    of_study: dict[str, str] = field(default_factory=dict)
    country: str = "TRUE"
    near: str = "TRUE"
    distance: str = "NULL::float"
    parameters: dict[str, Any] = field(default_factory=dict)


def conditions(criteria: Criteria, place: PlaceFound | None) -> Conditions:
    """The criteria's conditions; words (``q``) are not among them: see find.py."""
    found = Conditions(parameters={"status": list(criteria.status)})
    chosen: dict[str, tuple[str, ...]] = {
        name: getattr(criteria, name) for name in VALUES if name not in ("kind", "results")
    }
    chosen["kind"] = criteria.kind or DEFAULT_KIND
    chosen["results"] = (criteria.results,) if criteria.results else ()
    for name, values in chosen.items():
        if values:
            found.of_study[name] = f"{VALUES[name]} && %({name})s::varchar[]"
            found.parameters[name] = list(values)
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
        found.near = "t.latitude IS NOT NULL"
        return
    found.parameters["km"] = km
    box = bounding_box(place.latitude, place.longitude, km)
    ranges = " OR ".join(
        f"t.longitude BETWEEN {west!r} AND {east!r}" for west, east in box.longitudes
    )
    found.near = (
        f"(t.latitude BETWEEN {box.south!r} AND {box.north!r} AND ({ranges})"
        f" AND {found.distance} <= %(km)s)"
    )


def _haversine(latitude: str, longitude: str) -> str:
    """Great-circle distance in km from the place, as SQL (haversine, mean earth radius)."""
    return (
        f"(2 * {EARTH_KM} * asin(sqrt(least(1,"
        f" sin(radians({latitude} - %(lat)s) / 2) ^ 2"
        f" + cos(radians(%(lat)s)) * cos(radians({latitude}))"
        f" * sin(radians({longitude} - %(lon)s) / 2) ^ 2))))"
    )
