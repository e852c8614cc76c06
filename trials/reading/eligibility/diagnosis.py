"""How sure the diagnosis must be: the El Escorial levels, or the Gold Coast criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import is_denied, lets_in, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"escorial|gold ?coast")
_ESCORIAL = re.compile(r"escorial")
_GOLD_COAST = re.compile(r"gold ?coast")
_SUPPORTED = re.compile(
    r"(?:clinically )?probable,?\W{0,3}(?:with )?(?:laboratory|lab)(?:oratory)?(?: results?"
    r"| test)? ?(?:supported|support)\)?"
    r"|(?:laboratory|lab)(?: results?| test)? ?(?:supported"
    r"|assisted)(?: clinically)?(?: \(?probable\)?)?"
    r"|probable\W{0,3}laboratory"
)
_ORDER = ("suspected", "possible", "lab_supported_probable", "probable", "definite")
_LEVEL = re.compile(r"\b(?:suspected|possible|probable|definite(?:ly)?)\b")
_OPEN_ENDED = re.compile(
    r"at least|or (?:higher|greater|more|above|better)|minimum|≥|no (?:less|lower)|excluding"
    r"|except|other than"
    r"|not (?:possible|suspected)"
)
_ASIDE = re.compile(r"\((?:excluding|except|not)\b[^()]{0,80}\)")
_NOT_A_LEVEL = re.compile(
    r"as soon as possible|if possible|where possible|when possible|possible (?:to|participation"
    r"|causes?)"
)


def read(wording: Wording) -> Iterator[Finding]:
    """The levels that the sentence accepts."""
    text = wording.text
    escorial, gold = _ESCORIAL.search(text), _GOLD_COAST.search(text)
    found = None if escorial and gold else escorial or gold
    if not found or side(wording) is Section.EXCLUSION:
        return
    if is_denied(text, found.start()) or lets_in(wording, found.start()):
        return
    levels = "gold_coast" if gold else _levels(text)
    if levels:
        yield _found(levels, found)


def _levels(text: str) -> str:
    """The accepted levels, in the order of certainty; "" where the text leaves them open-ended."""
    said = _NOT_A_LEVEL.sub(" ", _ASIDE.sub(" ", text))
    accepted = {"lab_supported_probable"} if _SUPPORTED.search(said) else set()
    accepted |= {
        found[0].removesuffix("ly") for found in _LEVEL.finditer(_SUPPORTED.sub(" ", said))
    }
    if _OPEN_ENDED.search(said):
        return ""
    return "|".join(level for level in _ORDER if level in accepted) or "unspecified"


def _found(levels: str, found: re.Match[str]) -> Finding:
    return Finding(
        kind=Kind.EL_ESCORIAL,
        operator=Operator.REQUIRED,
        value=levels,
        rule="diagnosis: gold coast" if levels == "gold_coast" else "diagnosis: el escorial",
        start=found.start(),
        end=found.end(),
    )
