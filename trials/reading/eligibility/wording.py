"""One sentence as the rules see it, and what a rule finds in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trials.reading.eligibility import plain_text
from trials.reading.eligibility.bounds import Bound
from trials.reading.eligibility.criterion import (
    Criterion,
    CriterionSentence,
    Kind,
    Operator,
    Section,
)
from trials.reading.eligibility.numbers import written

LONGEST_QUOTE = 160
_CLAUSE_ENDS = re.compile(r"[;.] |, (?:and|or|but) |\.\.\.")


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence with its tight plain text: lower case, single spaces, one spelling per sign."""

    said: CriterionSentence
    plain: str
    text: str

    @classmethod
    def of(cls, said: CriterionSentence, plain: str) -> Wording:
        return cls(said, plain, plain_text.tight(plain))

    @property
    def section(self) -> Section:
        return self.said.section


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule read, with its place (``start``, ``end``) in the tight text."""

    kind: Kind
    operator: Operator
    start: int
    end: int
    rule: str
    value: str = ""
    value_high: str = ""
    unit: str = ""
    anchor: str = ""
    group: str = ""


def limit(
    kind: Kind, bound: Bound, *, unit: str, anchor: str = "", rule: str, start: int, end: int
) -> Finding:
    """A finding with the numbers of ``bound``."""
    high = "" if bound.high is None else written(bound.high)
    return Finding(
        kind=kind,
        operator=bound.operator,
        value=written(bound.low),
        value_high=high,
        unit=unit,
        anchor=anchor,
        rule=rule,
        start=min(start, bound.start),
        end=max(end, bound.end),
    )


def criterion(found: Finding, wording: Wording, *, field: str) -> Criterion:
    """The finding with its verbatim quote."""
    return Criterion(
        kind=found.kind,
        section=wording.section,
        operator=found.operator,
        value=found.value,
        value_high=found.value_high,
        unit=found.unit,
        anchor=found.anchor,
        quote=quote(wording, found.start, found.end),
        field=field,
        rule=found.rule,
        group=found.group,
        sentence=wording.said.text,
    )


def quote(wording: Wording, start: int, end: int) -> str:
    """At most 160 characters of the original around a place in the tight text."""
    whole = wording.said.text
    if len(whole) <= LONGEST_QUOTE:
        return whole
    places = plain_text.places(wording.plain)
    last = places[min(end, len(places)) - 1] + 1
    first = places[min(start, len(places) - 1)]
    return _words_between(whole, first, min(last, first + LONGEST_QUOTE))


def _words_between(whole: str, first: int, last: int) -> str:
    """A stretch widened to whole words while it stays short enough to quote."""
    room = LONGEST_QUOTE - (last - first)
    begin = whole.rfind(" ", 0, max(0, first - room // 2)) + 1 if first > room // 2 else 0
    begin = begin if last - begin <= LONGEST_QUOTE else first
    end = min(len(whole), begin + LONGEST_QUOTE)
    if end < len(whole):
        cut = whole.rfind(" ", last, end + 1)
        end = cut if cut > 0 else last
    return whole[begin:end].strip()
