"""The offline gazetteer: from 'Boston', 'Seoul' or a ZIP code to a place, and how far it is.

Nothing that somebody types here leaves the server. Data: GeoNames (CC BY 4.0).
"""

from trials.places.distance import (
    BoundingBox,
    bounding_box,
    distance_km,
    km_to_miles,
    miles_to_km,
)
from trials.places.find import find_places, place_by_slug
from trials.places.gazetteer import load_gazetteer
from trials.places.locate import locate_city
from trials.places.values import AnswerKind, PlaceAnswer, PlaceFound, RegionFound

__all__ = [
    "AnswerKind",
    "BoundingBox",
    "PlaceAnswer",
    "PlaceFound",
    "RegionFound",
    "bounding_box",
    "distance_km",
    "find_places",
    "km_to_miles",
    "load_gazetteer",
    "locate_city",
    "miles_to_km",
    "place_by_slug",
]
