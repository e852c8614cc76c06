"""The list of places beside the map: the main way, with the same links and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trials.places import PlaceFound
from trials.places.distance import Point
from trials.search.criteria import Criteria
from trials.search.site_points import SitePoints
from trials.views.presenters.addresses import search_address
from trials.views.presenters.frame import Link
from trials.views.presenters.map.addresses import map_address, town_criteria
from trials.views.presenters.map.areas import Area, Level
from trials.views.presenters.map.tallies import (
    Tally,
    Town,
    elsewhere_in,
    parts_of,
    towns_in,
)
from trials.views.presenters.wording import studies


@dataclass(frozen=True, slots=True)
class PlaceItem:
    """One place with its number of studies. ``address`` is "" where it has no list of its own.

    ``point`` is where it stands on the map; None where that isn't known.
    """

    name: str
    text: str
    count: int
    address: str
    point: Point | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places under one title; ``closer`` leads to the map of them all."""

    title: str
    closer: Link | None
    items: tuple[PlaceItem, ...]


def place_groups(
    criteria: Criteria, area: Area, sites: SitePoints, places: Mapping[Point, PlaceFound]
) -> tuple[PlaceGroup, ...]:
    """The places in an area: of the world by continent, else in one group."""
    if area.level is Level.WORLD:
        return tuple(_continent(criteria, tally) for tally in parts_of(area, sites.here))
    if area.has_parts:
        items = [_part(criteria, tally) for tally in parts_of(area, sites.here)]
        items += _elsewhere(area, sites)
        return (PlaceGroup("", None, tuple(items)),)
    towns = towns_in(area, sites, places)
    return (PlaceGroup("", None, tuple(_towns(criteria, area, towns))),)


def _continent(criteria: Criteria, tally: Tally) -> PlaceGroup:
    countries = tuple(_part(criteria, one) for one in parts_of(tally.area, tally.sites))
    closer = _("Look closer at %(place)s") % {"place": tally.area.in_sentence}
    return PlaceGroup(
        _with_count(tally.area.name, tally.count),
        Link(closer, map_address(criteria, tally.area)),
        countries,
    )


def _part(criteria: Criteria, tally: Tally) -> PlaceItem:
    name = tally.area.name
    address = map_address(criteria, tally.area)
    return PlaceItem(name, _with_count(name, tally.count), tally.count, address, tally.point)


def _elsewhere(area: Area, sites: SitePoints) -> Iterator[PlaceItem]:
    if count := elsewhere_in(area, sites.here):
        name = _("No state given")
        yield PlaceItem(name, _with_count(name, count), count, "", None)


def _towns(criteria: Criteria, area: Area, towns: tuple[Town, ...]) -> Iterator[PlaceItem]:
    names = Counter(town.name for town in towns)
    for town in towns:
        name = town.name or _("No town given")
        if town.place and names[town.name] > 1:
            name = town.place.full_label
        address = search_address(town_criteria(criteria, town.place)) if town.place else ""
        text = _with_count(name, town.count)
        yield PlaceItem(name, text, town.count, address, town.point, _note(town))


def _note(town: Town) -> str:
    if town.point is None:
        return _("Not on the map: we do not know where this is.")
    if town.is_approximate:
        return _("The record gives no exact point.")
    return ""


def _with_count(name: str, count: int) -> str:
    return _("%(place)s: %(studies)s") % {"place": name, "studies": studies(count)}
