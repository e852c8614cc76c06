"""Running a search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connection

from trials.models import Site, Study
from trials.places import PlaceFound, distance_km
from trials.records.countries import country_name
from trials.search.conditions import DEFAULT_KIND, conditions
from trials.search.criteria import CHOICES, Criteria
from trials.search.results import Facet, FacetValue, Hit, Relaxation, SearchResult, Tally
from trials.search.statement import Statement

PAGE_SIZE = 20


class Row(NamedTuple):
    """One row of the statement's answer; see Statement.sql."""

    part: str
    value: str
    number: int
    distance: float | None


def search(
    criteria: Criteria, *, place: PlaceFound | None = None, page_size: int = PAGE_SIZE
) -> SearchResult:
    """The answer to the criteria; ``place`` is the one that ``criteria.near`` names."""
    statement = Statement(criteria, conditions(criteria, place), page_size=page_size)
    parts = _run(statement)
    found = _tally(parts)
    return SearchResult(
        criteria=criteria,
        place=place,
        total=found.total,
        trials=found.trials,
        hits=tuple(_hits(criteria, place, parts["hit"])),
        facets=tuple(_facets(criteria, parts)),
        relaxations=() if found.total else _relaxations(criteria, place, parts["less"]),
        page_size=page_size,
    )


def count(criteria: Criteria, *, place: PlaceFound | None = None) -> int:
    """How many studies the criteria find."""
    return tally(criteria, place=place).total


def tally(criteria: Criteria, *, place: PlaceFound | None = None) -> Tally:
    """How many studies the criteria find, and how many of them are trials."""
    return _tally(_run(Statement(criteria, conditions(criteria, place), page_size=1)))


def _tally(parts: dict[str, list[Row]]) -> Tally:
    row = parts["total"][0]
    return Tally(row.number, int(row.value))


def _run(statement: Statement) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql(), statement.parameters)
        for row in cursor.fetchall():
            parts[row[0]].append(Row(*row))
    return parts


def _hits(criteria: Criteria, place: PlaceFound | None, rows: Sequence[Row]) -> Iterable[Hit]:
    studies = Study.objects.select_related("reading").in_bulk([int(row.value) for row in rows])
    sites: dict[int, list[Site]] = defaultdict(list)
    for site in Site.objects.filter(study__in=studies):
        sites[site.study_id].append(site)
    for row in sorted(rows, key=lambda row: row.number):
        study = studies[int(row.value)]
        mine = tuple(sites[study.pk])
        nearest = nearest_site(mine, criteria, place) if place else None
        yield Hit(row.number, study, mine, nearest, row.distance)


def nearest_site(sites: Iterable[Site], criteria: Criteria, place: PlaceFound) -> Site | None:
    """The nearest site that matches the status; of two as near, one with a status of its own."""
    centre = (place.latitude, place.longitude)
    matching = [
        (distance_km(centre, (site.latitude, site.longitude)), not site.status, site.position, site)
        for site in sites
        if site.latitude is not None and site.longitude is not None
        if not criteria.status or site.status in ("", *criteria.status)
    ]
    return min(matching, key=lambda one: one[:3])[3] if matching else None


def _facets(criteria: Criteria, parts: dict[str, list[Row]]) -> Iterable[Facet]:
    for name in (*CHOICES, "results", "country", "state"):
        counts = {row.value: row.number for row in parts[name]}
        chosen = _chosen(criteria, name)
        values = _ordered(name, set(counts) | set(chosen), counts)
        counted = (FacetValue(value, counts.get(value, 0), value in chosen) for value in values)
        yield Facet(name, tuple(counted))


def _chosen(criteria: Criteria, name: str) -> tuple[str, ...]:
    if name == "results":
        return (criteria.results,) if criteria.results else ()
    chosen: tuple[str, ...] = getattr(criteria, name)
    return chosen or (DEFAULT_KIND if name == "kind" else ())


def _ordered(name: str, values: set[str], counts: dict[str, int]) -> list[str]:
    """In the vocabulary's order; places by number of studies, then by name."""
    if name in CHOICES:
        known = list(CHOICES[name])
        return sorted(values, key=lambda v: (known.index(v) if v in known else len(known), v))
    return sorted(values, key=lambda v: (-counts.get(v, 0), country_name(v), v))


def _relaxations(
    criteria: Criteria, place: PlaceFound | None, rows: Iterable[Row]
) -> tuple[Relaxation, ...]:
    """What each choice less would find; the most found first, nothing that finds nothing."""
    less = [Relaxation(row.value, _dropped(criteria, row.value), row.number) for row in rows]
    if criteria.q:
        wider = criteria.without("q")
        less.append(Relaxation("q", wider, count(wider, place=place)))
    return tuple(sorted((one for one in less if one.count), key=lambda one: -one.count))


def _dropped(criteria: Criteria, name: str) -> Criteria:
    if name == "country":
        return criteria.without("country").without("state")
    return criteria.without(name)
