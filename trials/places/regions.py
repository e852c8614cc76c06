"""Countries, states and provinces as they stand beside a town's name: 'MA', 'Germany', 'Ontario'.

``regions.tsv`` holds the first-level divisions of GeoNames (CC BY 4.0): country, GeoNames code,
name, other names. US, Canada and Australia come from ``trials.records.states``.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import pycountry

from trials.places.folding import fold
from trials.places.values import RegionFound
from trials.records import countries, states


class Region(NamedTuple):
    """``admin_code`` "" means the whole country."""

    country_code: str
    admin_code: str

    def holds(self, country_code: str, admin_code: str) -> bool:
        return self.country_code == country_code and self.admin_code in ("", admin_code)


Regions = frozenset[Region]
NOWHERE: Regions = frozenset()


def regions_named(words: Sequence[str]) -> Regions:
    """What one or several region names in a row can mean together; empty where they can't.

    'ma usa' -> Massachusetts; 'ma' -> Massachusetts or Morocco; 'boston' -> nothing.
    """
    whole = _regions_by_name().get(" ".join(words))
    if whole:
        return whole
    for cut in range(1, len(words)):
        first = _regions_by_name().get(" ".join(words[:cut]))
        if first and (rest := regions_named(words[cut:])):
            return both(first, rest)
    return NOWHERE


def both(some: Regions, others: Regions) -> Regions:
    """What lies in one of ``some`` and in one of ``others``: the narrower of each pair."""
    return frozenset(max(a, b) for a in some for b in others if a.holds(*b) or b.holds(*a))


def offered_regions(regions: Regions) -> tuple[RegionFound, ...]:
    """Those of ``regions`` that a reader can filter by: countries, and states of US, CA, AU."""
    states_first = sorted(regions, key=lambda region: (not region.admin_code, region))
    offered = [
        RegionFound(region.country_code, region.admin_code, name)
        for region in map(_as_country_if_nation, states_first)
        if (name := _offered_name(region))
    ]
    return tuple(offered)


def division_name(country_code: str, admin_code: str) -> str:
    """The name of a first-level division; "" where it isn't known."""
    named = states.state_name(admin_code, country_code)
    return named or _divisions().get(Region(country_code, admin_code), ("",))[0]


def _as_country_if_nation(region: Region) -> Region:
    """England is found in the registry as United Kingdom."""
    return Region("GB", "") if region.country_code == "GB" else region


def _offered_name(region: Region) -> str | None:
    if region.admin_code:
        return states.state_name(region.admin_code, region.country_code)
    return countries.country_name(region.country_code)


@lru_cache(maxsize=1)
def _regions_by_name() -> dict[str, Regions]:
    found: dict[str, set[Region]] = defaultdict(set)
    for name, region in _all_names():
        found[fold(name)].add(region)
    for nation in ("England", "Scotland", "Wales", "Northern Ireland"):
        # beside a town these mean the nation, not the whole kingdom
        found[fold(nation)].discard(Region("GB", ""))
    return {name: frozenset(regions) for name, regions in found.items() if name}


def _all_names() -> Iterator[tuple[str, Region]]:
    for plain, code in countries.codes_by_plain_name().items():
        yield plain, Region(code, "")
    for country in pycountry.countries:
        yield country.alpha_2, Region(country.alpha_2, "")
        yield country.alpha_3, Region(country.alpha_2, "")
    for code in states.STATES:
        for plain, admin_code in states.codes_by_plain_name(code).items():
            yield plain, _state(code, admin_code)
    for region, names in _divisions().items():
        yield from ((name, region) for name in names)


def _state(country_code: str, admin_code: str) -> Region:
    if country_code == "US" and admin_code in states.US_TERRITORIES:
        return Region(admin_code, "")
    return Region(country_code, admin_code)


@lru_cache(maxsize=1)
def _divisions() -> dict[Region, tuple[str, ...]]:
    table = files(__package__).joinpath("regions.tsv").read_text(encoding="utf-8")
    divisions = {}
    for line in table.splitlines():
        country, code, name, others = line.split("\t")
        divisions[Region(country, code)] = (name, *filter(None, others.split("|")))
    return divisions
