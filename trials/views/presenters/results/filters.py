"""The form of filters: native controls, counts beside each, nothing chosen in advance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from trials.places import PlaceFound
from trials.records.countries import country_name
from trials.search.criteria import CHOICES, DISTANCES, LONGEST_Q, Criteria
from trials.search.results import Facet, FacetValue, SearchResult
from trials.search.said import said as _
from trials.search.words import RESULTS, word
from trials.views.presenters.dates import day_in_words
from trials.views.presenters.results.chips import state_in_words
from trials.views.presenters.results.filter_names import filter_name

MOST_VALUES = 20
SPANS = (30, 182, 365)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a group: what is sent, what is read, and whether it is chosen now."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """``kind`` is 'checkbox' or 'radio'; ``is_open``: it stands open, not behind its title."""

    name: str
    title: str
    kind: str
    options: tuple[Option, ...]
    is_open: bool
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A line to type in; nothing else on the page asks for typing."""

    name: str
    label: str
    hint: str
    value: str
    longest: int


@dataclass(frozen=True, slots=True)
class Filters:
    """In the order of the form. ``kept``: what it hands on without showing it (name, value)."""

    kept: tuple[tuple[str, str], ...]
    first: tuple[Group, ...]
    place: Field
    distance: tuple[Group, ...]
    words: Field
    more: tuple[Group, ...]


def filters(result: SearchResult, *, today: date) -> Filters:
    """The form as it stands for this search."""
    criteria = result.criteria
    return Filters(
        kept=tuple(_kept(criteria)),
        first=tuple(group for group in _first(result) if group.options),
        place=Field("near", filter_name("near"), _place_hint(result.place), "", 100),
        distance=(_distance(criteria), _unit(criteria)),
        words=Field(
            "q",
            filter_name("q"),
            _("Such as a cell, a drug, a sponsor or a study number. You can leave this empty."),
            criteria.q,
            LONGEST_Q,
        ),
        more=tuple(group for group in _more(result, today) if group.options),
    )


def _place_hint(place: PlaceFound | None) -> str:
    if place is None:
        return _("Such as Boston, or Seoul, or 02114. You can leave this empty.")
    return _("Now measured from %(place)s. Type another town to change it.") % {
        "place": place.full_label
    }


def _kept(criteria: Criteria) -> Iterator[tuple[str, str]]:
    """The place chosen before, and the kind of study, which has links of its own."""
    if criteria.near:
        yield "near", criteria.near
    for kind in criteria.kind:
        yield "kind", kind


def _first(result: SearchResult) -> Iterator[Group]:
    yield _facet(result, "status", is_open=True)
    yield _facet(result, "phase", is_open=True)
    yield _facet(result, "cell", is_open=True)
    yield _facet(result, "country", is_open=True)
    is_country_chosen = bool(result.criteria.country)
    yield _facet(result, "state", is_open=is_country_chosen)


def _more(result: SearchResult, today: date) -> Iterator[Group]:
    yield _facet(result, "tissue")
    yield _facet(result, "donor")
    yield _facet(result, "route")
    yield _results(result)
    yield _since(result.criteria, today)
    yield _sort(result.criteria)


def _facet(result: SearchResult, name: str, *, is_open: bool = False) -> Group:
    facet = result.facet(name)
    options = tuple(_option(name, value) for value in _few(facet))
    is_chosen = any(option.is_chosen for option in options)
    return Group(name, filter_name(name), "checkbox", options, is_open or is_chosen)


def _few(facet: Facet) -> list[FacetValue]:
    """The first values of a long list, and all that are chosen."""
    return [
        value
        for position, value in enumerate(facet.values)
        if position < MOST_VALUES or value.is_chosen
    ]


def _option(name: str, value: FacetValue) -> Option:
    return Option(value.value, f"{in_words(name, value.value)} ({value.count})", value.is_chosen)


def in_words(name: str, value: str) -> str:
    """The plain word for one value of a filter with counts."""
    if name == "country":
        return country_name(value)
    if name == "state":
        return state_in_words(value)
    return word(RESULTS if name == "results" else CHOICES[name], value)


def _distance(criteria: Criteria) -> Group:
    distances = sorted({*DISTANCES, *([criteria.within] if criteria.within else [])})
    options = [Option("", _("Any distance"), criteria.within is None)]
    options += [Option(str(one), f"{one:,}", criteria.within == one) for one in distances]
    return Group(
        "within",
        filter_name("within"),
        "radio",
        tuple(options),
        is_open=True,
        hint=_("This counts only with a town."),
    )


def _unit(criteria: Criteria) -> Group:
    options = (
        Option("mi", _("Miles"), criteria.unit != "km"),
        Option("km", _("Kilometers"), criteria.unit == "km"),
    )
    return Group("unit", filter_name("unit"), "radio", options, is_open=True)


def _results(result: SearchResult) -> Group:
    chosen = result.criteria.results
    options = [Option("", _("With or without results"), not chosen)]
    options += [_option("results", value) for value in result.facet("results").values]
    return Group("results", filter_name("results"), "radio", tuple(options), bool(chosen))


def _since(criteria: Criteria, today: date) -> Group:
    days = {today - timedelta(days=span) for span in SPANS}
    if criteria.since:
        days.add(criteria.since)
    options = [Option("", _("Any time"), criteria.since is None)]
    options += [
        Option(
            day.isoformat(),
            _("Since %(date)s") % {"date": day_in_words(day)},
            criteria.since == day,
        )
        for day in sorted(days, reverse=True)
    ]
    return Group("since", filter_name("since"), "radio", tuple(options), bool(criteria.since))


def _sort(criteria: Criteria) -> Group:
    chosen = criteria.sort or ("nearest" if criteria.near else "recruiting")
    words = {"recruiting": _("Recruiting first"), "updated": _("Newest change first")}
    if criteria.near:
        words = {"nearest": _("Nearest first"), **words}
    options = tuple(Option(value, text, value == chosen) for value, text in words.items())
    return Group("sort", filter_name("sort"), "radio", options, is_open=True)
