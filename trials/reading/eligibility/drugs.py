"""Riluzole, edaravone, tofersen: required, ruled out, or allowed at a stable dose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from trials.reading.eligibility import drug_words as words
from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Criterion, Kind, Operator, Section
from trials.reading.eligibility.numbers import written
from trials.reading.eligibility.stance import lets_in, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = words.GATE
_LISTED = re.compile(
    r"(?:[^\w;]|\d|(?:mg|and|or|other|oral|iv|intravenous|brand|name|tablets?|injection)\b){1,30}"
)
_JOINT = re.compile(r"; ?|, (?:and|but) |\bbut |\band ")
_OR = re.compile(r"\bor\b(?! (?:more|longer|greater|equal))")


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence asks about each of the drugs that it names."""
    named = _named(wording)
    places = [found.start() for _, found in named]
    start, end = 0, len(wording.text)
    joint = _joint(wording.text, named)
    for kind, found in named:
        if joint:
            is_first = found.start() < joint[0]
            start, end = (0, joint[0]) if is_first else (joint[1], len(wording.text))
        inside = [place - start for place in places if start <= place < end]
        yield from _of_one(wording, (start, end), kind, found, inside)


def _named(wording: Wording) -> list[tuple[Kind, re.Match[str]]]:
    """Each drug with its first mention; under an exclusion "other than X" doesn't name X."""
    text = wording.text
    if side(wording) is Section.EXCLUSION:
        text = words.EXCUSED.sub(lambda found: " " * len(found[0]), text)
    named = [(kind, found) for kind, name in words.NAMES.items() if (found := name.search(text))]
    return sorted(named, key=lambda one: one[1].start())


def _joint(text: str, named: list[tuple[Kind, re.Match[str]]]) -> tuple[int, int] | None:
    """Where the part about a second drug begins, unless both stand in one list."""
    if len(named) != 2:
        return None
    between = (named[0][1].end(), named[1][1].start())
    if _LISTED.fullmatch(text, *between):
        return None
    joints = list(_JOINT.finditer(text, *between))
    return joints[-1].span() if joints else None


def _of_one(
    wording: Wording, span: tuple[int, int], kind: Kind, found: re.Match[str], places: list[int]
) -> Iterator[Finding]:
    start, part = span[0], wording.text[slice(*span)]
    if words.NOT_USE.search(part):
        return
    operator = _asked(wording, part, start + places[0], is_alone=len(places) == 1)
    if not operator:
        return
    days = None if operator is Operator.ALLOWED_IF else _days(part, places)
    yield Finding(
        kind=kind,
        operator=operator,
        value=_written_days(days) if days else "",
        unit="days" if days else "",
        rule=f"drug: {operator.name.lower()}",
        start=min(found.start(), start + days.start) if days else found.start(),
        end=max(found.end(), start + days.end) if days else found.end(),
    )


def _asked(wording: Wording, part: str, place: int, *, is_alone: bool) -> Operator | None:
    if side(wording) is Section.EXCLUSION:
        return None if lets_in(wording, place) else _in_exclusion(part, place)
    if words.NOT_TAKERS.search(part) or words.BOTH.search(part):
        return None if not words.STABLE.search(part) or " or " not in part else _EITHER
    if words.STABLE.search(part):
        return _stable(wording, part, place, is_alone=is_alone)
    if words.ONLY_AFTER.search(part):
        return Operator.ALLOWED_IF
    if words.CYCLES.search(part):
        return Operator.ALLOWED_IF if words.TAKERS.search(part) else None
    return None if lets_in(wording, place) else _without_a_dose(part, is_alone=is_alone)


_EITHER = Operator.NOT_TAKING_OR_STABLE


def _without_a_dose(text: str, *, is_alone: bool) -> Operator | None:
    if words.NOT_CHANGED.search(text):
        return None if " or " in text else _EITHER
    if words.WITHOUT.search(text):
        return None if " or " in words.WITHOUT.sub(" ", text) else Operator.FORBIDDEN
    if words.MAYBE.search(text) or words.UNSTABLE.search(text) or words.TAKERS.search(text):
        return None
    is_demand = is_alone and words.TAKING.search(text) and not _OR.search(text)
    return Operator.REQUIRED if is_demand else None


def _stable(wording: Wording, text: str, place: int, *, is_alone: bool) -> Operator | None:
    """A stable dose: for those who take it, or for everybody."""
    if words.LATER.search(text) and not (bounds_in(text) or words.TAKERS.search(text)):
        return None
    if words.WITHOUT.search(text):
        return _EITHER
    if words.UNSTABLE.search(text) and not words.NOT_CHANGED.search(text):
        return None
    if words.TAKERS.search(text) or lets_in(wording, place):
        return _EITHER
    is_open = words.MAYBE.search(text) or _OR.search(text)
    return Operator.REQUIRED if is_alone and not is_open else None


def _in_exclusion(text: str, place: int) -> Operator | None:
    later = words.LATER.search(text)
    if later and (later.start() < place or not bounds_in(text)):
        return None
    if words.TOO_SHORT.search(text):
        return None if _is_partly(text) else _EITHER
    if words.UNSTABLE.search(text):
        return None if words.WITHOUT.search(text) else _EITHER
    if words.WITHOUT.search(text) or words.STABLE.search(text) or _is_partly(text):
        return None
    return Operator.FORBIDDEN


def _is_partly(text: str) -> bool:
    return bool(words.PARTLY.search(text))


def _days(text: str, places: list[int]) -> Bound | None:
    """The stretch of time in the sentence that has days, weeks or months as its unit."""
    times = [bound for bound in bounds_in(text) if bound.unit in words.IN_DAYS]
    if not times:
        return None
    return min(times, key=lambda bound: min(abs(bound.start - place) for place in places))


def _written_days(bound: Bound) -> str:
    return written(bound.low * words.IN_DAYS[bound.unit])


def settled(criteria: Iterable[Criterion], text: str) -> Iterator[Criterion]:
    """The criteria of one whole text, as far as its sentences about one drug agree.

    Where a sentence speaks to those who don't take a drug, another can't ask everybody
    to take it: a stable dose is then for those who do, and a bare demand is left out.
    """
    excused = {
        kind
        for found in words.NOT_TAKERS.finditer(text)
        for kind, name in words.NAMES.items()
        if name.fullmatch(found["drug"])
    }
    for one in criteria:
        if one.kind not in excused or one.operator is not Operator.REQUIRED:
            yield one
        elif words.STABLE.search(one.sentence.lower()):
            yield replace(one, operator=_EITHER, rule=f"drug: {_EITHER.name.lower()}")
