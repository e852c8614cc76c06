"""The round buttons on the picture: one for each place of the list, where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

from trials.views.presenters.map.spread import Placed, Room, Wanted, spread
from trials.views.presenters.map.windows import WIDTH, Window

LONGEST_NAME = 18
CHARACTER = 9.2  # width of one in a name, at the size of the style sheet
MOST_BUTTONS = 60


@dataclass(frozen=True, slots=True)
class Target:
    """A place with ``count`` studies at ``x``, ``y`` of the picture, and where it leads."""

    name: str
    label: str
    count: int
    address: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Button:
    """``name`` is "" where it isn't drawn; ``line``: path data to a place that lies outside."""

    target: Target
    x: float
    y: float
    radius: float
    name: str
    name_y: float
    line: str

    @property
    def number(self) -> str:
        return f"{self.target.count:,}"


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in the picture's units. The style sheet shows ``wide`` where 720 units are 700 px
    or more, ``narrow`` where they are 280 px: a circle is never less than 48 px across."""

    smallest: float
    growth: float
    reach: float
    name_height: float


WIDE = Scale(smallest=26, growth=3, reach=170, name_height=22)
NARROW = Scale(smallest=65, growth=0.5, reach=130, name_height=0)


def buttons(targets: Sequence[Target], window: Window, scale: Scale) -> tuple[Button, ...]:
    """Buttons of one scale; the most studies have the first choice of where to stand."""
    largest_first = sorted(targets, key=lambda target: -target.count)[:MOST_BUTTONS]
    by_key = {str(number): target for number, target in enumerate(largest_first)}
    room = Room(WIDTH, window.height, scale.reach, scale.name_height)
    placed = spread(_wanted(by_key.items(), scale), room)
    return tuple(_button(one, by_key[one.wanted.key]) for one in placed)


def _wanted(targets: Iterable[tuple[str, Target]], scale: Scale) -> Iterable[Wanted]:
    for key, target in targets:
        is_named = scale.name_height and len(target.name) <= LONGEST_NAME
        name_width = len(target.name) * CHARACTER if is_named else 0
        yield Wanted(key, (target.x, target.y), _radius(target.count, scale), name_width)


def _radius(count: int, scale: Scale) -> float:
    """More studies, larger; ten times as many no more than about half as large again."""
    return round(scale.smallest + scale.growth * min(5, log2(max(count, 1))), 1)


def _button(placed: Placed, target: Target) -> Button:
    wanted, (x, y) = placed.wanted, placed.centre
    line = f"M{x:.0f} {y:.0f}L{target.x:.0f} {target.y:.0f}" if placed.is_away else ""
    return Button(
        target=target,
        x=round(x, 1),
        y=round(y, 1),
        radius=wanted.radius,
        name=target.name if placed.is_named else "",
        name_y=round(y + wanted.radius + WIDE.name_height - 6, 1),
        line=line,
    )
