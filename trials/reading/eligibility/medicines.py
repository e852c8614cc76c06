"""Blood thinners, and medicines that hold the immune system down: ruled out, or to be tolerated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import of_state, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"anti ?coag|blood thin|warfarin|heparin|coumadin|immun")
_THINNERS = re.compile(
    r"anti ?coagula(?:nts?|tion|tive|ted)\w*|blood thinn\w+|\bwarfarin\b"
    r"|\b(?:low molecular weight )?heparin\b|coumadin"
)
_THINNER_OTHERWISE = re.compile(
    r"allerg|hypersensi|intoleran|contraindicat|unless|can be (?:stopped|discontinued"
    r"|interrupted|held)|able to"
    r"|willing|lupus anticoagulant|agree"
)
_SUPPRESSION = re.compile(
    r"immuno ?suppress(?:ants?|ives?|ion|ors?|ing)?\b(?! (?:states?|disease|condition"
    r"|syndrome))(?: (?:\w+ )?(?:drugs?|therap\w+|agents?|treatments?|medications?|regimen))?"
    r"|immune ?suppress\w+"
)
_TOLERATE = re.compile(
    r"(?:tolerat|contraindicat|intoleran|unable to (?:take|receive)|allerg|hypersensi|willing"
    r"|agree|able to (?:take|receive|undergo))"
)
_MUST_TOLERATE = re.compile(
    r"\b(?:able to|can|willing|agree\w*|must|medically)\b[\w ,]{0,60}(?:tolerat|take|receiv"
    r"|undergo|immuno)"
)
_CANNOT = re.compile(
    r"contraindicat|intoleran|unable|inability|cannot|not tolerat|not able|hypersensi|allerg"
    r"|unwilling"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about blood thinners and immune suppression."""
    yield from _anticoagulants(wording)
    yield from _immunosuppression(wording)


def _anticoagulants(wording: Wording) -> Iterator[Finding]:
    found = _THINNERS.search(wording.text)
    if not found or _THINNER_OTHERWISE.search(wording.text):
        return
    operator = of_state(wording, found.start())
    if operator:
        yield _found(Kind.ANTICOAGULANTS, operator, found, "anticoagulants: named")


def _immunosuppression(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    found = _SUPPRESSION.search(text)
    if not found:
        return
    operator = (
        _must_tolerate(wording) if _TOLERATE.search(text) else of_state(wording, found.start())
    )
    if operator:
        yield _found(Kind.IMMUNOSUPPRESSION, operator, found, "immunosuppression: named")


def _must_tolerate(wording: Wording) -> Operator | None:
    cannot = _CANNOT.search(wording.text)
    if side(wording) is Section.EXCLUSION:
        return Operator.REQUIRED if cannot else None
    return Operator.REQUIRED if _MUST_TOLERATE.search(wording.text) and not cannot else None


def _found(kind: Kind, operator: Operator, found: re.Match[str], rule: str) -> Finding:
    return Finding(kind=kind, operator=operator, rule=rule, start=found.start(), end=found.end())
