"""The list of places beside the map: the main way, with the same links and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from trials.places import PlaceFound
from trials.places.distance import Point
from trials.search.criteria import Criteria
from trials.search.said import said as _
from trials.search.site_points import SitePoints
from trials.views.presenters.addresses import search_address
from trials.views.presenters.frame import Link
from trials.views.presenters.map.addresses import map_address, town_criteria
from trials.views.presenters.map.areas import Area, Level
from trials.views.presenters.map.tallies import (
    Tally,
    Town,
    by_town,
    count_of,
    parts_of,
    towns_in,
)
from trials.views.presenters.map.windows import ANCHORS
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
    """Places under one title; ``closer`` leads to the map of them all.

    ``whole``: the group as one place, for a map that has no room for each.
    """

    title: str
    closer: Link | None
    items: tuple[PlaceItem, ...]
    note: str = ""
    whole: PlaceItem | None = None


def place_groups(
    criteria: Criteria, area: Area, sites: SitePoints, places: Mapping[Point, PlaceFound]
) -> tuple[PlaceGroup, ...]:
    """The places in an area: of the world by continent, else in one group."""
    if area.level is Level.WORLD:
        return tuple(_continent(criteria, tally) for tally in parts_of(area, sites.here))
    groups = (_parts(criteria, area, sites), _town_group(criteria, area, sites, places))
    return tuple(group for group in groups if group.items)


def _parts(criteria: Criteria, area: Area, sites: SitePoints) -> PlaceGroup:
    """Its countries or states."""
    parts = parts_of(area, sites.here) if area.has_parts else ()
    return PlaceGroup("", None, tuple(_part(criteria, tally) for tally in parts))


def _town_group(
    criteria: Criteria, area: Area, sites: SitePoints, places: Mapping[Point, PlaceFound]
) -> PlaceGroup:
    """Its towns; of the United States, those whose record gives no state."""
    towns = towns_in(area, sites, places)
    is_same = bool(towns) and all(town.is_approximate for town in towns)
    items = tuple(_town(criteria, area, town, towns, is_noted=not is_same) for town in towns)
    count = count_of(by_town(area, sites.here))
    return PlaceGroup(
        title=_with_count(_("No state given"), count) if area.has_parts else "",
        closer=None,
        items=items,
        note=_("The records name these towns only. We looked up where they are.")
        if is_same
        else "",
    )


def _continent(criteria: Criteria, tally: Tally) -> PlaceGroup:
    countries = tuple(_part(criteria, one) for one in parts_of(tally.area, tally.sites))
    closer = _("Look closer at %(place)s") % {"place": tally.area.in_sentence}
    name, address = tally.area.name, map_address(criteria, tally.area)
    return PlaceGroup(
        _with_count(name, tally.count),
        Link(closer, address),
        countries,
        whole=PlaceItem(name, name, tally.count, address, ANCHORS[tally.area.code]),
    )


def _part(criteria: Criteria, tally: Tally) -> PlaceItem:
    name = tally.area.name
    address = map_address(criteria, tally.area)
    return PlaceItem(name, _with_count(name, tally.count), tally.count, address, tally.point)


def _town(
    criteria: Criteria, area: Area, town: Town, towns: tuple[Town, ...], *, is_noted: bool
) -> PlaceItem:
    name = _town_name(area, town, towns)
    address = search_address(town_criteria(criteria, town.place)) if town.place else ""
    note = _note(town) if is_noted else ""
    return PlaceItem(name, _with_count(name, town.count), town.count, address, town.point, note)


def _town_name(area: Area, town: Town, towns: tuple[Town, ...]) -> str:
    """With as much around it as tells it from other towns and from states."""
    if town.place and area.has_parts:
        return town.place.label
    if town.place and Counter(one.name for one in towns)[town.name] > 1:
        return town.place.full_label
    return town.name or _("No town given")


def _note(town: Town) -> str:
    if town.point is None:
        return _("Not on the map: we do not know where this is.")
    if town.is_approximate:
        return _("The record gives no exact point.")
    return ""


def _with_count(name: str, count: int) -> str:
    return _("%(place)s: %(studies)s") % {"place": name, "studies": studies(count)}
