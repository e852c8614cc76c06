"""The picture of an area, with the places of its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trials.search.criteria import Criteria
from trials.search.said import said as _
from trials.search.site_points import SitePoint
from trials.views.presenters.map.addresses import map_address
from trials.views.presenters.map.areas import WORLD, Area, Level, in_area
from trials.views.presenters.map.buttons import Target
from trials.views.presenters.map.picture import Picture, picture
from trials.views.presenters.map.places_list import PlaceGroup, PlaceItem
from trials.views.presenters.map.tallies import parts_of
from trials.views.presenters.map.windows import ANCHORS, Window, window_of

MOST_TOLD = 3


def area_picture(
    criteria: Criteria, area: Area, sites: Sequence[SitePoint], groups: Sequence[PlaceGroup]
) -> Picture:
    """Each place of the list at its point; on the map of the world each continent."""
    points = {point for site in in_area(area, sites) if (point := site.point)}
    window = window_of(area, sorted(points))
    items = _continents(criteria, sites) if area.level is Level.WORLD else _linked(groups)
    targets = [_target(item, window) for item in items if item.point]
    return picture(
        area,
        window,
        sites,
        targets,
        title=_("Map of %(area)s") % {"area": area.in_sentence},
        description=_description(targets),
    )


def _continents(criteria: Criteria, sites: Sequence[SitePoint]) -> Iterator[PlaceItem]:
    for tally in parts_of(WORLD, sites):
        name, address = tally.area.name, map_address(criteria, tally.area)
        yield PlaceItem(name, name, tally.count, address, ANCHORS[tally.area.code])


def _linked(groups: Sequence[PlaceGroup]) -> Iterator[PlaceItem]:
    return (item for group in groups for item in group.items if item.address)


def _target(item: PlaceItem, window: Window) -> Target:
    x, y = window.place(item.point or (0.0, 0.0))
    return Target(item.name, item.text, item.count, item.address, x, y)


def _description(targets: Sequence[Target]) -> str:
    """The numbers that the picture shows, as far as one can listen to them."""
    told = sorted(targets, key=lambda target: (-target.count, target.name))[:MOST_TOLD]
    if not told:
        return _("The list of places has the same numbers.")
    numbers = ", ".join(f"{target.name} {target.count:,}" for target in told)
    text = _("Most studies: %(numbers)s. The list of places has the same numbers and the links.")
    return text % {"numbers": numbers}
