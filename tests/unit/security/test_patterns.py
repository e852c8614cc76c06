"""No regular expression of ours can be made to stand still: twice the text, about twice the time.

A reading takes up to 200,000 characters of a stranger's text, a page its address.
"""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

import pytest

from tests.unit.security.attacks import Attack, attacks, text_of
from tests.unit.security.patterns import (
    all_sources,
    every_pattern,
    is_only_matched,
    made_later,
)
from trials.exports.column import Kind
from trials.exports.columns import Rows, choose
from trials.exports.csv_file import harmless_line

SHORT, LONG = 4_000, 32_000
WORTH_A_LOOK = 0.01
"""Seconds for the long text: a linear pattern takes a third of it, a quadratic one several times
as long. On a machine where that isn't so, the growth still tells them apart."""
MOST_GROWTH = 24
"""Eight times the text: a linear one takes about 8 times as long, a quadratic one 64 times,
on a fast machine and on a slow one."""
TRIES = 3  # what comes between makes a try longer, never shorter


Use = Callable[[re.Pattern[str], str], None]


SHORT_TEXTS = {
    "trials.places.locate:_QUARTER": "a town as it is typed, at most 100 characters",
    "trials.reading.eligibility.breathing:_PART_OF_A_TYPE": "the 40 characters before a word",
    "trials.views.stylesheet:_AROUND": "our own style sheets",
    "trials.views.stylesheet:_COMMENT": "our own style sheets",
}
"""Patterns that no long text of a stranger comes to, and why."""


def lines_of_files() -> Iterator[re.Pattern[str]]:
    yield from (harmless_line(numbers) for numbers in ([True], [False], [False] * 2))
    for rows in Rows:
        yield harmless_line([one.kind is Kind.NUMBER for one in choose((), rows).columns])


MADE_LATER: Mapping[str, Callable[[], Iterator[re.Pattern[str]]]] = {
    "trials.exports.csv_file:harmless_line": lines_of_files,  # held against whole lines only
    "trials.reading.burden.rule:rule": lambda: iter(()),  # the modules that call it keep them
}
"""Functions that put a pattern together when they run, with patterns as they make them."""


class StandsStill(Exception):
    pass


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise StandsStill

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def everywhere(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def at_start(pattern: re.Pattern[str], text: str) -> None:
    pattern.match(text)
    pattern.fullmatch(text)


def seconds_of(use: Use, pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    use(pattern, text)
    return time.process_time() - began


def least_seconds(use: Use, pattern: re.Pattern[str], text: str) -> float:
    return min(seconds_of(use, pattern, text) for _ in range(TRIES))


def is_slow(use: Use, pattern: re.Pattern[str], attack: Attack) -> bool:
    try:
        with at_most(5):
            if seconds_of(use, pattern, text_of(attack, LONG)) < WORTH_A_LOOK:
                return False
            short, long = (least_seconds(use, pattern, text_of(attack, n)) for n in (SHORT, LONG))
            return long > MOST_GROWTH * short
    except StandsStill:
        return True


def slow_attack(text: str, flags: int, use: Use = everywhere) -> Attack | None:
    """The first that the pattern is slow on."""
    pattern = re.compile(text, flags & ~re.UNICODE if flags & re.ASCII else flags)
    found = (attack for attack in attacks(text, flags) if is_slow(use, pattern, attack))
    return next(found, None)


@pytest.mark.parametrize(
    "pattern", [r"(a+)+b", r"(a|a)*b", r"\s+$", r"^(\w+\s?)*$", r"(?:x+x+)+y", r".*,.*,.*z"]
)
def test_the_test_finds_those_that_are_known_to_be_slow(pattern: str) -> None:
    assert slow_attack(pattern, int(re.compile(pattern).flags))


def test_every_pattern_of_the_project() -> None:
    found = every_pattern()
    assert len(found) > 400
    assert set(SHORT_TEXTS) <= set(found.values())
    sources = all_sources()
    slow = {
        f"{where}: {text[:100]}": bad
        for (text, flags), where in found.items()
        if where not in SHORT_TEXTS and (bad := slow_attack(text, flags, use_of(where, sources)))
    }
    assert not slow


def test_every_pattern_that_is_made_later() -> None:
    assert made_later() == set(MADE_LATER)
    slow = {
        f"{where}: {pattern.pattern[:100]}": bad
        for where, patterns in MADE_LATER.items()
        for pattern in patterns()
        if (bad := slow_attack(pattern.pattern, pattern.flags, at_start))
    }
    assert not slow
    assert any(where.startswith("trials.reading.burden.") for where in every_pattern().values())


def use_of(where: str, sources: Mapping[str, str]) -> Use:
    return at_start if is_only_matched(where, sources) else everywhere
