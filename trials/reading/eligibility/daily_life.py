"""Where a person lives, what they speak, and who is with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility import plain_text
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import is_denied, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(
    r"citizen|resid|fluent|speak|language|english|native|accessib|living in|live in|lives in"
    r"|caregiver|carer"
    r"|care ?partner|mri\b|magnetic|lumbar|spinal tap|miles|\bkm\b"
)
_PLACE = re.compile(
    r"(?:(?:permanent |legal )?(?:residents?|citizens?)(?: (?:or|and|and/or) (?:permanent "
    r"|legal )?(?:residents?|citizens?))?"
    r" (?:of|in)|(?:geographic|regional)\w{0,8} accessib\w+|resid(?:e|es|ing|ence) (?:in|within)"
    r"|(?:live|lives|living) (?:in|within) (?!the (?:community|same))|fluent(?:ly)? (?:in"
    r"|speak\w*)|(?:native|fluent) \w+ speak\w*"
    r"|\b\w+ speaking|speaks? (?:and \w+ )?(?:fluent )?(?:english|french|german|spanish|italian"
    r"|japanese|korean|chinese|hebrew|dutch|the local|the language)"
    r"|(?:read|understand|write|communicate)\w{0,20}[\w ,/]{0,40} (?:in )?(?:english|french|german"
    r"|spanish|italian|japanese|korean|chinese|hebrew|dutch|swedish|polish)"
    r"|(?:good |sufficient |adequate )?(?:knowledge|command|proficien\w+) (?:of"
    r"|in) (?:the )?\w+(?: language)?)"
)
_LANGUAGE_ONLY = re.compile(r"\b\w+ speaking")
_CLAUSE_END = re.compile(r"[.;]| and (?:willing|able|has|have|is|are|be|must)|$")
_UNABLE = re.compile(r"\b(?:unable|inability|incapab\w+|insufficient|poor|lack\w*)\b")
_NEAR = 60
_CARE = re.compile(r"\b(?:caregivers?|care givers?|carers?|care ?partners?)\b")
_CARE_OTHERWISE = re.compile(
    r"\bor (?:\w+ ){0,3}(?:caregiver|carer|care ?partner)|(?:caregiver|carer)s? (?:or|and/or)"
    r"|/ ?caregiver|caregiver ?/"
    r"|if (?:needed|applicable|available|necessary|required)|burden|may\b|help of (?:a|their"
    r"|the) caregiver|with the (?:help|aid|assistance)"
    r"|no caregiver required|consent"
)
_CARE_MISSING = re.compile(r"\b(?:no|lack of|without|absence of|unavailab\w+|not have)\b")


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence asks of a person's place, language and company."""
    yield from _place(wording)
    yield from _caregiver(wording)


def _place(wording: Wording) -> Iterator[Finding]:
    found = _PLACE.search(wording.text)
    if not found or _is_unable(wording, found) is not (side(wording) is Section.EXCLUSION):
        return
    stop = _CLAUSE_END.search(wording.text, found.end())
    end = stop.start() if stop else len(wording.text)
    yield Finding(
        kind=Kind.LANGUAGE_OR_RESIDENCE,
        operator=Operator.REQUIRED,
        value=_original(wording, found.start(), end),
        rule="place or language: named",
        start=found.start(),
        end=end,
    )


def _is_unable(wording: Wording, found: re.Match[str]) -> bool:
    text = wording.text
    lead = text[max(0, found.start() - _NEAR) : found.start()]
    is_unable = lead.endswith("non ") or _UNABLE.search(lead)
    return bool(is_unable) or is_denied(text, found.start())


def _original(wording: Wording, start: int, end: int) -> str:
    places = plain_text.places(wording.plain)
    words = wording.said.text[places[start] : places[end - 1] + 1]
    return " ".join(words.split()).strip(" ,.")


def _caregiver(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    found = _CARE.search(text)
    if not found or _CARE_OTHERWISE.search(text):
        return
    is_missing = bool(_CARE_MISSING.search(text))
    if is_missing is (side(wording) is Section.EXCLUSION):
        yield _found(Kind.CAREGIVER, Operator.REQUIRED, found, "caregiver: needed")


def _found(kind: Kind, operator: Operator, found: re.Match[str], rule: str) -> Finding:
    return Finding(kind=kind, operator=operator, rule=rule, start=found.start(), end=found.end())
