"""Feeding tubes: PEG, RIG, gastrostomy, nasogastric. Being able to swallow is another matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import is_denied, lets_in, of_state
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"feed|gastr|\bpeg\b|\brig\b|enteral|percutaneous|g tube|ng tube|nutrition")
_TUBE = re.compile(
    r"feeding (?:tube|gastro\w+)|tube feed\w*|tube fed|(?:naso)?gastric (?:feeding )?tube"
    r"|\bpeg\b|\brig\b"
    r"|percutaneous (?:endoscopic|radiolog\w+)|gastros?tom\w+|nasogastric|naso gastric|\bng tube"
    r"|\b[gj] tube|jejunostomy|(?:alternative|artificial|\benteral) (?:feeding|nutrition)"
    r"|feeding means"
    r"|\benteral feeding"
)
_NOT_A_STATE = re.compile(
    r"glycol|allerg|hypersensi|administ|\bdos(?:e|ing)|swallow|by mouth|oral|intoleran|refus"
    r"|willing"
    r"|agree|gastrectomy|bleed|consider"
)
_EXCUSED = re.compile(r"\b(?:unless|except|other than|if)\b")
_SOME_ONLY = re.compile(
    r"\b(?:if|when|those|who|or|dysphagia|(?:patients|subjects|participants) with)\b"
)
_MUST_HAVE = re.compile(
    r"(?:must (?:already )?have|presence of|required to have) (?:an? )?(?:existing |functional "
    r"|functioning "
    r"|placed |indwelling )?(?:feeding tube|peg|gastrostomy)"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about a feeding tube."""
    found = _TUBE.search(wording.text)
    if not found or _NOT_A_STATE.search(wording.text) or lets_in(wording, found.start()):
        return
    if _EXCUSED.search(wording.text, found.end()):
        return
    operator = of_state(wording, found.start()) or _required(wording, found.start())
    if operator:
        yield Finding(
            kind=Kind.FEEDING_TUBE,
            operator=operator,
            rule="feeding tube: named",
            start=found.start(),
            end=found.end(),
        )


def _required(wording: Wording, place: int) -> Operator | None:
    text = wording.text
    if wording.section is not Section.INCLUSION or _SOME_ONLY.search(text):
        return None
    is_asked = _MUST_HAVE.search(text) and not is_denied(text, place)
    return Operator.REQUIRED if is_asked else None
