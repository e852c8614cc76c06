"""Which town a point is the point of."""

from collections.abc import Iterable
from math import cos, degrees, radians

from django.db import connection

from trials.places.distance import EARTH_RADIUS_KM, Point, distance_km
from trials.places.values import PlaceFound

_SMALLEST_COSINE = 0.01
_QUERY = """
    SELECT p.latitude, p.longitude, t.slug, t.name, t.admin_name, t.admin_code, t.country_code,
        t.latitude, t.longitude, t.population
    FROM unnest(%s::float[], %s::float[], %s::float[]) AS p (latitude, longitude, half_width)
    JOIN trials_place t
        ON t.latitude BETWEEN p.latitude - %s AND p.latitude + %s
        AND t.longitude BETWEEN p.longitude - p.half_width AND p.longitude + p.half_width
"""


def places_at(points: Iterable[Point], within_km: float) -> dict[Point, PlaceFound]:
    """The nearest town of each (latitude, longitude) that has one within so many kilometres.

    One query for all. Of two towns as near, the larger.
    """
    asked = sorted(set(points))
    reach = degrees(within_km / EARTH_RADIUS_KM)
    half_widths = [reach / max(cos(radians(lat)), _SMALLEST_COSINE) for lat, _ in asked]
    columns = [[lat for lat, _ in asked], [lon for _, lon in asked], half_widths]
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [*columns, reach, reach])
        rows = [((row[0], row[1]), PlaceFound(*row[2:])) for row in cursor.fetchall()]
    rows = [(point, place) for point, place in rows if _km(point, place) <= within_km]
    rows.sort(key=lambda row: (_km(*row), -row[1].population, row[1].slug), reverse=True)
    return dict(rows)


def _km(point: Point, place: PlaceFound) -> float:
    return distance_km(point, (place.latitude, place.longitude))
