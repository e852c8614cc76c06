"""The places of a search, on real PostgreSQL: the map's numbers are those of the list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.integration.map_catalogue import everywhere
from trials.places import PlaceFound, place_by_slug
from trials.places.at_points import places_at
from trials.places.distance import Point
from trials.search.criteria import Criteria
from trials.search.find import count, search
from trials.search.site_points import SitePoint, SitePoints, site_points
from trials.views.presenters.map.addresses import list_criteria, town_criteria
from trials.views.presenters.map.areas import WORLD, Area, Level
from trials.views.presenters.map.tallies import (
    TOWN_KM,
    by_town,
    count_of,
    parts_of,
    towns_in,
)

__all__ = ["everywhere"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everywhere")]
US = ("US", "")  # a country, and no state


def place_of(criteria: Criteria) -> PlaceFound | None:
    return place_by_slug(criteria.near) if criteria.near else None


def points_by_town(sites: SitePoints) -> dict[Point, PlaceFound]:
    points = (one.point for one in sites.here)
    return places_at((point for point in points if point), TOWN_KM)


def studies_of(sites: Iterable[SitePoint]) -> frozenset[int]:
    return frozenset[int]().union(*(one.studies for one in sites))


def areas_below(area: Area, sites: SitePoints) -> Iterable[tuple[Area, int]]:
    for tally in parts_of(area, sites.here):
        yield tally.area, tally.count
        yield from areas_below(tally.area, sites)


CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "status": st.sampled_from([(), ("RECRUITING",), ("COMPLETED", "RECRUITING"), ("UNKNOWN",)]),
    "kind": st.sampled_from([(), ("mnd_other", "stem_cells")]),
    "country": st.sampled_from([(), ("US",), ("FR", "US"), ("IL",)]),
    "state": st.sampled_from([(), ("US-MA",), ("US-CA", "US-MA")]),
    "near": st.sampled_from(["", "boston-ma-us", "paris-fr"]),
    "within": st.sampled_from([None, 3, 70, 5000]),
    "q": st.sampled_from(["", "ALS", "xylophone"]),
}


@given(st.fixed_dictionaries(CHOICES))
@settings(max_examples=25, deadline=None)
def test_the_map_counts_as_the_list_does(chosen: dict[str, Any]) -> None:
    """The whole, each country, state and town: the list that a link opens has its number."""
    if not chosen["near"]:
        chosen = {**chosen, "within": None}
    criteria = Criteria(**chosen)
    place = place_of(criteria)
    sites = site_points(criteria, place=place)
    whole = search(criteria, place=place, page_size=1000)
    assert set(sites.found) == {hit.study.pk for hit in whole.hits}
    assert len(sites.found) == whole.total
    assert len(sites.without_place) + count_of(sites.here) == whole.total
    towns = points_by_town(sites)
    for area, number in areas_below(WORLD, sites):
        narrowed = list_criteria(criteria, area)
        if narrowed:
            assert count(narrowed, place=place) == number, area
        for town in towns_in(area, sites, towns):
            if town.place:
                there = town_criteria(criteria, town.place)
                assert count(there, place=town.place) == town.count, (area, town)


def test_countries_have_the_numbers_of_the_filter() -> None:
    criteria = Criteria(status=("RECRUITING",))
    facet = {one.value: one.count for one in search(criteria).facet("country").values}
    sites = site_points(criteria)
    found = {a.code: n for a, n in areas_below(WORLD, sites) if a.level is Level.COUNTRY}
    assert found == {code: number for code, number in facet.items() if number}
    assert found


def test_a_site_with_another_status_is_not_on_the_map() -> None:
    sites = site_points(Criteria(status=("RECRUITING",)))
    cities = {one.city for one in sites.here if set(one.studies) & ids("NCT90005005")}
    assert cities == {"Worcester"}
    assert ids("NCT90005004") <= set(sites.without_place)


def test_what_has_no_place_is_counted() -> None:
    sites = site_points(Criteria())
    assert ids("NCT90005001") <= set(sites.without_place)
    assert not ids("NCT90005002", "NCT90005003") & set(sites.without_place)
    stateless = studies_of(one for one in sites.here if (one.country_code, one.state_code) == US)
    assert ids("NCT90005003") <= stateless
    elsewhere = by_town(Area(Level.COUNTRY, "US"), sites.here)
    assert studies_of(elsewhere) == stateless
    germany = towns_in(Area(Level.COUNTRY, "DE"), sites, points_by_town(sites))
    assert [(one.name, one.count, one.point) for one in germany if not one.place] == [
        ("Nowhere Town", 1, None)
    ]


def test_a_town_counts_what_its_list_has_even_beyond_the_distance_asked_for() -> None:
    """One kilometre from Boston leaves out the study that the town's own list has."""
    criteria = Criteria(near="boston-ma-us", within=1, unit="km")
    boston = place_of(criteria)
    assert boston
    sites = site_points(criteria, place=boston)
    assert not ids("NCT90005006") & set(sites.found)
    (town,) = towns_in(Area(Level.STATE, "US-MA"), sites, points_by_town(sites))
    listed = town_criteria(criteria, boston)
    there = {hit.study.pk for hit in search(listed, place=boston, page_size=1000).hits}
    assert town.count == count(listed, place=boston) == len(there)
    assert town.count > len(sites.found)
    assert ids("NCT90005006") <= there


def ids(*nct_ids: str) -> set[int]:
    hits = search(Criteria(), page_size=1000).hits
    return {hit.study.pk for hit in hits if hit.study.nct_id in nct_ids}


class TestPlacesAt:
    """From points to towns."""

    def test_the_nearest_town_within_reach(self) -> None:
        near_boston, at_sea = (42.36, -71.06), (40.0, -40.0)
        found = places_at([near_boston, at_sea, (42.37, -71.09)], 3)
        assert {point: place.slug for point, place in found.items()} == {
            near_boston: "boston-ma-us",
            (42.37, -71.09): "cambridge-ma-us",
        }

    def test_no_points_no_towns(self) -> None:
        assert places_at([], 3) == {}

    def test_at_the_poles(self) -> None:
        assert places_at([(90.0, 0.0), (-90.0, 180.0)], 3) == {}
