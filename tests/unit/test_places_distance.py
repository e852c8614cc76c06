"""Distances and boxes, against plain haversine on every kind of point."""

from math import acos, asin, atan2, cos, degrees, pi, radians, sin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trials.places import (
    BoundingBox,
    bounding_box,
    distance_km,
    km_to_miles,
    miles_to_km,
)
from trials.places.distance import EARTH_RADIUS_KM, Point

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)
POINTS = st.tuples(LATITUDES, LONGITUDES)
BOSTON, SEOUL, SUVA = (42.35843, -71.05977), (37.566, 126.9784), (-18.14161, 178.44149)


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (BOSTON, (40.71427, -74.00597), 306),
        (BOSTON, SEOUL, 10_959),
        ((0.0, 179.0), (0.0, -179.0), 222.39),
        ((90.0, 0.0), (-90.0, 0.0), 20_015),
        (BOSTON, BOSTON, 0),
    ],
    ids=["Boston-New York", "Boston-Seoul", "over the antimeridian", "poles", "same"],
)
def test_known_distances(a: Point, b: Point, km: float) -> None:
    assert distance_km(a, b) == pytest.approx(km, rel=0.003, abs=0.001)


@given(POINTS, POINTS)
def test_there_is_as_far_as_back_and_never_more_than_half_way_round(a: Point, b: Point) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert 0 <= distance_km(a, b) <= EARTH_RADIUS_KM * pi + 1e-6


@given(POINTS, POINTS)
def test_distance_agrees_with_the_spherical_law_of_cosines(a: Point, b: Point) -> None:
    lat_a, lat_b, turn = radians(a[0]), radians(b[0]), radians(b[1] - a[1])
    cosine = sin(lat_a) * sin(lat_b) + cos(lat_a) * cos(lat_b) * cos(turn)
    # the law of cosines itself is only good to about 100 m for points close together
    assert distance_km(a, b) == pytest.approx(
        EARTH_RADIUS_KM * acos(max(-1.0, min(1.0, cosine))), abs=0.2
    )


@given(POINTS, POINTS, st.floats(0, 21_000))
@example((89.9, 0.0), (89.9, 180.0), 30.0)
@example((0.0, 179.9), (0.0, -179.9), 30.0)
@example((0.0, -180.0), (0.0, 180.0), 0.0)
@example((45.0, 10.0), (46.0, 11.0), 0.0)
def test_the_box_holds_every_point_within_the_distance(
    here: Point, there: Point, km: float
) -> None:
    if distance_km(here, there) <= km:
        assert _holds(bounding_box(*here, km), there)


@given(POINTS, st.floats(0, 360), st.floats(0, 5_000))
def test_the_box_holds_the_circle_it_is_drawn_around(
    here: Point, bearing: float, km: float
) -> None:
    assert _holds(bounding_box(*here, km), _walk(here, bearing, km))


@given(POINTS, st.floats(0, 25_000))
def test_the_box_stays_on_the_globe(here: Point, km: float) -> None:
    box = bounding_box(*here, km)
    assert -90 <= box.south <= box.north <= 90
    assert 1 <= len(box.longitudes) <= 2
    assert all(-180 <= west <= east <= 180 for west, east in box.longitudes)


@given(st.floats(-75, 75), LONGITUDES, st.floats(1, 500))
def test_the_box_is_no_larger_than_it_must_be(latitude: float, longitude: float, km: float) -> None:
    box = bounding_box(latitude, longitude, km)
    height = distance_km((box.south, longitude), (box.north, longitude))
    width = sum(east - west for west, east in box.longitudes)
    assert height == pytest.approx(2 * km, rel=0.001)
    assert width <= 2 * degrees(km / EARTH_RADIUS_KM) / cos(radians(abs(latitude) + 5)) * 1.3


def test_a_box_over_the_antimeridian_has_two_parts() -> None:
    east, west = bounding_box(*SUVA, 500).longitudes
    assert east[1] == 180
    assert west[0] == -180
    assert east[0] > 170
    assert west[1] < -170


def test_a_box_over_a_pole_has_all_longitudes() -> None:
    assert bounding_box(89.5, 12.0, 100).longitudes == ((-180.0, 180.0),)
    assert bounding_box(89.5, 12.0, 100).north == 90


def test_a_mile_is_the_international_one() -> None:
    assert miles_to_km(100) == 160.9344
    assert km_to_miles(160.9344) == pytest.approx(100)


@given(st.floats(0, 1e6))
def test_miles_come_back(miles: float) -> None:
    assert km_to_miles(miles_to_km(miles)) == pytest.approx(miles)


def _holds(box: BoundingBox, point: Point) -> bool:
    latitude, longitude = point
    across = any(west <= longitude <= east for west, east in box.longitudes)
    return box.south <= latitude <= box.north and across


def _walk(start: Point, bearing: float, km: float) -> Point:
    """Where one is after ``km`` in a straight line (direct problem on the sphere)."""
    latitude, turn, arc = radians(start[0]), radians(bearing), km / EARTH_RADIUS_KM
    sine = sin(latitude) * cos(arc) + cos(latitude) * sin(arc) * cos(turn)
    end = asin(max(-1.0, min(1.0, sine)))
    east = atan2(sin(turn) * sin(arc) * cos(latitude), cos(arc) - sin(latitude) * sin(end))
    return degrees(end), (start[1] + degrees(east) + 540) % 360 - 180
