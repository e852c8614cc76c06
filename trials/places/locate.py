"""The position of a study site that the registry names by its city only."""

import re
from collections.abc import Iterator

from trials.places.candidates import Match, distance_to, first_matches, largest_in
from trials.places.distance import Point
from trials.places.folding import clean, fold, looser
from trials.places.reading import Reading
from trials.places.regions import Region, Regions, regions_named
from trials.places.values import PlaceFound

# A city is taken without its state when it is so many times larger than the next of its name;
# a town without a figure counts as a small one.
_CLEARLY_LARGER = 10
_SMALL_TOWN = 1_000
# Hospitals stand in villages so seldom that one of a city's name is more likely a mistake.
_NO_VILLAGE = 2_000
# All towns of the name so close together: any of them is near enough.
_NEAR_ENOUGH_KM = 50
_BETWEEN_PARTS = re.compile(r"[,;/()\[\]]")
_WITH_DIGIT = re.compile(r"(?<!\S)\S*\d\S*")
# 'Aarhus N', 'Chrudim III', 'Mexico D. F.'
_QUARTER = re.compile(r"(?: (?:[a-z]|[ivx]{2,}))+$")
# Far more than a city: 'Moscow region'
_WIDE = re.compile(r"\b(?:area|county|oblast|province|region)$")
# Words for a kind of town or region, in the languages that records are written in.
_KIND_WORDS = re.compile(
    r"\b(?:cedex|city|municipality|district|province|prefecture|county|state|region"
    r"|si|gun|do|shi|sheng|ken|fu|kanton|canton|provincia|estado|voivodeship|ciudad"
    r"|auton|autonoma|teugbyeolsi|teukbyeolsi|gwangyeoksi|gwangyeogsi|jud|de)\b"
)
# Divisions that are one city: a ward that GeoNames doesn't list lies within its bounds.
_CITY_DIVISIONS = frozenset(
    Region(country, code)
    for country, codes in {
        "AR": ("07",),
        "AT": ("09",),
        "CN": ("22", "23"),
        "CO": ("34",),
        "CZ": ("52",),
        "DE": ("04", "16"),
        "HU": ("05",),
        "ID": ("04",),
        "JP": ("40",),
        "KR": ("10", "11", "12", "15", "18", "19", "21"),
        "MX": ("09",),
        "RU": ("48",),
        "TH": ("40",),
    }.items()
    for code in codes
)


def locate_city(city: str, state: str, country_code: str) -> Point | None:
    """(latitude, longitude) of a city's centre; None where it isn't sure which city is meant.

    ``city``, ``state``: the registry's own words (locations[].city, locations[].state), "" where
    not given; ``country_code``: ISO 3166 alpha-2. A caller must mark the answer as approximate.
    """
    names = [name for name in dict.fromkeys(_names(clean(city))) if name]
    if not names or not country_code:
        return None
    place = _by_name(names, state, country_code) or _by_division([state, city], country_code)
    return (place.latitude, place.longitude) if place else None


def _by_name(names: list[str], state: str, country_code: str) -> PlaceFound | None:
    country = frozenset({Region(country_code, "")})
    _, matches = first_matches([Reading(name, country) for name in names])
    divisions = _divisions(state, country_code)
    inside = [match for match in matches if divisions and match.lies_in(divisions)]
    return _sure(inside or matches)


def _by_division(names: list[str], country_code: str) -> PlaceFound | None:
    for name in names:
        cities = _divisions(name, country_code) & _CITY_DIVISIONS
        if cities and not _WIDE.search(fold(name)):
            return next(iter(largest_in(cities, limit=1)), None)
    return None


def _sure(matches: list[Match]) -> PlaceFound | None:
    if not matches or 0 < matches[0].place.population < _NO_VILLAGE:
        return None
    main, *others = matches
    if others and main.weight >= _CLEARLY_LARGER * max(others[0].weight, _SMALL_TOWN):
        return main.place
    centre = main.place.latitude, main.place.longitude
    far = any(distance_to(other.place, centre) > _NEAR_ENOUGH_KM for other in others)
    return None if far else main.place


def _names(city: str) -> Iterator[str]:
    """The ways to spell the city, most literal first."""
    parts = [_WITH_DIGIT.sub("", part) for part in _BETWEEN_PARTS.split(city)]
    for spelling in dict.fromkeys([fold(city), *map(fold, parts)]):
        yield spelling
        if not _WIDE.search(spelling):
            yield from looser(spelling)
            yield _without_kind(spelling)
            yield _QUARTER.sub("", spelling)


def _divisions(name: str, country_code: str) -> Regions:
    """The first-level divisions of the country that ``name`` can mean."""
    parts = [fold(part) for part in _BETWEEN_PARTS.split(clean(name))]
    named = [regions_named(form.split()) for part in parts for form in (part, _without_kind(part))]
    return frozenset(
        region
        for regions in named
        for region in regions
        if region.country_code == country_code and region.admin_code
    )


def _without_kind(folded: str) -> str:
    return " ".join(_KIND_WORDS.sub("", folded).split())
