"""What was chosen, each choice in words and as an action that takes it away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from trials.places import PlaceFound
from trials.records.countries import country_name
from trials.records.states import state_name
from trials.search.criteria import CHOICES, Criteria
from trials.search.said import said as _
from trials.search.sentence import within
from trials.search.words import RESULTS, word
from trials.views.presenters.addresses import search_address
from trials.views.presenters.dates import day_in_words
from trials.views.presenters.frame import Link


def chips(criteria: Criteria, place: PlaceFound | None) -> tuple[Link, ...]:
    """One action for each choice, in the order of the address."""
    return tuple(
        Link(_("Remove filter: %(choice)s") % {"choice": text}, search_address(less))
        for text, less in choices(criteria, place)
    )


def choices_alone(criteria: Criteria, place: PlaceFound | None) -> Iterator[tuple[str, Criteria]]:
    """Each choice in words, and the criteria with nothing but that choice."""
    for text, less in choices(criteria, place):
        yield text, replace(Criteria(), **dict(_differing(criteria, less)))


def _differing(criteria: Criteria, less: Criteria) -> Iterator[tuple[str, Any]]:
    """What was taken away, by field."""
    for field in fields(Criteria):
        mine, other = getattr(criteria, field.name), getattr(less, field.name)
        if mine != other and field.name != "page":
            yield field.name, _taken(mine, other)


def _taken(mine: Any, other: Any) -> Any:
    if isinstance(mine, tuple):
        return tuple(value for value in mine if value not in other)
    return mine


def choices(criteria: Criteria, place: PlaceFound | None) -> Iterator[tuple[str, Criteria]]:
    """Each choice in words, and the criteria without it."""
    if criteria.q:
        yield _("words “%(words)s”") % {"words": criteria.q}, criteria.without("q")
    for name, words in CHOICES.items():
        for value in getattr(criteria, name):
            yield word(words, value), criteria.without(name, value)
    yield from _places(criteria, place)
    if criteria.results:
        yield word(RESULTS, criteria.results), criteria.without("results")
    if criteria.since:
        changed = _("changed since %(date)s") % {"date": day_in_words(criteria.since)}
        yield changed, criteria.without("since")


def _places(criteria: Criteria, place: PlaceFound | None) -> Iterator[tuple[str, Criteria]]:
    for code in criteria.country:
        yield country_name(code), _without_country(criteria, code)
    for code in criteria.state:
        yield state_in_words(code), criteria.without("state", code)
    if place:
        yield place_in_words(criteria, place), criteria.without("near")


def _without_country(criteria: Criteria, code: str) -> Criteria:
    """Its states go with a country."""
    states = tuple(state for state in criteria.state if not state.startswith(f"{code}-"))
    return criteria.without("country", code).with_(state=states)


def state_in_words(code: str) -> str:
    """'US-MA' -> 'Massachusetts'"""
    country, _dash, state = code.partition("-")
    return state_name(state, country) or code


def place_in_words(criteria: Criteria, place: PlaceFound) -> str:
    if criteria.within:
        return within(criteria, place)
    return _("distance from %(place)s") % {"place": place.label}
