"""Findings of one kind, and what they come to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from trials.reading.burden.kinds import Burden
from trials.reading.burden.passages import Passage

_NAME = r"(?:\d{1,2}|[IVX]{1,4}|[A-H])\b"
_GROUP = re.compile(
    rf"\b(?i:groups?|arms?|cohorts?)\s+{_NAME}(?:,?\s*(?:and\s+|&\s*)?{_NAME}){{0,5}}|"
    r"\b(?i:control|placebo|sham|treatment|treated|experimental|active)\s+(?i:group|arm)\b"
)
_EVERYBODY = re.compile(
    r"\b(?:both|all|each|every)\s+(?:\w+\s+){0,2}?(?:groups?|arms?)\b|"
    r"\ball\s+(?:\w+\s+){0,2}?(?:patients|participants|subjects)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:patients?|participants?|subjects?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """A burden, and whether the record says whose it is or we only suppose it."""

    burden: Burden
    is_whose_said: bool


def whose(passage: Passage, before: str, sentence: str, *, many_arms: bool) -> tuple[str, bool]:
    """Who bears it, and whether that is said; ``before`` is the sentence up to the finding."""
    groups = {found[0] for found in _GROUP.finditer(before)}
    if not passage.who and len(groups) == 1 and not _EVERYBODY.search(sentence):
        return groups.pop(), True
    if passage.is_about_arms or passage.who or not many_arms:
        return passage.who, passage.is_about_arms or not many_arms
    is_a_title = passage.field.startswith("identification.")
    return "", not is_a_title and bool(_PEOPLE.search(sentence))


def settled(found: list[Finding]) -> Iterator[Burden]:
    """One burden for each "who": what is said beats what is supposed."""
    said = [finding.burden for finding in found if finding.is_whose_said]
    burdens = sorted(said or [finding.burden for finding in found], key=lambda burden: burden.who)
    each = [_agreed(list(same)) for _, same in groupby(burdens, key=lambda burden: burden.who)]
    if each and not each[0].who:
        yield _for_everybody(each[0], each[1:])
        each = [burden for burden in each[1:] if burden.count is not None]
    yield from each


def _for_everybody(everybody: Burden, groups: list[Burden]) -> Burden:
    """A count holds for everybody only where no group is given another."""
    is_contradicted = any(group.count not in (None, everybody.count) for group in groups)
    return replace(everybody, count=None) if is_contradicted else everybody


def _agreed(same: list[Burden]) -> Burden:
    """The first words of the record, or the first with a count where all counts agree."""
    counted = [burden for burden in same if burden.count is not None]
    if len({burden.count for burden in counted}) == 1:
        return counted[0]
    return replace(same[0], count=None)
