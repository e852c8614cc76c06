"""US ZIP codes: looked up in the package zipcodes when somebody types one, and never kept."""

import re
from functools import partial
from typing import Any

from trials.places.candidates import distance_to, first_matches, nearest
from trials.places.distance import Point
from trials.places.folding import fold
from trials.places.reading import Reading
from trials.places.regions import Region, regions_named
from trials.places.values import PlaceFound
from trials.records.states import US_STATES

_ZIP = re.compile(r"(?<![0-9])([0-9]{5})(?:[- ]?[0-9]{4})?(?![0-9])")
# A post office's town lies no farther from its delivery area, even in Alaska's interior.
_TOWN_WITHIN_KM = 80
_NEAREST_WITHIN_KM = (15.0, 60.0, 300.0)


def zip_code_in(text: str) -> str | None:
    """The five digits where ``text`` is a ZIP code ('02114-2696', 'MA 02114', '02114 USA')."""
    found = _ZIP.search(text)
    if not found:
        return None
    beside = fold(text[: found.start()] + " " + text[found.end() :]).split()
    if beside and not any(region.country_code == "US" for region in regions_named(beside)):
        return None
    return found[1]


def place_of_zip(zip_code: str) -> PlaceFound | None:
    """The town of a ZIP code: its own, else the nearest; None for a code without a position.

    Military and diplomatic codes have none.
    """
    # The compiled table costs 8 MB, and most visitors type no ZIP code.
    import zipcodes  # noqa: PLC0415

    entries: list[dict[str, Any]] = zipcodes.matching(zip_code)  # type: ignore[no-untyped-call]
    if not entries:
        return None
    point = float(entries[0]["lat"] or 0), float(entries[0]["long"] or 0)
    if not any(point):
        return None
    return _own_town(entries[0], point) or nearest(point, _NEAREST_WITHIN_KM)


def _own_town(entry: dict[str, Any], point: Point) -> PlaceFound | None:
    state = entry["state"]
    region = Region("US", state) if state in US_STATES else Region(state, "")
    for name in (entry["city"], *entry["acceptable_cities"]):
        _, matches = first_matches([Reading(fold(name), frozenset({region}))])
        towns = sorted((match.place for match in matches), key=partial(distance_to, point=point))
        if towns and distance_to(towns[0], point) <= _TOWN_WITHIN_KM:
            return towns[0]
    return None
