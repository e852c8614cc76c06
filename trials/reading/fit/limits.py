"""Limits in figures: at least, more than, at most, less than, between."""

from __future__ import annotations

import math
from dataclasses import dataclass

from trials.reading.eligibility.criterion import Criterion, Operator


@dataclass(frozen=True, slots=True)
class Limit:
    """One side of a demand. ``includes``: whether the figure itself is let in, None if not said."""

    value: float
    is_lower: bool
    includes: bool | None

    def is_kept(self, compared: int) -> bool | None:
        """For a figure that is below (-1), at (0) or above (1) the limit."""
        if compared == 0:
            return self.includes
        return (compared > 0) is self.is_lower


_ONE_SIDED = {
    Operator.AT_LEAST: (True, True),
    Operator.ABOVE: (True, False),
    Operator.AT_MOST: (False, True),
    Operator.BELOW: (False, False),
}


def limits_of(criterion: Criterion) -> tuple[Limit, ...]:
    """The sides of a criterion; () where it gives no figure that can be read.

    "Between" doesn't say whether its ends are let in.
    """
    low, high = number(criterion.value), number(criterion.value_high)
    if criterion.operator is Operator.BETWEEN and low is not None and high is not None:
        return Limit(low, is_lower=True, includes=None), Limit(high, is_lower=False, includes=None)
    if criterion.operator in _ONE_SIDED and low is not None:
        is_lower, includes = _ONE_SIDED[criterion.operator]
        return (Limit(low, is_lower=is_lower, includes=includes),)
    return ()


def number(text: str) -> float | None:
    """A finite figure, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def compare(value: float, limit: float) -> int:
    return (value > limit) - (value < limit)


def all_kept(answers: list[bool | None]) -> bool | None:
    """False where one is broken, True where all are kept, None where it can't be told."""
    if False in answers:
        return False
    return None if None in answers else True


def keeps(value: float, limits: tuple[Limit, ...]) -> bool | None:
    """Whether a figure keeps every side; None at an end that is not said to be let in."""
    return all_kept([limit.is_kept(compare(value, limit.value)) for limit in limits])
