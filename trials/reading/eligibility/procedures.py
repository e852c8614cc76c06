"""Scans and spinal taps that a person must be able to have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import is_denied, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"\bmri\b|magnetic|lumbar|spinal tap")
_PROCEDURE = re.compile(r"\bmri\b|magnetic resonance|lumbar puncture|spinal tap|lumbar tap")
_NEAR = 60
_CANNOT = re.compile(
    r"contra ?indicat\w*|unable|inability|incompatib\w*|cannot|not able|incapab\w+|precludes?"
    r"|not (?:be )?possible"
)
_CAN = re.compile(r"\b(?:able|ability|willing\w*|capable|medically|comply|eligible|suitable|can)\b")


def read(wording: Wording) -> Iterator[Finding]:
    """Whether the sentence asks for an MRI or a lumbar puncture to be possible."""
    text = wording.text
    found = _PROCEDURE.search(text)
    if not found:
        return
    near = max(0, found.start() - _NEAR)
    cannot = _CANNOT.search(text, near, found.end() + _NEAR)
    if side(wording) is Section.EXCLUSION:
        operator = Operator.FORBIDDEN if cannot else None
    elif cannot:
        is_bare = wording.section is Section.UNSTATED and not is_denied(text, cannot.start())
        operator = Operator.UNCLEAR if is_bare else Operator.FORBIDDEN
    else:
        operator = Operator.FORBIDDEN if _CAN.search(text, near, found.start()) else None
    if operator:
        yield _found(Kind.MRI_OR_LUMBAR_PUNCTURE, operator, found, "scan or tap: able to have")


def _found(kind: Kind, operator: Operator, found: re.Match[str], rule: str) -> Finding:
    return Finding(kind=kind, operator=operator, rule=rule, start=found.start(), end=found.end())
