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
_NO_BEFORE = re.compile(
    r"(?:\bnegative\b|\bexclu(?:de|des|ding|sion)\b|\brul(?:e|es|ed|ing) out\b|\bwild type\b)"
    r"(?:(?!\bpositive\b)[^;:.])*$"
)
_NO_AFTER = re.compile(
    r"(?:(?!\bpositive\b)[\w /,()-]){0,60}?\b(?:negative|ruled out|wild type|(?:is |are )?absent)\b"
)
# a test, a result or a willingness asks for no gene; nor does a sentence about relatives or drugs
_UNSURE = re.compile(
    r"unknown|screen(?:ed|ing) for|regardless|irrespective|\bif\b|therapy|tofersen|unless"
    r"|immuno|immune|\bstatus\b|genotyp|willing|\bagree[sd]?\b|relatives?\b|antisense|\baso\b"
    r"|\btrials?\b"
    r"|counsel|\bmay\b|asymptomatic|availab\w+|tests? results?"
)
_TESTED = re.compile(r"\btest(?:s|ed|ing)?\b|analys\w+|sequenc\w+|\bpanel\b|results?\b")
_OUTCOME = re.compile(
    r"positive|negative|confirmed|documented|exclu(?:de|ding|sion)|rul(?:e|ed|ing) out|\bno\b"
    r"|without"
)
_OTHER_THAN = re.compile(r"\b(?:other than|except(?:ing)?(?: for)?|apart from|besides)\b[^;:.]*")
_LEVEL = re.compile(
    r"\b(?:definite(?:ly)?|probable|possible|suspected|laboratory|lab) (?:(?:als|with) )?$"
)
_LIMB = re.compile(r"(?:,| or|/|\beither) \W?(?:\w+ ){0,3}$|^[\w ()]{0,30}?(?:\bor\b|/)")
_GENETIC = re.compile(r"\bgenetic\b|\bknown mutation|\bmutations?\b|\bf ?als\b")
_NARROWED = re.compile(r"[ ,]*(?:with|without|but|who|not|due|caused)\b")
_REACH = 110


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence asks about genes or family."""
    text = wording.text
    if _BOTH.search(text) or _UNSURE.search(text):
        return
    if _TESTED.search(text) and not _OUTCOME.search(text):
        return
    yield from _mutations(wording)
    yield from _family(wording)


def _mutations(wording: Wording) -> Iterator[Finding]:
    text = _OTHER_THAN.sub(lambda found: " " * len(found[0]), wording.text)
    if not _CARRIED.search(text):
        return
    named = [(anchor, one) for anchor, name in _GENES.items() if (one := name.search(text))]
    for anchor, found in named:
        operator = _asked(wording, found)
        if operator is Operator.REQUIRED and (len(named) > 1 or _SPORADIC.search(text)):
            continue
        if operator:
            yield _found(anchor, operator, found)


def _family(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    familial, sporadic = _FAMILIAL.search(text), _SPORADIC.search(text)
    if sporadic and not familial:
        operator = _asked(wording, sporadic)
        if operator is Operator.REQUIRED and not _is_one_of_many(text):
            yield _found("sporadic_only", operator, sporadic)
    if familial and not sporadic:
        operator = _asked(wording, familial)
        if operator and not _is_no_matter(text, familial, operator):
            yield _found("any_familial", operator, familial)


def _is_one_of_many(text: str) -> bool:
    """Other genetic forms are named beside the sporadic one, and not ruled out."""
    other = _GENETIC.search(text)
    is_inclusive = "including familial" in text or "including inherited" in text
    return is_inclusive or bool(other and not is_denied(text, other.start()))


def _is_no_matter(text: str, found: re.Match[str], operator: Operator) -> bool:
    """An El Escorial level, one limb of a list, or some familial forms only."""
    if operator is Operator.FORBIDDEN:
        narrowed = _NARROWED.match(text, found.end()) or _OTHER_THAN.search(text, found.end())
        return bool(narrowed)
    before = text[max(0, found.start() - _REACH) : found.start()]
    is_limb = _LIMB.search(before) or _LIMB.match(text[found.end() : found.end() + _REACH])
    return bool(_LEVEL.search(before) or is_limb)


def _asked(wording: Wording, found: re.Match[str]) -> Operator | None:
    text, place = wording.text, found.start()
    if lets_in(wording, place):
        return None
    denied = (
        is_denied(text, place)
        or text[:place].endswith("non ")
        or bool(_NO_BEFORE.search(text[max(0, place - _REACH) : place]))
        or bool(_NO_AFTER.match(text, found.end()))
    )
    if side(wording, place) is Section.EXCLUSION:
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
