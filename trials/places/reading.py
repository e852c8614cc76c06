"""What somebody's words for a place can mean, before any table is asked.

'Boston MA' may be a town 'boston ma' anywhere, or a town 'boston' in Massachusetts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trials.places.folding import fold
from trials.places.regions import NOWHERE, Regions, both, regions_named
from trials.records.countries import plain_name

_BETWEEN_PARTS = re.compile(r"[,;/|()\[\]\n，、；]")
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """A town's folded name, and where it must lie; ``regions`` None means anywhere."""

    name: str
    regions: Regions | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Readings, likeliest first, and the regions that the words as a whole can name.

    ``plain``: the words without accents and signs, abbreviations as they were typed.
    """

    plain: str
    readings: tuple[Reading, ...]
    regions: Regions


def read_place(text: str) -> Query:
    """Every way to take ``text`` as a town, with or without its region, in any order."""
    parts = [words for part in _BETWEEN_PARTS.split(text) if (words := _words(part))]
    whole = [regions_named(words) for words in parts]
    readings = tuple(dict.fromkeys(_readings(parts, whole)))
    regions = _all_of(whole) if parts and all(whole) else NOWHERE
    return Query(plain_name(text), readings, regions)


def _words(part: str) -> list[str]:
    """A house number or postal code beside a name is left out; digits alone are kept."""
    words = fold(part).split()[:_MOST_WORDS]
    named = [word for word in words if not any(letter.isdigit() for letter in word)]
    return named or words


def _readings(parts: list[list[str]], whole: list[Regions]) -> Iterator[Reading]:
    towns = [place for place, regions in enumerate(whole) if not regions] or [0]
    for place in towns if parts else ():
        beside = [regions for other, regions in enumerate(whole) if other != place and regions]
        for reading in _readings_of_words(parts[place]):
            yield _narrowed(reading, beside)


def _readings_of_words(words: list[str]) -> Iterator[Reading]:
    yield Reading(" ".join(words))
    for cut in range(len(words) - 1, 0, -1):
        if regions := regions_named(words[cut:]):
            yield Reading(" ".join(words[:cut]), regions)
    for cut in range(1, len(words)):
        if regions := regions_named(words[:cut]):
            yield Reading(" ".join(words[cut:]), regions)


def _narrowed(reading: Reading, beside: list[Regions]) -> Reading:
    if not beside:
        return reading
    inside = _all_of(beside)
    if reading.regions is not None:
        inside = both(reading.regions, inside)
    return Reading(reading.name, inside)


def _all_of(several: list[Regions]) -> Regions:
    first, *rest = several
    for regions in rest:
        first = both(first, regions)
    return first
