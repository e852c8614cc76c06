"""Real towns, and invented studies with sites in them, for tests of the map.

Coordinates are GeoNames' (CC BY 4.0), as in the registry; hospitals are invented.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.records import Json, study
from tests.records.parts import location


class Town(NamedTuple):
    """``slug``: as the gazetteer names it; ``country``, ``state``: as the registry does."""

    slug: str
    city: str
    country: str
    state: str
    latitude: float
    longitude: float


TOWNS = {
    town.slug: town
    for town in (
        Town("boston-ma-us", "Boston", "United States", "Massachusetts", 42.35843, -71.05977),
        Town("cambridge-ma-us", "Cambridge", "United States", "Massachusetts", 42.3751, -71.10561),
        Town("worcester-ma-us", "Worcester", "United States", "Massachusetts", 42.26259, -71.80229),
        Town("atlanta-ga-us", "Atlanta", "United States", "Georgia", 33.749, -84.38798),
        Town("chicago-il-us", "Chicago", "United States", "Illinois", 41.85003, -87.65005),
        Town("houston-tx-us", "Houston", "United States", "Texas", 29.76328, -95.36327),
        Town(
            "los-angeles-ca-us", "Los Angeles", "United States", "California", 34.05223, -118.24368
        ),
        Town("anchorage-ak-us", "Anchorage", "United States", "Alaska", 61.21806, -149.90028),
        Town("honolulu-hi-us", "Honolulu", "United States", "Hawaii", 21.30694, -157.85833),
        Town("toronto-on-ca", "Toronto", "Canada", "Ontario", 43.70011, -79.4163),
        Town("mexico-city-mx", "Mexico City", "Mexico", "", 19.42847, -99.12766),
        Town("sao-paulo-br", "São Paulo", "Brazil", "", -23.5475, -46.63611),
        Town("london-gb", "London", "United Kingdom", "", 51.50853, -0.12574),
        Town("paris-fr", "Paris", "France", "", 48.85341, 2.3488),
        Town("lyon-fr", "Lyon", "France", "", 45.74846, 4.84671),
        Town("madrid-es", "Madrid", "Spain", "", 40.4165, -3.70256),
        Town("barcelona-es", "Barcelona", "Spain", "", 41.38879, 2.15899),
        Town("lisbon-pt", "Lisbon", "Portugal", "", 38.71667, -9.13333),
        Town("brussels-be", "Brussels", "Belgium", "", 50.85045, 4.34878),
        Town("amsterdam-nl", "Amsterdam", "Netherlands", "", 52.37403, 4.88969),
        Town("berlin-de", "Berlin", "Germany", "", 52.52437, 13.41053),
        Town("ulm-de", "Ulm", "Germany", "", 48.39841, 9.99155),
        Town("milan-it", "Milan", "Italy", "", 45.46427, 9.18951),
        Town("zurich-ch", "Zurich", "Switzerland", "", 47.36667, 8.55),
        Town("prague-cz", "Prague", "Czechia", "", 50.08804, 14.42076),
        Town("warsaw-pl", "Warsaw", "Poland", "", 52.22977, 21.01178),
        Town("stockholm-se", "Stockholm", "Sweden", "", 59.32938, 18.06871),
        Town("moscow-ru", "Moscow", "Russia", "", 55.75222, 37.61556),
        Town("istanbul-tr", "Istanbul", "Turkey (Türkiye)", "", 41.01384, 28.94966),
        Town("jerusalem-il", "Jerusalem", "Israel", "", 31.76904, 35.21633),
        Town("tehran-ir", "Tehran", "Iran", "", 35.69439, 51.42151),
        Town("cairo-eg", "Cairo", "Egypt", "", 30.06263, 31.24967),
        Town("mumbai-in", "Mumbai", "India", "", 19.07283, 72.88261),
        Town("beijing-cn", "Beijing", "China", "", 39.9075, 116.39723),
        Town("seoul-kr", "Seoul", "South Korea", "", 37.566, 126.9784),
        Town("kyoto-jp", "Kyoto", "Japan", "", 35.02107, 135.75385),
        Town("singapore-sg", "Singapore", "Singapore", "", 1.28967, 103.85007),
        Town("sydney-nsw-au", "Sydney", "Australia", "New South Wales", -33.86785, 151.20732),
    )
}


def site(slug: str, status: str | None = None) -> Json:
    """A site in one of the towns."""
    town = TOWNS[slug]
    return location(
        f"Example Hospital of {town.city}",
        town.city,
        town.country,
        state=town.state or None,
        status=status,
        point=(town.latitude, town.longitude),
    )


def study_at(number: int, *slugs: str, **facts: Any) -> Json:
    """An invented study with a site in each of the towns; ids from NCT90002001."""
    return study(
        nct_id=f"NCT{90002000 + number}", locations=[site(slug) for slug in slugs], **facts
    )


def studies_all_over() -> list[Json]:
    """Every third town in a study of its own, one study in all of Europe's, and some in Boston."""
    slugs = list(TOWNS)
    spread = [study_at(number, *slugs[number::3]) for number in range(3)]
    alone = [study_at(10 + number, slug) for number, slug in enumerate(slugs)]
    boston = [study_at(100 + number, "boston-ma-us", "kyoto-jp") for number in range(9)]
    return spread + alone + boston
