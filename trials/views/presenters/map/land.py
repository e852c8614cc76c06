"""Countries and states as paths of SVG, in whole half units of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from trials.views.presenters.map.atlas import Ring, shapes
from trials.views.presenters.map.projections import XY, Azimuthal, Projection
from trials.views.presenters.map.windows import WIDTH, Window

FINENESS = 2  # steps in one unit; the template scales by its reverse
SMALLEST_RING = 3
FARTHEST = 100  # degrees


@lru_cache(maxsize=64)
def land(window: Window) -> tuple[tuple[str, str], ...]:
    """(code, path data) of every shape that the window shows a part of."""
    drawn = ((code, "".join(_paths(window, rings))) for code, rings in shapes(window.atlas))
    return tuple((code, path) for code, path in drawn if path)


def _paths(window: Window, rings: Iterable[Ring]) -> Iterator[str]:
    for ring in rings:
        if _is_torn(window.projection, ring):
            continue
        steps = [_step(window.place(point)) for point in ring]
        if _is_seen(window, steps):
            yield _path(steps)


def _is_torn(projection: Projection, ring: Ring) -> bool:
    """Whether a ring comes near to the far side of the earth, where its shape is lost."""
    if not isinstance(projection, Azimuthal):
        return False
    return any(projection.degrees_off(*point) > FARTHEST for point in ring)


def _step(point: XY) -> tuple[int, int]:
    return round(point[0] * FINENESS), round(point[1] * FINENESS)


def _is_seen(window: Window, steps: list[tuple[int, int]]) -> bool:
    xs, ys = zip(*steps, strict=True)
    is_beside = max(xs) < 0 or min(xs) > WIDTH * FINENESS
    return not (is_beside or max(ys) < 0 or min(ys) > window.height * FINENESS)


def _path(steps: list[tuple[int, int]]) -> str:
    """'M10 20l5-3 4 8z'; steps that go nowhere are left out."""
    moves = [(x - a, y - b) for (a, b), (x, y) in pairwise(steps) if (x, y) != (a, b)]
    if len(moves) < SMALLEST_RING:
        return ""
    start_x, start_y = steps[0]
    return f"M{start_x} {start_y}l{_numbers(number for move in moves[:-1] for number in move)}z"


def _numbers(numbers: Iterable[int]) -> str:
    """With a space only where no minus sign parts them."""
    text = ""
    for number in numbers:
        text += f" {number}" if text and number >= 0 else str(number)
    return text
