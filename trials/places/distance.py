"""Distances on the earth's surface, in kilometres between points in degrees."""

from math import asin, cos, degrees, hypot, radians, sin
from typing import NamedTuple

# Mean radius of the WGS 84 ellipsoid (IUGG).
EARTH_RADIUS_KM = 6371.0088
# The international mile, exact since 1959.
KM_PER_MILE = 1.609344
_POLE = 90.0
_ANTIMERIDIAN = 180.0
_ALL_LONGITUDES = ((-_ANTIMERIDIAN, _ANTIMERIDIAN),)
# About a centimetre: keeps a point on the edge inside in spite of rounding.
_SLACK_DEGREES = 1e-7

Point = tuple[float, float]


class BoundingBox(NamedTuple):
    """All points within a distance lie in here, and some that are farther.

    ``longitudes``: one (west, east), or two where the box crosses the antimeridian.
    """

    south: float
    north: float
    longitudes: tuple[tuple[float, float], ...]


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance between two (latitude, longitude), by the haversine formula."""
    lat_a, lat_b = radians(a[0]), radians(b[0])
    across = sin((lat_b - lat_a) / 2)
    along = sin(radians(b[1] - a[1]) / 2)
    half_chord = hypot(across, along * (cos(lat_a) * cos(lat_b)) ** 0.5)
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, half_chord))


def bounding_box(latitude: float, longitude: float, km: float) -> BoundingBox:
    """The box of all points at most ``km`` from a point."""
    reach = degrees(km / EARTH_RADIUS_KM) + _SLACK_DEGREES
    south, north = latitude - reach, latitude + reach
    if south <= -_POLE or north >= _POLE:
        return BoundingBox(max(south, -_POLE), min(north, _POLE), _ALL_LONGITUDES)
    half_width = degrees(asin(min(1.0, sin(radians(reach)) / cos(radians(latitude)))))
    return BoundingBox(south, north, _longitudes(longitude, half_width + _SLACK_DEGREES))


def _longitudes(middle: float, half_width: float) -> tuple[tuple[float, float], ...]:
    west, east = middle - half_width, middle + half_width
    if west < -_ANTIMERIDIAN:
        return ((west + 360, _ANTIMERIDIAN), (-_ANTIMERIDIAN, east))
    if east > _ANTIMERIDIAN:
        return ((west, _ANTIMERIDIAN), (-_ANTIMERIDIAN, east - 360))
    return ((west, east),)


def miles_to_km(miles: float) -> float:
    return miles * KM_PER_MILE


def km_to_miles(km: float) -> float:
    return km / KM_PER_MILE
