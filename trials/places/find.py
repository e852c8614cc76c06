"""From what somebody typed to a place, some choices, or an honest 'not known'."""

from collections import Counter
from collections.abc import Iterable

from trials.models.place import Gazetteer
from trials.places import candidates
from trials.places.candidates import Match, first_matches
from trials.places.folding import clean, looser
from trials.places.reading import Query, Reading, read_place
from trials.places.regions import Region, Regions, offered_regions
from trials.places.slugs import SLUG
from trials.places.values import AnswerKind, PlaceAnswer, PlaceFound, RegionFound
from trials.places.zips import place_of_zip, zip_code_in
from trials.records.countries import plain_name

# A town is meant when it is so many times larger than the next of its name, and not small.
_CLEARLY_LARGER = 10
_CLEARLY_LARGE = 100_000
# What a town without a figure counts as.
_SMALL_TOWN = 500
# A larger town than this is meant even where its state bears the same name (New York).
_LARGER_THAN_ITS_STATE = 1_000_000
# Regions that are one town.
_TOWNS = frozenset(
    {Region(code, "") for code in ("GI", "HK", "MC", "MO", "SG", "VA")} | {Region("US", "DC")}
)


def find_places(text: str, *, limit: int = 6) -> PlaceAnswer:
    """The place that ``text`` names: town with or without region, US ZIP code, country, state.

    Never an error, whatever the text; only its first 100 characters count. ``limit``: most
    choices or near misses.
    """
    typed = clean(text)
    if zip_code := zip_code_in(typed):
        return _answer_to_zip(zip_code)
    query = read_place(typed)
    if not query.readings:
        return PlaceAnswer(kind=AnswerKind.EMPTY)
    return _answer(query, limit)


def place_by_slug(slug: str) -> PlaceFound | None:
    """The place of an address's ``near``; None for a slug that no place has."""
    return candidates.place_by_slug(slug) if SLUG.fullmatch(slug[:200]) else None


def _answer_to_zip(zip_code: str) -> PlaceAnswer:
    place = place_of_zip(zip_code)
    if place:
        return PlaceAnswer(kind=AnswerKind.FOUND, place=place)
    return _unless_not_loaded(PlaceAnswer(kind=AnswerKind.UNKNOWN_ZIP))


def _answer(query: Query, limit: int) -> PlaceAnswer:
    reading, matches = first_matches(query.readings)
    if regions := offered_regions(query.regions):
        return _answer_with_regions(query.regions, regions, matches, limit)
    if reading is None:
        reading, matches = first_matches(_looser_readings(query.readings))
    if reading:
        if _is_clear(matches, query.plain, is_narrowed=reading.regions is not None):
            return PlaceAnswer(kind=AnswerKind.FOUND, place=matches[0].place)
        choices = _told_apart(_places(matches, limit))
        return PlaceAnswer(kind=AnswerKind.CHOICES, choices=choices)
    if towns := candidates.largest_in(query.regions, limit):
        return PlaceAnswer(kind=AnswerKind.CHOICES, choices=towns)
    return _unless_not_loaded(
        PlaceAnswer(kind=AnswerKind.NOT_FOUND, near_misses=_near_misses(query.readings, limit))
    )


def _answer_with_regions(
    regions: Regions, offered: tuple[RegionFound, ...], matches: list[Match], limit: int
) -> PlaceAnswer:
    """The words name a country or a state, and perhaps towns as well."""
    main = matches[0] if matches else None
    if main and main.lies_in(regions) and _outshines(main, regions):
        return PlaceAnswer(
            kind=AnswerKind.FOUND,
            place=main.place,
            regions=() if regions <= _TOWNS else offered,
        )
    large = [match for match in matches if match.is_own_name and _is_large(match)]
    if large:
        choices = _places(large, limit)
        return PlaceAnswer(kind=AnswerKind.CHOICES, choices=choices, regions=offered)
    return PlaceAnswer(kind=AnswerKind.REGION, regions=offered)


def _outshines(main: Match, regions: Regions) -> bool:
    if regions <= _TOWNS:
        return True
    is_state = all(region.admin_code for region in regions)
    return is_state and main.place.population >= _LARGER_THAN_ITS_STATE


def _is_clear(matches: list[Match], typed: str, *, is_narrowed: bool) -> bool:
    main, *others = matches
    if not others:
        return True
    if main.weight < _CLEARLY_LARGER * max(others[0].weight, _SMALL_TOWN):
        return False
    if is_narrowed:
        return True
    # 'St Petersburg' is how the one in Florida writes itself, not the larger one
    rivals = [m for m in others if _is_large(m) and _is_written_so(m, typed)]
    return _is_large(main) and (not rivals or _is_written_so(main, typed))


def _is_large(match: Match) -> bool:
    return match.place.population >= _CLEARLY_LARGE


def _is_written_so(match: Match, typed: str) -> bool:
    return plain_name(match.place.name) == typed


def _looser_readings(readings: Iterable[Reading]) -> list[Reading]:
    return [Reading(name, reading.regions) for reading in readings for name in looser(reading.name)]


def _near_misses(readings: tuple[Reading, ...], limit: int) -> tuple[PlaceFound, ...]:
    """Similar names in the region asked for, the same name elsewhere, similar names anywhere."""
    narrowed = next((reading for reading in readings if reading.regions), readings[0])
    in_region = candidates.similar(narrowed.name, narrowed.regions, limit // 2)
    _, elsewhere = first_matches([Reading(reading.name) for reading in readings])
    anywhere = candidates.similar(narrowed.name, None, limit)
    return tuple(dict.fromkeys([*in_region, *_places(elsewhere, limit), *anywhere]))[:limit]


def _places(matches: list[Match], limit: int) -> tuple[PlaceFound, ...]:
    return tuple(match.place for match in matches[:limit])


def _told_apart(places: tuple[PlaceFound, ...]) -> tuple[PlaceFound, ...]:
    labels = Counter(place.full_label for place in places)
    return tuple(
        candidates.with_landmark(place) if labels[place.full_label] > 1 else place
        for place in places
    )


def _unless_not_loaded(answer: PlaceAnswer) -> PlaceAnswer:
    if Gazetteer.objects.exists():
        return answer
    return PlaceAnswer(kind=AnswerKind.NOT_LOADED)
