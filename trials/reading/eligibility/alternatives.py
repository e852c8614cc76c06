"""An inclusion that offers two ways in ("onset or diagnosis within a year") asks neither of all."""

from __future__ import annotations

import re
from itertools import pairwise

from trials.reading.eligibility.criterion import Kind, Section
from trials.reading.eligibility.stance import side
from trials.reading.eligibility.wording import Finding, Wording

_LIMITS = frozenset({Kind.ONSET_TIME, Kind.DIAGNOSIS_TIME, Kind.VITAL_CAPACITY, Kind.ALSFRS_TOTAL})
_OR = re.compile(r"\bor\b(?! (?:equal|greater|more|higher|above|better|less|lower|below|fewer)\b)")


def without_them(wording: Wording, read: list[Finding]) -> list[Finding]:
    """The findings of one sentence, less limits of different kinds that an "or" joins."""
    if side(wording) is Section.EXCLUSION:
        return read
    limits = sorted((one for one in read if one.kind in _LIMITS), key=lambda one: one.start)
    torn = {
        id(one)
        for first, second in pairwise(limits)
        if first.kind is not second.kind and _OR.search(wording.text, *_between(first, second))
        for one in (first, second)
    }
    return [one for one in read if id(one) not in torn]


def _between(first: Finding, second: Finding) -> tuple[int, int]:
    """The words between two findings, which may overlap."""
    return min(first.end, second.start), max(first.end, second.start)
