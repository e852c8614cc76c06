"""Round buttons on a map that never touch: each as near to its place as the larger ones let it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from trials.views.presenters.map.projections import XY

TURNS = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """A circle of ``radius`` wanted at ``anchor``, with a name of ``name_width`` below it."""

    key: str
    anchor: XY
    radius: float
    name_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """``centre`` of the circle in the picture; ``is_named``: its name found room as well."""

    wanted: Wanted
    centre: XY
    is_named: bool

    @property
    def is_away(self) -> bool:
        """Whether its place lies outside of the circle, so that a line must lead to it."""
        (x, y), (at_x, at_y) = self.centre, self.wanted.anchor
        return (x - at_x) ** 2 + (y - at_y) ** 2 > self.wanted.radius**2


@dataclass(frozen=True, slots=True)
class Room:
    """``name_height``: of a line below a circle; ``gap`` between any two; ``reach``: how far a
    circle may stand from its place at most."""

    width: float
    height: float
    reach: float
    name_height: float = 0.0
    gap: float = 4.0


Box = tuple[float, float, float, float]


def spread(wanted: Iterable[Wanted], room: Room) -> tuple[Placed, ...]:
    """The circles, the first with the first choice; what finds no room is left out.

    A circle rather does without its name than stands where its place isn't under it.
    """
    placed: list[Placed] = []
    taken: list[Box] = []
    for one in wanted:
        if found := _placed(one, room, taken):
            placed.append(found)
            taken.append(_box(one, found.centre, room, is_named=found.is_named))
    return tuple(placed)


def _placed(one: Wanted, room: Room, taken: list[Box]) -> Placed | None:
    near, has_name = min(one.radius, room.reach), bool(one.name_width)
    for reach, is_named in ((near, True), (near, False), (room.reach, True), (room.reach, False)):
        if is_named and not has_name:
            continue
        for centre in _tries(one, room, reach, is_named=is_named):
            box = _box(one, centre, room, is_named=is_named)
            if _is_inside(box, room) and not any(_touch(box, other, room.gap) for other in taken):
                return Placed(one, centre, is_named)
    return None


def _tries(one: Wanted, room: Room, reach: float, *, is_named: bool) -> Iterator[XY]:
    """The place itself (inside the picture), then rings around it, ever wider."""
    west, north, east, south = _box(one, (0, 0), room, is_named=is_named)
    x = min(max(one.anchor[0], -west), room.width - east)
    y = min(max(one.anchor[1], -north), room.height - south)
    yield x, y
    step = one.radius / 2
    for ring in range(1, int(reach / step) + 1):
        for turn in range(TURNS):
            angle = 2 * pi * turn / TURNS
            yield x + ring * step * cos(angle), y + ring * step * sin(angle)


def _is_inside(box: Box, room: Room) -> bool:
    west, north, east, south = box
    return west >= 0 and north >= 0 and east <= room.width and south <= room.height


def _touch(one: Box, other: Box, gap: float) -> bool:
    is_beside = one[2] + gap <= other[0] or other[2] + gap <= one[0]
    return not (is_beside or one[3] + gap <= other[1] or other[3] + gap <= one[1])


def _box(one: Wanted, centre: XY, room: Room, *, is_named: bool) -> Box:
    """West, north, east, south of the circle, with its name or without."""
    half = max(one.radius, one.name_width / 2) if is_named else one.radius
    below = one.radius + (room.name_height if is_named else 0)
    x, y = centre
    return x - half, y - one.radius, x + half, y + below
