"""The questions that finding a place asks of the tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection
from django.db.models import F, Max, Q
from django.db.models.functions import Ln

from trials.models.place import Place, PlaceName
from trials.places.distance import Point, bounding_box, distance_km
from trials.places.reading import Reading
from trials.places.regions import Region, Regions
from trials.places.values import PlaceFound

# A foreign or former name counts for less than a town's own.
_ALTERNATE_WEIGHT = 0.1
# Towns of one name so close together are one to somebody who asks for studies nearby.
_SAME_TOWN_KM = 25
_ENGLISH_SPEAKING = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
# What makes a town a landmark for a smaller one.
_LANDMARK_PEOPLE = 50_000
_LANDMARK_WITHIN_KM = (40.0, 150.0, 500.0)
# More places than any name has ('San Antonio': about 800).
_MOST_MATCHES = 2000
_FIELDS = (
    "slug",
    "name",
    "admin_name",
    "admin_code",
    "country_code",
    "latitude",
    "longitude",
    "population",
)
_BY_SLUG = f"SELECT {', '.join(_FIELDS)} FROM trials_place WHERE slug = %s"  # noqa: S608 ours
_PLACE_FIELDS = tuple(f"place__{field}" for field in _FIELDS)


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears the name asked for, as its own name or as an alternate."""

    place: PlaceFound
    is_own_name: bool

    @property
    def weight(self) -> float:
        """How likely this place is meant, in people."""
        return self.place.population * (1 if self.is_own_name else _ALTERNATE_WEIGHT)

    def lies_in(self, regions: Regions | None) -> bool:
        """True also where no region is asked for."""
        if regions is None:
            return True
        return any(r.holds(self.place.country_code, self.place.admin_code) for r in regions)


def first_matches(readings: Sequence[Reading]) -> tuple[Reading | None, list[Match]]:
    """The first reading that some place answers to, and its places, likeliest first."""
    matches = _matches_by_name({reading.name for reading in readings})
    for reading in readings:
        named = matches.get(reading.name, [])
        inside = [match for match in named if match.lies_in(reading.regions)]
        if inside:
            return reading, _without_doubles(_meant(inside, reading))
    return None, []


def _meant(matches: list[Match], reading: Reading) -> list[Match]:
    """Beside an English-speaking region a town's own name beats the former names of others."""
    own = [match for match in matches if match.is_own_name]
    is_english = all(match.place.country_code in _ENGLISH_SPEAKING for match in matches)
    return own if own and reading.regions and is_english else matches


def place_by_slug(slug: str) -> PlaceFound | None:
    """By plain SQL: every search near a place begins with this question."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_SLUG, [slug])
        row = cursor.fetchone()
    return PlaceFound(*row) if row else None


def largest_in(regions: Regions, limit: int) -> tuple[PlaceFound, ...]:
    rows = Place.objects.filter(_inside(regions)).order_by("-population", "slug")
    return tuple(PlaceFound(*row) for row in rows.values_list(*_FIELDS)[:limit])


def similar(name: str, regions: Regions | None, limit: int) -> list[PlaceFound]:
    """Places whose name is spelt nearly like ``name``; the large before the small."""
    rows = (
        PlaceName.objects.filter(_inside(regions, "place__"), is_common=True)
        .filter(folded__trigram_similar=name)
        .values(*_PLACE_FIELDS)
        .annotate(closeness=Max(TrigramSimilarity("folded", name)))
        .order_by(-F("closeness") * Ln(F("place__population") + 100.0), "place__slug")
    )
    return [PlaceFound(*row) for row in rows.values_list(*_PLACE_FIELDS)[:limit]]


def nearest(point: Point, within_km: Iterable[float]) -> PlaceFound | None:
    """The town nearest to ``point``, looked for in ever larger boxes."""
    return _nearest(Q(), point, within_km)


def with_landmark(place: PlaceFound) -> PlaceFound:
    """The same, with the nearest city that is larger, to tell it from others of its name."""
    larger = Q(population__gte=max(_LANDMARK_PEOPLE, 2 * place.population))
    city = _nearest(larger, (place.latitude, place.longitude), _LANDMARK_WITHIN_KM)
    return replace(place, near=city.name if city else "")


def distance_to(place: PlaceFound, point: Point) -> float:
    """Kilometres from the town's centre."""
    return distance_km((place.latitude, place.longitude), point)


def _nearest(wanted: Q, point: Point, within_km: Iterable[float]) -> PlaceFound | None:
    for km in within_km:
        rows = Place.objects.filter(wanted, _in_box(point, km)).values_list(*_FIELDS)
        if places := [PlaceFound(*row) for row in rows]:
            return min(places, key=lambda place: (distance_to(place, point), place.slug))
    return None


def _matches_by_name(names: set[str]) -> dict[str, list[Match]]:
    rows = (
        PlaceName.objects.filter(folded__in=names)
        .order_by("-place__population", "place__slug")
        .values_list("folded", "is_own", *_PLACE_FIELDS)[:_MOST_MATCHES]
    )
    found: dict[str, list[Match]] = {}
    for name, is_own, *fields in rows:
        found.setdefault(name, []).append(Match(PlaceFound(*fields), is_own))
    return found


def _without_doubles(matches: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: -match.weight):
        if not any(_are_one_town(match.place, other.place) for other in kept):
            kept.append(match)
    return kept


def _are_one_town(a: PlaceFound, b: PlaceFound) -> bool:
    if a.country_code != b.country_code:
        return False
    return distance_to(a, (b.latitude, b.longitude)) <= _SAME_TOWN_KM


def _inside(regions: Regions | None, prefix: str = "") -> Q:
    if regions is None:
        return Q()
    inside = Q(pk__in=[])
    for region in regions:
        inside |= _in_region(region, prefix)
    return inside


def _in_region(region: Region, prefix: str) -> Q:
    country = Q(**{f"{prefix}country_code": region.country_code})
    if not region.admin_code:
        return country
    return country & Q(**{f"{prefix}admin_code": region.admin_code})


def _in_box(point: Point, km: float) -> Q:
    box = bounding_box(*point, km)
    between = Q()
    for west_east in box.longitudes:
        between |= Q(longitude__range=west_east)
    return between & Q(latitude__range=(box.south, box.north))
