"""What part of the plane an area's map shows, in units of the picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from trials.places.distance import Point
from trials.views.presenters.map.areas import US, Area, Level
from trials.views.presenters.map.atlas import Ring, main_rings, shapes
from trials.views.presenters.map.projections import (
    XY,
    AlbersUsa,
    Azimuthal,
    EqualEarth,
    Projection,
)

Pixel = tuple[int, int]
WIDTH = 720
HEIGHT = 540
LOWEST = 400
MARGIN = 0.06
# Radii of the earth: about 250 km, so that a small country is seen with its neighbours.
NARROWEST = 0.04
NORTHERNMOST, SOUTHERNMOST = 84, -57


@dataclass(frozen=True, slots=True)
class Frame:
    """A continent's part of the map, in degrees."""

    south: float
    north: float
    west: float
    east: float

    @property
    def centre(self) -> Point:
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def border(self) -> Iterable[Point]:
        for step in range(21):
            latitude = self.south + (self.north - self.south) * step / 20
            longitude = self.west + (self.east - self.west) * step / 20
            yield from ((latitude, self.west), (latitude, self.east))
            yield from ((self.south, longitude), (self.north, longitude))


FRAMES = {
    "africa": Frame(-35, 37, -18, 52),
    "asia": Frame(-8, 54, 27, 146),
    "europe": Frame(36, 66, -11, 36),
    "north-america": Frame(8, 66, -132, -60),
    "oceania": Frame(-47, -2, 112, 179),
    "south-america": Frame(-55, 12, -82, -35),
}
# Where a continent's number stands on the map of the world: apart, near its most people.
ANCHORS: dict[str, Point] = {
    "africa": (-14, 22),
    "asia": (36, 98),
    "europe": (53, 15),
    "north-america": (44, -98),
    "oceania": (-26, 134),
    "south-america": (-17, -58),
}


@dataclass(frozen=True, slots=True)
class Window:
    """``left``, ``top``: the plane's corner in the picture; ``scale``: units per earth radius."""

    projection: Projection
    left: float
    top: float
    scale: float
    height: int = HEIGHT
    atlas: str = "world"

    def place(self, point: Point) -> XY:
        """Where (latitude, longitude) is in the picture; it can be outside."""
        x, y = self.projection(*point)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def shows(self, x: float, y: float) -> bool:
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def dot(self, point: Point) -> Pixel | None:
        """The whole units at which a dot for this point stands; None outside of the picture."""
        return _dot_on_the_world(point) if self is _world() else self.placed_dot(point)

    def placed_dot(self, point: Point) -> Pixel | None:
        """The same, worked out now."""
        x, y = self.place(point)
        return (round(x), round(y)) if self.shows(x, y) else None


def window_of(area: Area, points: Iterable[Point] = ()) -> Window:
    """The window of an area; a country's grows to hold its ``points``."""
    if area.level is Level.WORLD:
        return _world()
    if area.level is Level.CONTINENT:
        frame = FRAMES[area.code]
        return _around(Azimuthal(*frame.centre), frame.border)
    if area.code == US or area.level is Level.STATE:
        return _around(AlbersUsa(), _all_points(_state_rings(area)), atlas="us")
    return _of_country(area.code, tuple(points))


def _of_country(code: str, points: tuple[Point, ...]) -> Window:
    shown = [*_all_points(main_rings("world", code)), *points] or [(0.0, 0.0)]
    latitudes, longitudes = zip(*_all_points(main_rings("world", code)) or shown, strict=True)
    centre = Azimuthal(_middle(latitudes), _middle(longitudes))
    return _around(centre, shown)


def _middle(values: Iterable[float]) -> float:
    known = sorted(values)
    return round((known[0] + known[-1]) / 2, 2)


def _all_points(rings: Iterable[Ring]) -> list[Point]:
    return [point for ring in rings for point in ring]


def _state_rings(area: Area) -> Iterable[Ring]:
    """All shapes of one state, or those of all."""
    wanted = (rings for code, rings in shapes("us") if area.state_code in ("", code))
    return (ring for rings in wanted for ring in rings)


@lru_cache(maxsize=1)
def _world() -> Window:
    projection = EqualEarth()
    half_width = projection(0, 180)[0]
    top, bottom = projection(NORTHERNMOST, 0)[1], projection(SOUTHERNMOST, 0)[1]
    scale = WIDTH / (2 * half_width)
    return Window(projection, -half_width, top, scale, round((bottom - top) * scale))


# Every map of the world has the same few thousand towns, and placing one takes microseconds.
@lru_cache(maxsize=16_384)
def _dot_on_the_world(point: Point) -> Pixel | None:
    return _world().placed_dot(point)


def _around(projection: Projection, points: Iterable[Point], atlas: str = "world") -> Window:
    """The smallest window that shows all the points, neither too high nor too low."""
    xs, ys = zip(*(projection(*point) for point in points), strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    wide = max(wide, high * WIDTH / HEIGHT, NARROWEST) * (1 + 2 * MARGIN)
    scale = WIDTH / wide
    height = max(LOWEST, min(HEIGHT, round(high * (1 + 2 * MARGIN) * scale)))
    left = (min(xs) + max(xs) - wide) / 2
    top = (min(ys) + max(ys) - height / scale) / 2
    return Window(projection, round(left, 5), round(top, 5), round(scale, 3), height, atlas)
