"""The limits in a sentence: numbers, each with its comparison and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from trials.reading.eligibility import comparisons
from trials.reading.eligibility.comparisons import LOWER, UPPER
from trials.reading.eligibility.criterion import Operator, Section
from trials.reading.eligibility.numbers import NUMBER, number_of

_UNIT_WORDS = {
    "%": r"%|percent\b|per cent\b",
    "mL": r"ml\b|millilit(?:er|re)s?\b|cc\b",
    "L": r"lit(?:er|re)s?\b|l\b",
    "month": r"months?\b|mos?\b|mths?\b",
    "year": r"years?\b|yrs?\b|y\b",
    "week": r"weeks?\b|wks?\b",
    "day": r"days?\b",
    "hour": r"(?:(?:out )?of |/ ?)24 ?h(?:ours?)?\b"
    r"|(?:waking |consecutive |continuous )?hours?\b|hrs?\b|h\b",
    "point": r"points?\b|pts?\b",
}
_UNIT = "|".join(f"(?:{words})" for words in _UNIT_WORDS.values())
_UNITS = tuple((unit, re.compile(words)) for unit, words in _UNIT_WORDS.items())
# "FVC70%", "score3": a space lost before the number
_START = r"(?:(?<![\w./-])(?<!\d,)(?<!±)|(?<=[fs]vc)|(?<=score)|(?<=than)|(?<=least))"
_QUANTITY = re.compile(
    rf"{_START}(?P<first>{NUMBER})(?: ?\( ?\d{{1,3}}(?P<inside> ?(?:{_UNIT}))? ?\))?"
    rf"(?: ?(?P<unit>{_UNIT}))?"
    rf"(?:(?P<joint> ?[-~] ?| to | and | through |(?<=[%l])to )(?P<second>{NUMBER})"
    rf"(?: ?\( ?\d{{1,3}} ?\))?(?: ?(?P<unit2>{_UNIT}))?)?(?![\w-]|[.,:]\d)"
)
_SINGLE = re.compile(
    rf"{_START}(?P<first>{NUMBER})(?: ?\( ?\d{{1,3}}(?P<inside> ?(?:{_UNIT}))? ?\))?"
    rf"(?: ?(?P<unit>{_UNIT}))?"
)
_INCLUSIVE = re.compile(r" ?[(,]? ?inclusive(?:ly)?\b\)?")
_OR_EQUAL = {Operator.BELOW: Operator.AT_MOST, Operator.ABOVE: Operator.AT_LEAST}
_RANGE_WORD = re.compile(
    r"\b(?:between|from|ranges?|ranging|rang(?:es|ing)? (?:of|from|between)|in the range|within)"
    r"(?: of| from| between)?(?: the)?:? ?$"
)
# "> 1 in the last 3 months" is no range
_WINDOW = re.compile(r"(?:within|in|during|over) ")
_TIMES = frozenset({"day", "week", "month", "year", "hour"})
_LEAD = 32
_JOINS = re.compile(
    r",? ?(?:(?:ago|earlier|previously),? ?)?(?:\(?(?:inclusive"
    r"|exclusive)\)? ?)?(?:(?:of )?(?:the )?(?:predicted|normal)? ?)"
    r"(?P<word>and|but|or|to|/|&|-|,|;|as well as)?,?(?: (?:also|is|be|are|a|must be|not))*,? ?"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit as the text words it, before any heading turns it round.

    ``unit`` is one of %, mL, L, month, year, week, day, hour, point, or "" where none is
    written; ``start`` and ``end`` are places in the tight text, comparison included.
    ``is_outside``: "< 6 or > 36", all but what lies between.
    """

    operator: Operator
    low: float
    high: float | None
    unit: str
    start: int
    end: int
    high_unit: str = ""
    is_outside: bool = False


@lru_cache(maxsize=64)
def bounds_in(text: str) -> tuple[Bound, ...]:
    """All limits in a tight sentence, in order; pairs such as "> 6 and < 36" are one."""
    return tuple(_paired(text, list(_limits(text))))


def _limits(text: str) -> Iterator[Bound]:
    place = 0
    while found := _QUANTITY.search(text, place):
        bound = _range(text, found) or _single(text, found.start())
        if bound:
            yield bound
        place = max(bound.end if bound else found.end(), found.start() + 1)


def _range(text: str, found: re.Match[str]) -> Bound | None:
    if not found["second"]:
        return None
    led = _RANGE_WORD.search(text[max(0, found.start() - _LEAD) : found.start()])
    if found["joint"].strip() == "and" and not led:
        return None
    if not led and comparisons.before(text, found.start()):
        return None
    start = found.start() - (len(led[0]) if led else 0)
    unit, unit2 = unit_of(found["unit"]), unit_of(found["unit2"])
    low, high = number_of(found["first"]), number_of(found["second"])
    return Bound(Operator.BETWEEN, low, high, unit or unit2, start, found.end(), unit2 or unit)


def _single(text: str, place: int) -> Bound | None:
    found = _SINGLE.match(text, place)
    if not found:
        return None
    unit = unit_of(found["unit"] or found["inside"])
    before = comparisons.before(text, place)
    after = None if before else comparisons.after(text, found.end())
    operator = before[0] if before else after[0] if after else Operator.UNCLEAR
    start = before[1] if before else place
    end = after[1] if after else found.end()
    inclusive = _INCLUSIVE.match(text, end)
    if inclusive:
        operator, end = _OR_EQUAL.get(operator, operator), inclusive.end()
    return Bound(operator, number_of(found["first"]), None, unit, start, end)


def _paired(text: str, limits: list[Bound]) -> Iterator[Bound]:
    waiting: Bound | None = None
    for limit in limits:
        pair = _pair(text, waiting, limit) if waiting else None
        if pair:
            waiting = pair
            continue
        if waiting:
            yield waiting
        waiting = limit
    if waiting:
        yield waiting


def _pair(text: str, first: Bound, second: Bound) -> Bound | None:
    joined = _JOINS.fullmatch(text, first.end, second.start)
    if not joined or first.high is not None or second.high is not None:
        return None
    if first.unit not in _TIMES and _WINDOW.match(text, second.start):
        return None
    is_or = joined["word"] == "or"
    if first.operator in LOWER and second.operator in UPPER:
        return _outside(second, first) if is_or else _between(first, second)
    if first.operator in UPPER and second.operator in LOWER:
        return _outside(first, second) if is_or else _between(second, first)
    return None


def _between(low: Bound, high: Bound) -> Bound:
    unit, high_unit = low.unit or high.unit, high.unit or low.unit
    start, end = min(low.start, high.start), max(low.end, high.end)
    return Bound(Operator.BETWEEN, low.low, high.low, unit, start, end, high_unit)


def _outside(below: Bound, above: Bound) -> Bound | None:
    """ "Below 50% or above 90%"; None for two limits that overlap."""
    is_apart = below.low < above.low or below.unit != above.unit
    return replace(_between(below, above), is_outside=True) if is_apart else None


def unit_of(words: str | None) -> str:
    """The unit's one name, "" for none."""
    said = (words or "").strip()
    return next((unit for unit, form in _UNITS if said and form.match(said)), "")


def for_joining(bound: Bound, section: Section) -> Bound | None:
    """The limit for the person who can join: an exclusion turns it round.

    None where no single limit is left, as when an exclusion names a range.
    """
    if bound.operator is Operator.UNCLEAR:
        return bound
    if section is Section.EXCLUSION:
        return _turned(bound)
    return None if bound.is_outside else bound


def _turned(bound: Bound) -> Bound | None:
    if bound.is_outside:
        return replace(bound, is_outside=False)
    turned = comparisons.opposite(bound.operator)
    return replace(bound, operator=turned) if turned else None
