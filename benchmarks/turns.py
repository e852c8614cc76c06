"""Timing contestants that have to make ready before each turn, and so time themselves.

Python searches for garbage as seldom for both as a sync of ours lets it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks.rounds import Timing
from trials.sync.garbage import seldom_collected

Turn = Callable[[], float]
"""One turn; the seconds that count."""


def by_turns(ours: Turn, theirs: Turn, *, rounds: int, per: int) -> Timing:
    """Both in turn, ABAB then BABA; milliseconds are for one of the ``per`` things of a turn."""
    mine: list[float] = []
    others: list[float] = []
    for number in range(rounds):
        turns = [(ours, mine), (theirs, others)]
        for contestant, taken in turns[:: 1 if number % 2 == 0 else -1]:
            gc.collect()
            with seldom_collected():
                taken.append(contestant())
    ratios = tuple(a / b for a, b in zip(mine, others, strict=True))
    return Timing(median(mine) * 1000 / per, median(others) * 1000 / per, ratios)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = perf_counter()
    work()
    return perf_counter() - began
