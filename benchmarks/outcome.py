"""One line of the bench's table."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.rounds import Timing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one comparison showed at one size.

    ``ours_ms``, ``theirs_ms``: medians for one question. ``ratio``: the median over the
    rounds of whichever quotient ``goal`` speaks of, ``low`` and ``high`` its extremes.
    ``met`` is None where the issue sets no goal at this size.
    """

    row: str
    size: int
    what: str
    ours_ms: float
    theirs_ms: float
    ratio: float
    low: float
    high: float
    goal: str
    met: bool | None
    note: str = ""


def at_most(
    row: str, size: int, what: str, timing: Timing, *, most: float | None, note: str = ""
) -> Outcome:
    """Ours divided by theirs, which may be at most ``most``; None: reported only."""
    goal = "reported" if most is None else f"ours/theirs <= {most:g}"
    met = None if most is None else timing.ratio <= most
    numbers = (timing.ours_ms, timing.theirs_ms, timing.ratio, timing.low, timing.high)
    return Outcome(row, size, what, *numbers, goal, met, _noted(note, timing))


def at_least(
    row: str, size: int, what: str, timing: Timing, *, least: float | None, note: str = ""
) -> Outcome:
    """Theirs divided by ours ("times faster"), which has to be ``least`` or more."""
    turned = timing.turned
    goal = "reported" if least is None else f"theirs/ours >= {least:g}"
    met = None if least is None else turned.ratio >= least
    numbers = (timing.ours_ms, timing.theirs_ms, turned.ratio, turned.low, turned.high)
    return Outcome(row, size, what, *numbers, goal, met, _noted(note, timing))


def _noted(note: str, timing: Timing) -> str:
    return "; ".join(filter(None, (note, timing.note)))
