"""The shapes as they are kept, and as they are drawn."""

import gzip
import re

import pytest

from tests.unit.map.world_of_sites import TOWNS, Town
from trials.records.countries import country_codes
from trials.views.presenters.map.areas import DRAWN_STATES, WORLD, Area, Level, parse_area
from trials.views.presenters.map.atlas import DATA, middle, shapes
from trials.views.presenters.map.buttons import NARROW, WIDE, Scale, Target, buttons
from trials.views.presenters.map.land import FINENESS, land
from trials.views.presenters.map.windows import ANCHORS, FRAMES, WIDTH, window_of

CONTINENTS = [Area(Level.CONTINENT, code) for code in FRAMES]
PATH = re.compile(r"(?:M-?\d+ -?\d+l(?:-?\d+|(?<=\d) \d+)+z)+")


@pytest.mark.parametrize(("name", "most"), [("world", 21_000), ("us", 8_000)])
def test_the_data_stays_small(name: str, most: int) -> None:
    assert len(gzip.compress((DATA / f"{name}.json").read_bytes(), mtime=0)) <= most


def test_every_shape_is_known_and_on_earth() -> None:
    assert {code for code, _rings in shapes("world")} <= country_codes() | {""}
    assert {code for code, _rings in shapes("us")} == DRAWN_STATES
    for name in ("world", "us"):
        for code, rings in shapes(name):
            for ring in rings:
                assert all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in ring), code
                assert ring[0] == ring[-1], code


@pytest.mark.parametrize(
    ("name", "code", "latitude", "longitude"),
    [
        ("world", "DE", 51, 10),
        ("world", "FR", 46.5, 2.5),
        ("world", "US", 45, -112),
        ("us", "CO", 39, -105.5),
        ("us", "MA", 42.3, -72),
    ],
)
def test_the_middle_of_a_shape(name: str, code: str, latitude: float, longitude: float) -> None:
    assert middle(name, code) == pytest.approx((latitude, longitude), abs=15 if code == "US" else 1)


def test_the_middle_of_what_has_no_shape_is_not_known() -> None:
    assert middle("world", "XX") is None


@pytest.mark.parametrize("area", [WORLD, *CONTINENTS], ids=lambda area: area.code)
def test_paths_are_valid_and_within_the_budget(area: Area) -> None:
    drawn = "".join(path for _code, path in land(window_of(area)))
    assert PATH.fullmatch(drawn)
    assert len(gzip.compress(drawn.encode(), mtime=0)) < 14_000


def test_a_path_goes_where_its_country_is() -> None:
    window = window_of(WORLD)
    paths = dict(land(window))
    x, y = window.place((51, 10))
    numbers = re.match(r"M(\d+) (\d+)l", paths["DE"])
    assert numbers
    assert float(numbers[1]) / FINENESS == pytest.approx(x, abs=12)
    assert float(numbers[2]) / FINENESS == pytest.approx(y, abs=12)


@pytest.mark.parametrize("code", sorted(country_codes()))
def test_every_country_has_a_map(code: str) -> None:
    window = window_of(Area(Level.COUNTRY, code), [(0.5, 0.5)] if not middle("world", code) else [])
    assert 400 <= window.height <= 540
    if point := middle("world", code):
        assert window.shows(*window.place(point))


@pytest.mark.parametrize("town", TOWNS.values(), ids=lambda town: town.slug)
def test_a_town_is_seen_on_the_maps_that_hold_it(town: Town) -> None:
    point = (town.latitude, town.longitude)
    assert window_of(WORLD).shows(*window_of(WORLD).place(point))
    if town.slug.endswith("-us"):
        state = parse_area("US-" + town.slug[-5:-3].upper())
        assert state
        for area in (Area(Level.COUNTRY, "US"), state):
            assert window_of(area).shows(*window_of(area).place(point)), area


def test_all_six_continents_have_a_button_even_where_the_map_is_small() -> None:
    window = window_of(WORLD)
    targets = [
        Target(code, code, 20, f"/{code}", *window.place(point)) for code, point in ANCHORS.items()
    ]
    for scale in (WIDE, NARROW):
        assert {one.target.name for one in buttons(targets, window, scale)} == set(ANCHORS)


@pytest.mark.parametrize(("scale", "pixels"), [(WIDE, 700), (NARROW, 270)])
def test_a_button_is_48_pixels_across_on_the_smallest_map_of_its_scale(
    scale: Scale, pixels: int
) -> None:
    assert 2 * scale.smallest * pixels / WIDTH >= 48
