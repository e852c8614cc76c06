"""Timing two contestants in turn, so that a busy moment of the machine meets both."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from statistics import median
from time import perf_counter
from typing import TypeVar

LONG_ROUND = 120.0  # seconds; after one that took longer there is no other
SHORT_ROUND = 1.0  # seconds; in less, a moment's noise is some percent
Q = TypeVar("Q")
Contestant = Callable[[Q], object]
Taken = tuple[list[float], list[float]]
"""Milliseconds for each question, ours and theirs."""


@dataclass(frozen=True, slots=True)
class Timing:
    """``ours_ms``, ``theirs_ms``: median over all questions and rounds, for one question.

    ``ratios``: ours divided by theirs, of the totals of each round. ``note``: why there are
    fewer rounds than usual.
    """

    ours_ms: float
    theirs_ms: float
    ratios: tuple[float, ...]
    note: str = ""

    @property
    def ratio(self) -> float:
        return median(self.ratios)

    @property
    def low(self) -> float:
        return min(self.ratios)

    @property
    def high(self) -> float:
        return max(self.ratios)

    @property
    def turned(self) -> Timing:
        """With theirs divided by ours."""
        return replace(self, ratios=tuple(1 / ratio for ratio in self.ratios))


def interleaved(
    ours: Contestant[Q],
    theirs: Contestant[Q],
    questions: Sequence[Q],
    *,
    rounds: int = 3,
    long: float = LONG_ROUND,
    short: float = SHORT_ROUND,
) -> Timing:
    """Ask both every question in turn, after one warming question each.

    A round asks them all, again and again until it has lasted ``short`` seconds. Where a round
    takes more than ``long`` seconds it is the last.
    """
    ours(questions[0])
    theirs(questions[0])
    mine: list[list[float]] = []
    others: list[list[float]] = []
    passes = count()
    for _number in range(rounds):
        taken: Taken = ([], [])
        with _garbage_left():
            began = perf_counter()
            while not taken[0] or perf_counter() - began < short:
                _one_pass((ours, theirs), questions, next(passes), taken)
        mine.append(taken[0])
        others.append(taken[1])
        if perf_counter() - began > long:
            break
    ratios = tuple(sum(a) / sum(b) for a, b in zip(mine, others, strict=True))
    note = f"{len(ratios)} of {rounds} rounds, since one takes minutes"
    return Timing(_median(mine), _median(others), ratios, note if len(ratios) < rounds else "")


def _one_pass(
    contestants: tuple[Contestant[Q], Contestant[Q]],
    questions: Sequence[Q],
    number: int,
    taken: Taken,
) -> None:
    """ABBAAB..., and BAABBA... in the next.

    Who asks a question first finds it cold, and pays for who asks it next: so each begins with
    every other question, and with the others the next time.
    """
    turns = list(zip(contestants, taken, strict=True))
    for place, question in enumerate(questions, number):
        for contestant, times in turns[:: 1 if place % 2 == 0 else -1]:
            times.append(_milliseconds(contestant, question))


def _milliseconds(contestant: Contestant[Q], question: Q) -> float:
    began = perf_counter()
    contestant(question)
    return (perf_counter() - began) * 1000


def _median(rounds: list[list[float]]) -> float:
    return median(taken for taken_in_one in rounds for taken in taken_in_one)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """A collection would hit whoever happens to be running; nobody's garbage is collected here."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
