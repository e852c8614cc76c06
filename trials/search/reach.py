"""The parts of a search's statement that look at sites: see statement.py.

Table ``c`` has the studies by themselves, ``t`` is a site, ``m`` has the studies that count.
"""

# Only conditions of our own are put together here; every value is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from trials.search.conditions import Conditions
from trials.search.passing import ANYWHERE, OWN_STATUS, Passing, column_of

_OWN_STATUS = "(t.status = '' OR t.status = c.overall_status)"


def site_status(found: Conditions) -> str:
    """Whether a site has one of the statuses chosen; one without its own follows its study's."""
    is_chosen = "status" in dict(found.of_study)
    return "(t.status = '' OR t.status = ANY(%(status)s))" if is_chosen else ANYWHERE


def measured(found: Conditions) -> str:
    """``site``: those that may be in reach, each distance worked out once."""
    if found.near == ANYWHERE:
        return ""
    kept = found.box if found.country == ANYWHERE else f"({found.box} OR {found.country})"
    return f"""
        site AS MATERIALIZED (
            SELECT t.study_id, t.status, t.country_code, t.state_code, {_OWN_STATUS} AS is_own,
                CASE WHEN t.latitude IS NOT NULL THEN {found.distance} END AS km
            FROM c JOIN trials_site t ON t.study_id = c.id WHERE {kept}),"""


def place(found: Conditions, passing: Passing) -> str:
    """Of each study with a site in reach: which filters of place it passes, in every form."""
    country, near = found.country, found.by_km
    sites, distance, own = "site t", "t.km", "t.is_own"
    either = "AND" if ANYWHERE in (country, near) else "OR"
    kept = f"{country} {either} {near}"
    if near == ANYWHERE:
        sites, distance = "c JOIN trials_site t ON t.study_id = c.id", "NULL::float"
        country, own = ANYWHERE, _OWN_STATUS  # only sites in the country are looked at
    status = site_status(found)
    conditions = {
        "": (country, near, status),
        OWN_STATUS: (country, near, own),
        "status": (country, near),
        "country": (near, status),
        "near": (country, status),
    }
    forms = ", ".join(
        f"bool_or({' AND '.join(conditions[form])}) AS {column_of(form)}" for form in passing.forms
    )
    return f"""
        SELECT t.study_id, {forms},
            min({distance}) FILTER (WHERE {" AND ".join(conditions[""])}) AS distance
        FROM {sites} WHERE {kept} GROUP BY t.study_id"""


def counted_by_site(found: Conditions, passes: str) -> str:
    """Countries and states where only some sites of a study count; each study once."""
    sites = "trials_site" if found.near == ANYWHERE else "site"
    return f"""
        SELECT CASE WHEN w.is_country THEN 'country' ELSE 'state' END,
            w.country_code || CASE WHEN w.is_country THEN '' ELSE '-' || w.state_code END,
            count(*), NULL
        FROM (
            SELECT t.country_code, t.state_code, grouping(t.state_code) = 1 AS is_country
            FROM m JOIN {sites} t ON t.study_id = m.id
            WHERE {passes} AND {found.by_km} AND {site_status(found)} AND t.country_code <> ''
            GROUP BY GROUPING SETS (
                (t.study_id, t.country_code), (t.study_id, t.country_code, t.state_code))) w
        WHERE w.is_country OR w.state_code <> ''
        GROUP BY w.is_country, w.country_code, w.state_code"""
