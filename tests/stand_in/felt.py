"""Which of a request's faults made a difference: two at once may hide each other."""

from collections.abc import Callable

from tests.stand_in.answers import INSTEAD, Answer
from tests.stand_in.faults import Fault

UNREADABLE = frozenset({Fault.TRUNCATED, Fault.CUT_OFF, Fault.DROPPED, Fault.TOO_LONG})
DELIVERED_OTHERWISE = UNREADABLE | {Fault.SLOW, Fault.DRIPPING}


def felt(
    taken: frozenset[Fault], reply_with: Callable[[frozenset[Fault]], Answer]
) -> frozenset[Fault]:
    """Those without which something else would have gone out, or come to pass."""

    def outcome(faults: frozenset[Fault]) -> tuple[object, ...]:
        is_readable = not faults & UNREADABLE
        delivery = faults & DELIVERED_OTHERWISE
        return moves_data(faults), delivery, reply_with(faults) if is_readable else None

    return frozenset(fault for fault in taken if outcome(taken - {fault}) != outcome(taken))


def moves_data(faults: frozenset[Fault]) -> bool:
    """Whether the data moves on after this request: only where it was answered from the data."""
    return Fault.DATA_MOVES in faults and not faults & INSTEAD.keys()
