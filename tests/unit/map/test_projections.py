"""Our projections against the figures of d3-geo 3.1.2 (projected.mjs made projected.json)."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.places import distance_km
from trials.places.distance import EARTH_RADIUS_KM
from trials.views.presenters.map.projections import AlbersUsa, Azimuthal, EqualEarth, Projection

D3: dict[str, Any] = json.loads(Path(__file__).with_name("projected.json").read_text())


def agrees(projection: Projection, points: list[Any], size: float = 1) -> None:
    assert len(points) > 10
    for (longitude, latitude), (x, y) in points:
        ours = tuple(size * one for one in projection(latitude, longitude))
        assert ours == pytest.approx((x, y), abs=2e-6 * size), (longitude, latitude)


def test_equal_earth_is_that_of_d3() -> None:
    agrees(EqualEarth(), D3["equal_earth"])


def test_the_united_states_with_alaska_and_hawaii_are_those_of_d3() -> None:
    agrees(AlbersUsa(), D3["albers_usa"], size=1000)


@pytest.mark.parametrize("case", D3["azimuthal"], ids=lambda case: str(case["centre"]))
def test_a_view_around_a_centre_is_that_of_d3(case: Any) -> None:
    longitude, latitude = case["centre"]
    agrees(Azimuthal(latitude, longitude), case["points"])


latitudes, longitudes = st.floats(-89, 89), st.floats(-180, 180)


@given(latitudes, longitudes, latitudes, longitudes)
def test_degrees_from_the_centre_are_the_distance(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    off = Azimuthal(lat, lon).degrees_off(other_lat, other_lon)
    km = off * 3.141592653589793 / 180 * EARTH_RADIUS_KM
    assert km == pytest.approx(distance_km((lat, lon), (other_lat, other_lon)), abs=0.5)
