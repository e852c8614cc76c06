"""From degrees to the plane: x to the right, y down, in radii of the earth.

The formulas are those of d3-geo, and tests compare the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, cos, hypot, pi, radians, sin, sqrt
from typing import Protocol

XY = tuple[float, float]


class Projection(Protocol):
    """From degrees to the plane."""

    def __call__(self, latitude: float, longitude: float) -> XY: ...


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """The whole world with true areas (Savric, Patterson and Jenny, 2018)."""

    def __call__(self, latitude: float, longitude: float) -> XY:
        a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
        slope = asin(sqrt(3) / 2 * sin(radians(latitude)))
        second = slope * slope
        sixth = second**3
        stretch = a1 + 3 * a2 * second + sixth * (7 * a3 + 9 * a4 * second)
        x = radians(longitude) * cos(slope) / (sqrt(3) / 2 * stretch)
        return x, -slope * (a1 + a2 * second + sixth * (a3 + a4 * second))


@dataclass(frozen=True, slots=True)
class Azimuthal:
    """Lambert's equal-area projection around a centre: small distortion for one area."""

    latitude: float
    longitude: float

    def __call__(self, latitude: float, longitude: float) -> XY:
        ahead, right, up = self._turned(latitude, longitude)
        stretch = sqrt(2 / max(1 + ahead, 1e-9))
        return stretch * right, -stretch * up

    def degrees_off(self, latitude: float, longitude: float) -> float:
        """Degrees from the centre; near 180 shapes are torn apart."""
        ahead, right, up = self._turned(latitude, longitude)
        return atan2(hypot(right, up), ahead) * 180 / pi

    def _turned(self, latitude: float, longitude: float) -> tuple[float, float, float]:
        """The point on the sphere, with the centre straight ahead."""
        here, centre = radians(latitude), radians(self.latitude)
        turn = radians(longitude - self.longitude)
        ahead = sin(centre) * sin(here) + cos(centre) * cos(here) * cos(turn)
        up = cos(centre) * sin(here) - sin(centre) * cos(here) * cos(turn)
        return ahead, cos(here) * sin(turn), up


@dataclass(frozen=True, slots=True)
class Conic:
    """Albers' equal-area cone between two parallels, as d3 turns and centres it."""

    parallels: tuple[float, float]
    turn: float
    centre: tuple[float, float]
    size: float = 1.0
    shift: XY = (0.0, 0.0)

    def __call__(self, latitude: float, longitude: float) -> XY:
        x, y = self._raw(latitude, longitude + self.turn)
        middle_x, middle_y = self._raw(*self.centre)
        return (x - middle_x) * self.size + self.shift[0], (y - middle_y) * self.size + (
            self.shift[1]
        )

    def _raw(self, latitude: float, longitude: float) -> XY:
        south, north = (sin(radians(parallel)) for parallel in self.parallels)
        narrowing = (south + north) / 2
        base = 1 + south * (2 * narrowing - south)
        away = sqrt(base - 2 * narrowing * sin(radians(latitude))) / narrowing
        turn = radians((longitude + 180) % 360 - 180) * narrowing
        return away * sin(turn), away * cos(turn) - sqrt(base) / narrowing


@dataclass(frozen=True, slots=True)
class AlbersUsa:
    """The 50 states: Alaska (at 0.35 of its size) and Hawaii stand below the other 48."""

    def __call__(self, latitude: float, longitude: float) -> XY:
        if latitude > 50:
            return ALASKA(latitude, longitude)
        return (HAWAII if longitude < -140 else LOWER_48)(latitude, longitude)


LOWER_48 = Conic((29.5, 45.5), turn=96, centre=(38.7, -0.6))
ALASKA = Conic((55, 65), turn=154, centre=(58.5, -2), size=0.35, shift=(-0.307, 0.201))
HAWAII = Conic((8, 18), turn=157, centre=(19.9, -3), shift=(-0.205, 0.212))
