"""Pregnancy: ruled out by name, or by a test that must be negative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.stance import of_state
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"pregnan")
_PREGNANT = re.compile(r"pregnan(?:t|cy)")
_TEST_OR_PARTNER = re.compile(
    r"pregnancy tests?|partners?[\w ]{0,20} pregnan\w+|pregnant partner\w*"
    r"|(?:prevent|avoid)\w{0,12} pregnancy"
    r"|history of (?:\w+ )?pregnanc(?:y|ies)|(?:capable|able|potential) of becoming pregnant"
    r"|risk of pregnancy"
    r"|pregnancy prevention|potential for pregnancy|prior pregnan\w+|previous pregnan\w+"
)
_NEGATIVE_TEST = re.compile(
    r"negative (?:\w+ ){0,4}pregnancy test|pregnancy tests? (?:\w+ ){0,4}negative"
)
_POSITIVE_TEST = re.compile(r"positive (?:\w+ ){0,4}pregnancy test")
_NOT_TO_BE = re.compile(
    r"no pregnancy|non ?pregnant|not (?:be |become |currently )*pregnan|not to become pregnan"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about pregnancy."""
    text = wording.text
    found = _NOT_TO_BE.search(text) or _NEGATIVE_TEST.search(text)
    if found and wording.section is not Section.EXCLUSION:
        yield _found(Operator.FORBIDDEN, found, "pregnancy: not to be")
        return
    found = _POSITIVE_TEST.search(text) or _PREGNANT.search(
        _TEST_OR_PARTNER.sub(lambda one: " " * len(one[0]), text)
    )
    operator = found and of_state(wording, found.start())
    if found and operator:
        yield _found(operator, found, "pregnancy: named")


def _found(operator: Operator, found: re.Match[str], rule: str) -> Finding:
    return Finding(
        kind=Kind.PREGNANCY, operator=operator, rule=rule, start=found.start(), end=found.end()
    )
