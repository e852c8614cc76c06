"""The picture of an area, with the places of its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trials.search.said import said as _
from trials.search.site_points import SitePoint
from trials.views.presenters.map.areas import Area, in_area
from trials.views.presenters.map.buttons import Target
from trials.views.presenters.map.picture import Picture, picture
from trials.views.presenters.map.places_list import PlaceGroup, PlaceItem
from trials.views.presenters.map.windows import Window, window_of

MOST_TOLD = 3


def area_picture(area: Area, sites: Sequence[SitePoint], groups: Sequence[PlaceGroup]) -> Picture:
    """Each place of the list at its point; on the map of the world each continent."""
    window = window_of(area, (point for site in in_area(area, sites) if (point := site.point)))
    targets = [_target(item, window) for item in _shown(groups) if item.point]
    return picture(
        area,
        window,
        sites,
        targets,
        title=_("Map of %(area)s") % {"area": area.in_sentence},
        description=_description(targets),
    )


def _shown(groups: Sequence[PlaceGroup]) -> Iterator[PlaceItem]:
    """A group that is one place on this map, or else its places that have a list of their own."""
    for group in groups:
        if group.whole:
            yield group.whole
        else:
            yield from (item for item in group.items if item.address)


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
