"""One rule a wording: what it shows, its words, and when the words show something else.

Each pattern is looked for inside one sentence. ``unless`` is looked for in the same
sentence; ``holds`` asks the whole record (whose cells, by what way).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from trials.reading.burden.kinds import BurdenKind
from trials.reading.burden.setting import Setting

_NOTHING = re.compile(r"(?!)")


def _always(_setting: Setting, _sentence: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that show a burden. ``name`` is stable: it is kept with the reading.

    ``but_not_in`` names fields where the same words are mostly about the background.
    """

    kind: BurdenKind
    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] = _NOTHING
    holds: Callable[[Setting, str], bool] = _always
    but_not_in: tuple[str, ...] = ()


def rule(
    kind: BurdenKind,
    name: str,
    pattern: str,
    *,
    unless: str = r"(?!)",
    holds: Callable[[Setting, str], bool] = _always,
    but_not_in: tuple[str, ...] = (),
) -> Rule:
    """A rule whose patterns ignore case."""
    return Rule(
        kind,
        f"{kind}: {name}",
        re.compile(pattern, re.IGNORECASE),
        re.compile(unless, re.IGNORECASE),
        holds,
        but_not_in,
    )
