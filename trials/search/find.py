"""Running a search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from trials.places import PlaceFound, distance_km
from trials.records.countries import country_name
from trials.search import indexed
from trials.search.answer import Answer, taken_apart
from trials.search.conditions import DEFAULT_KIND, conditions
from trials.search.criteria import CHOICES, Criteria
from trials.search.listed import sites_of, studies_of
from trials.search.results import Facet, FacetValue, Hit, HitSite, Relaxation, SearchResult, Tally
from trials.search.statement import Statement

PAGE_SIZE = 20
FILTERS = (*CHOICES, "results", "country", "state")
EVERY_KIND = tuple(sorted(CHOICES["kind"]))


def search(
    criteria: Criteria, *, place: PlaceFound | None = None, page_size: int = PAGE_SIZE
) -> SearchResult:
    """The answer to the criteria; ``place`` is the one that ``criteria.near`` names."""
    statement = Statement(criteria, conditions(criteria, place), page_size=page_size)
    answer = indexed.answer(criteria, place, page_size=page_size)
    return _result(statement, answer or _run(statement, statement.text.sql), place)


def counted(criteria: Criteria, *, place: PlaceFound | None = None) -> SearchResult:
    """The same answer without its studies: the total and the counts of every filter."""
    statement = Statement(criteria, conditions(criteria, place), page_size=PAGE_SIZE)
    answer = indexed.answer(criteria, place, page_size=0)
    return _result(statement, answer or _run(statement, statement.text.counts_sql), place)


def _result(statement: Statement, answer: Answer, place: PlaceFound | None) -> SearchResult:
    criteria, found = statement.criteria, answer.tally
    return SearchResult(
        criteria=criteria,
        place=place,
        total=found.total,
        trials=found.trials,
        hits=tuple(_hits(criteria, place, answer.hits)) if answer.hits else (),
        facets=tuple(_facets(criteria, answer.counts)),
        page_size=statement.page_size,
    )


def count(criteria: Criteria, *, place: PlaceFound | None = None) -> int:
    """How many studies the criteria find."""
    return tally(criteria, place=place).total


def tally(criteria: Criteria, *, place: PlaceFound | None = None) -> Tally:
    """How many studies the criteria find, and how many of them are trials."""
    if known := indexed.tally(criteria, place):
        return known
    statement = Statement(criteria, conditions(criteria, place), page_size=1)
    with connection.cursor() as cursor:
        cursor.execute(statement.text.tally_sql, statement.parameters)
        return Tally(*cursor.fetchone())


def _run(statement: Statement, sql: str) -> Answer:
    with connection.cursor() as cursor:
        cursor.execute(sql, statement.parameters)
        return taken_apart(cursor.fetchall())


def _hits(
    criteria: Criteria, place: PlaceFound | None, rows: Sequence[tuple[int, int, float | None]]
) -> Iterable[Hit]:
    keys = [key for key, _number, _distance in rows]
    studies, sites = studies_of(keys), sites_of(keys)
    for key, number, distance in sorted(rows, key=lambda one: one[1]):
        mine = tuple(sites[key])
        nearest = nearest_site(mine, criteria, place) if place else None
        yield Hit(number, studies[key], mine, nearest, distance)


def nearest_site(sites: Iterable[HitSite], criteria: Criteria, place: PlaceFound) -> HitSite | None:
    """The nearest site that matches the status; of two as near, one with a status of its own."""
    centre = (place.latitude, place.longitude)
    statuses = ("", *criteria.status)
    matching = [
        (distance_km(centre, (site.latitude, site.longitude)), not site.status, site.position, site)
        for site in sites
        if site.latitude is not None and site.longitude is not None
        if not criteria.status or site.status in statuses
    ]
    return min(matching)[3] if matching else None  # two sites never have the same position


def _facets(criteria: Criteria, counted: Mapping[str, Mapping[str, int]]) -> Iterable[Facet]:
    for name in FILTERS:
        chosen = _chosen(criteria, name)
        counts = counted.get(name, {})
        if chosen:
            counts = {**dict.fromkeys(chosen, 0), **counts}
        values = [FacetValue(v, counts[v], v in chosen) for v in _ordered(name, counts)]
        yield Facet(name, tuple(values))


def _chosen(criteria: Criteria, name: str) -> tuple[str, ...]:
    if name == "results":
        return (criteria.results,) if criteria.results else ()
    chosen: tuple[str, ...] = getattr(criteria, name)
    return chosen or (DEFAULT_KIND if name == "kind" else ())


def _ordered(name: str, counts: Mapping[str, int]) -> list[str]:
    """In the vocabulary's order; places by number of studies, then by name."""
    if name in CHOICES:
        known = [value for value in CHOICES[name] if value in counts]
        return known if len(known) == len(counts) else known + sorted(counts.keys() - set(known))
    by_name = sorted(counts, key=country_name) if name == "country" else sorted(counts)
    return sorted(by_name, key=counts.__getitem__, reverse=True)


def relaxations(criteria: Criteria, *, place: PlaceFound | None = None) -> tuple[Relaxation, ...]:
    """What each choice less would find; the most found first, nothing that finds nothing."""
    counts = indexed.less(criteria, place) or _less(criteria, place)
    counts.pop("kind")  # no kind chosen means the usual one, not any
    less = [Relaxation(name, _dropped(criteria, name), number) for name, number in counts.items()]
    for name, wider in (("kind", criteria.with_(kind=EVERY_KIND)), ("q", criteria.without("q"))):
        if wider != criteria.with_():
            less.append(Relaxation(name, wider, count(wider, place=place)))
    return tuple(sorted((one for one in less if one.count), key=lambda one: -one.count))


def _less(criteria: Criteria, place: PlaceFound | None) -> dict[str, int]:
    statement = Statement(criteria, conditions(criteria, place), page_size=1)
    with connection.cursor() as cursor:
        cursor.execute(statement.text.less_sql, statement.parameters)
        return dict(zip(statement.passing.filters, cursor.fetchone(), strict=True))


def _dropped(criteria: Criteria, name: str) -> Criteria:
    if name == "country":
        return criteria.without("country").without("state")
    return criteria.without(name)
