"""The picture itself: land, one dot for each town, and the buttons above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trials.search.site_points import SitePoint
from trials.views.presenters.map.areas import US, Area
from trials.views.presenters.map.buttons import NARROW, WIDE, Button, Target, buttons
from trials.views.presenters.map.land import land
from trials.views.presenters.map.windows import WIDTH, Pixel, Window


@dataclass(frozen=True, slots=True)
class Dot:
    """One town's point; hollow where no record gives one."""

    x: int
    y: int
    is_approximate: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """``land``: path data of plain shapes; ``land_with``: of shaded ones;
    ``wide``, ``narrow``: the circles of two scales, for ``count`` places."""

    title: str
    description: str
    width: int
    height: int
    land: str
    land_with: str
    dots: tuple[Dot, ...]
    wide: tuple[Button, ...]
    narrow: tuple[Button, ...]
    count: int

    @property
    def is_full_when_wide(self) -> bool:
        """Whether some place found no room for its circle."""
        return len(self.wide) < self.count

    @property
    def is_full_when_narrow(self) -> bool:
        return len(self.narrow) < self.count


def picture(
    area: Area,
    window: Window,
    sites: Sequence[SitePoint],
    targets: Sequence[Target],
    *,
    title: str,
    description: str,
) -> Picture:
    """The picture of an area; ``sites``: those of the whole search, as neighbours show too."""
    codes = _shaded(area, sites)
    shapes = land(window)
    return Picture(
        title=title,
        description=description,
        width=WIDTH,
        height=window.height,
        land="".join(path for code, path in shapes if code not in codes),
        land_with="".join(path for code, path in shapes if code in codes),
        dots=tuple(_dots(window, sites)),
        wide=buttons(targets, window, WIDE),
        narrow=buttons(targets, window, NARROW),
        count=len(targets),
    )


def _shaded(area: Area, sites: Iterable[SitePoint]) -> set[str]:
    """Codes of the parts that have studies; the area itself where its parts are towns."""
    if not area.has_parts:
        return {area.state_code or area.code}
    if area.code == US:
        return {site.state_code for site in sites if site.country_code == US}
    return {site.country_code for site in sites}


def _dots(window: Window, sites: Iterable[SitePoint]) -> Iterator[Dot]:
    """Dots that would stand on each other are one, filled if any of them is."""
    shown = [site for site in sites if window.atlas == "world" or site.country_code == US]
    exact = {site.point for site in sites if not site.is_approximate}
    found: dict[Pixel, bool] = defaultdict(bool)
    for point in {point for site in shown if (point := site.point)}:
        if pixel := window.dot(point):
            found[pixel] |= point in exact
    for (x, y), is_exact in sorted(found.items()):
        yield Dot(x, y, is_approximate=not is_exact)
