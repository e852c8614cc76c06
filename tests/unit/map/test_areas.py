"""The parts of the map, and the way in and out of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.records.countries import country_codes, country_name
from trials.search.site_points import SitePoint
from trials.views.presenters.map.areas import (
    DRAWN_STATES,
    WORLD,
    Area,
    Level,
    parse_area,
    smallest_with,
)
from trials.views.presenters.map.windows import ANCHORS, FRAMES


def site(country: str, state: str = "", study_id: int = 1) -> SitePoint:
    return SitePoint(
        (study_id,),
        country,
        state,
        "Town",
        None,
        is_approximate=False,
        is_near=True,
    )


@pytest.mark.parametrize(
    ("at", "level", "name"),
    [
        ("world", Level.WORLD, "the world"),
        ("Europe", Level.CONTINENT, "Europe"),
        ("de", Level.COUNTRY, "Germany"),
        ("US", Level.COUNTRY, "the United States"),
        ("us-ma", Level.STATE, "Massachusetts"),
        ("US-DC", Level.STATE, "District of Columbia"),
    ],
)
def test_an_address_names_an_area(at: str, level: Level, name: str) -> None:
    area = parse_area(at)
    assert area is not None
    assert (area.level, area.in_sentence) == (level, name)


@pytest.mark.parametrize("at", ["", "moon", "XX", "US-", "US-ZZ", "US-PR", "DE-BE", "-", "US-MA-1"])
def test_what_is_no_area_is_none(at: str) -> None:
    assert parse_area(at) is None


@given(st.text(max_size=50))
def test_no_text_breaks_it(text: str) -> None:
    area = parse_area(text)
    assert area is None or parse_area(area.code) == area


def test_every_country_is_on_a_continent_with_a_map() -> None:
    assert set(FRAMES) == set(ANCHORS)
    for code in country_codes():
        area = Area(Level.COUNTRY, code)
        assert [one.level for one in area.path] == [Level.WORLD, Level.CONTINENT], code
        assert area.path[1].code in FRAMES, code
        assert parse_area(code) == area
        assert area.name == country_name(code)


def test_the_way_out_of_a_state() -> None:
    codes = [area.code for area in Area(Level.STATE, "US-MA").path]
    assert codes == ["world", "north-america", "US"]
    assert {"MA", "DC"} <= DRAWN_STATES


def test_the_parts_that_a_site_is_in() -> None:
    boston, nowhere = site("US", "MA"), site("US")
    parts = [area.code for area in walk(boston)]
    assert parts == ["north-america", "US", "US-MA"]
    assert [area.code for area in walk(nowhere)] == ["north-america", "US"]
    assert Area(Level.COUNTRY, "DE").part_with(boston) is None


def walk(one: SitePoint) -> list[Area]:
    areas, area = [], WORLD
    while part := area.part_with(one):
        areas.append(part)
        area = part
    return areas


@pytest.mark.parametrize(
    ("sites", "code"),
    [
        ([site("US", "MA"), site("US", "MA")], "US-MA"),
        ([site("US", "MA"), site("US", "CA")], "US"),
        ([site("US", "MA"), site("US")], "US"),
        ([site("US", "MA"), site("CA", "ON")], "north-america"),
        ([site("FR"), site("JP")], "world"),
        ([site("FR")], "FR"),
        ([], "world"),
    ],
)
def test_the_smallest_area_that_holds_all(sites: list[SitePoint], code: str) -> None:
    assert smallest_with(sites).code == code
