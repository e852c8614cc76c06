"""Timing two contestants in turn, so that a busy moment of the machine meets both."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter
from typing import TypeVar

LONG_ROUND = 120.0  # seconds; after one that took longer there is no other
Q = TypeVar("Q")


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
    ours: Callable[[Q], object],
    theirs: Callable[[Q], object],
    questions: Sequence[Q],
    rounds: int = 3,
    long: float = LONG_ROUND,
) -> Timing:
    """Ask both every question in turn, after one warming question each; ABAB, then BABA.

    Where a round takes more than ``long`` seconds it is the last.
    """
    ours(questions[0])
    theirs(questions[0])
    mine: list[list[float]] = []
    others: list[list[float]] = []
    for number in range(rounds):
        mine.append([])
        others.append([])
        turns = [(ours, mine[-1]), (theirs, others[-1])]
        began = perf_counter()
        with _garbage_left():
            for question in questions:
                for contestant, taken in turns[:: 1 if number % 2 == 0 else -1]:
                    taken.append(_milliseconds(contestant, question))
        if perf_counter() - began > long:
            break
    ratios = tuple(sum(a) / sum(b) for a, b in zip(mine, others, strict=True))
    note = f"{len(ratios)} of {rounds} rounds, since one takes minutes"
    return Timing(_median(mine), _median(others), ratios, note if len(ratios) < rounds else "")


def _milliseconds(contestant: Callable[[Q], object], question: Q) -> float:
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
