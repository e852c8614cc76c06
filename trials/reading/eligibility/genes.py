"""Genes and family: SOD1, C9orf72, FUS, familial or sporadic only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import is_denied, lets_in, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"sod ?-?1|c9|\bfus\b|familial|sporadic|family history|hereditary|inherited")
_GENES = {
    "SOD1": re.compile(r"sod ?-?1|superoxide dismutase"),
    "C9orf72": re.compile(r"c9 ?-?orf ?-?72|\bc9\b|c9als"),
    "FUS": re.compile(r"\bfus\b"),
}
_CARRIED = re.compile(
    r"mutat|\bals\b|variant|carrier|expansion|gene|positive|associated|pathogenic|caus|repeat"
)
_INHERITED = r"(?:familial|hereditary|inherited)"
_FAMILIAL = re.compile(
    rf"{_INHERITED}(?: (?:form|type))?(?: of)? "
    r"(?:als|amyotrophic|mnd|the disease|disease|motor neuron)"
    r"|famil(?:y|ial) history of (?:als|amyotrophic|mnd|motor neuron)|familial forms?\b"
    r"|^\W*familial\W*$|genetic(?:ally)? (?:form|familial)"
)
_SPORADIC = re.compile(r"\bsporadic\b")
_OR = r"\W{0,3}(?:als )?\W{0,2}(?:or|and|and/or|/|,|as well as) ?\W?(?:a )?(?:diagnosis of )?"
_BOTH = re.compile(
    rf"(?:sporadic|isolated){_OR}{_INHERITED}|{_INHERITED}{_OR}(?:sporadic|isolated)"
    r"|with or without|whether"
)
_ASKED_FOR = re.compile(
    r"\b(?:only|positive|must|required?|confirmed|documented|diagnos\w+|sporadic)\b"
)
_NEGATIVE = re.compile(r"(?: mutation| gene)? negative")
_UNSURE = re.compile(
    r"test(?:ed|ing)? for|unknown|screening for|regardless|irrespective|\bif\b|therapy|tofersen"
    r"|immuno|immune"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence asks about genes or family."""
    text = wording.text
    if _BOTH.search(text) or _UNSURE.search(text) or lets_in(wording, 0):
        return
    yield from _mutations(wording)
    yield from _family(wording)


def _mutations(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    if not _CARRIED.search(text):
        return
    for anchor, name in _GENES.items():
        found = name.search(text)
        operator = found and _asked(wording, found)
        if found and operator:
            yield _found(anchor, operator, found)


def _family(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    familial, sporadic = _FAMILIAL.search(text), _SPORADIC.search(text)
    if sporadic and not familial:
        operator = _asked(wording, sporadic)
        if operator is Operator.REQUIRED:
            yield _found("sporadic_only", operator, sporadic)
    if familial and not sporadic:
        operator = _asked(wording, familial)
        if operator:
            yield _found("any_familial", operator, familial)


def _asked(wording: Wording, found: re.Match[str]) -> Operator | None:
    text, place = wording.text, found.start()
    denied = (
        is_denied(text, place)
        or text[:place].endswith("non ")
        or bool(_NEGATIVE.match(text, found.end()))
    )
    if side(wording) is Section.EXCLUSION:
        return None if denied else Operator.FORBIDDEN
    if denied:
        return Operator.FORBIDDEN
    is_bare = wording.section is Section.UNSTATED and not _ASKED_FOR.search(text)
    return Operator.UNCLEAR if is_bare else Operator.REQUIRED


def _found(anchor: str, operator: Operator, found: re.Match[str]) -> Finding:
    return Finding(
        kind=Kind.GENE,
        operator=operator,
        anchor=anchor,
        rule=f"gene: {anchor}",
        start=found.start(),
        end=found.end(),
    )
