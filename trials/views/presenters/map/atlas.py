"""The shapes of countries and US states, decoded once from the TopoJSON in views/map_data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from trials.places.distance import Point

DATA = Path(__file__).parents[2] / "map_data"
Ring = tuple[Point, ...]
Shapes = tuple[tuple[str, tuple[Ring, ...]], ...]


@lru_cache(maxsize=2)
def shapes(name: str) -> Shapes:
    """(code, outer rings) of each shape: "world" by ISO alpha-2 ("" for none), "us" by state."""
    topology = json.loads((DATA / f"{name}.json").read_text())
    arcs = [_arc(deltas, topology["transform"]) for deltas in topology["arcs"]]
    return tuple(
        (one["id"], tuple(_ring(polygon[0], arcs) for polygon in one["arcs"]))
        for one in topology["objects"]["shapes"]["geometries"]
    )


def _arc(deltas: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """Quantized steps, each from the one before, in degrees (TopoJSON 1.0, 2.1.2 and 2.1.3)."""
    (east, north), (west, south) = transform["scale"], transform["translate"]
    columns = (accumulate(axis) for axis in zip(*deltas, strict=True))
    return [(y * north + south, x * east + west) for x, y in zip(*columns, strict=True)]


def _ring(numbers: list[int], arcs: list[list[Point]]) -> Ring:
    """Arcs joined end to end; one that is named by its complement runs backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


@lru_cache(maxsize=512)
def main_rings(name: str, code: str) -> tuple[Ring, ...]:
    """The shapes that make most of a country or state: the largest first, and others near it."""
    rings = [ring for one, rings in shapes(name) for ring in rings if one == code]
    sized = sorted(((_size(ring), ring) for ring in rings), reverse=True)
    return tuple(ring for size, ring in sized if size >= sized[0][0] / 5)


@lru_cache(maxsize=512)
def middle(name: str, code: str) -> Point | None:
    """The centroid of the largest shape; None for what is too small to have one."""
    for ring in main_rings(name, code)[:1]:
        corners = [(_cross(a, b), a, b) for a, b in _sides(ring)]
        if whole := 3 * sum(cross for cross, _a, _b in corners):
            latitude = sum(cross * (a[0] + b[0]) for cross, a, b in corners) / whole
            longitude = sum(cross * (a[1] + b[1]) for cross, a, b in corners) / whole
            return latitude, longitude
    return None


def _size(ring: Ring) -> float:
    """The area in square degrees; only shapes of one country are compared."""
    return abs(sum(_cross(a, b) for a, b in _sides(ring))) / 2


def _sides(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]
