"""Sentences of a registry text, and what a sentence is not about."""

import re
from collections.abc import Iterator
from itertools import takewhile

LONGEST = 600
_BREAK = re.compile(r"(?<=[.;!?])\s+|\n+|(?<=[a-z)]\.)(?=[A-Za-z][a-z])")
_CRITERIA = re.compile(
    r"^\W*(?:(?:key|main|major|general)\s+)?(?:inclusion|exclusion|eligibility|selection)"
    r"(?:\s+(?:and|/|&)\s+exclusion)?\s+criteria\s*(?::|$)|\b(?:in|ex)clusion criteria\s*:",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:mice|mouse|murine|rats?|rodents?|animals?|pigs?|swine|monkeys?|primates?|rabbits?|dogs?"
    r"|pre-?clinical(?:ly)?|in vitro|et al|literature|published|reported|"
    r"(?:previous|prior|earlier|other|past|several|many|recent|numerous)(?:ly)?"
    r"(?:\s+[\w/-]+){0,3}?\s+(?:trials?|stud(?:y|ies)|experience|investigators?|reports?|works?)|"
    r"(?:has|have|had)\s+(?:been\s+|also\s+|previously\s+|recently\s+)*"
    r"(?:shown|showed|demonstrated|suggested|used|described|performed|undergone)|"
    r"contra-?indicat\w*|excluded|exclusion|ineligible|history of|inability|unable to|refus\w+|"
    r"initially|originally|traditionally|usually|typically|commonly|generally|can be|could|may be|"
    r"would|hypothes\w+|standard of care|usual care|alternative(?:s)? to)\b",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:no|not|without|never|neither|nor|avoid(?:s|ed|ing)?|instead of|rather than|unlike|"
    r"none|obviat\w+|absence of|lack of|(?:does|do|did|will|is|are|was)n['’]t|non)\b|\bnon-)"
    r"(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^(?:\W+\w+){0,3}?\W+(?:(?:is|are|was|were|will be)\s+(?:not|never|no longer)\b|"
    r"(?:will|does|do|did|should|can|may)\s+not\b|cannot\b|-?free\b|(?:isn|aren|won|doesn)['’]t\b)",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:no|not|without|never|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[:()]|\bbut\b|\bhowever\b", re.IGNORECASE)
_NEAR = 90


def sentences(text: str) -> Iterator[str]:
    """The text's sentences in order, at most 600 characters each, up to a list of criteria."""
    lines = (line for line in _BREAK.split(text) if line)
    for line in takewhile(lambda line: not _CRITERIA.search(line), lines):
        for start in range(0, len(line), LONGEST):
            yield line[start : start + LONGEST]


def is_about_others(sentence: str) -> bool:
    """Whether it tells of animals, of earlier work, or of who may not come."""
    return bool(_OTHERS.search(sentence))


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words at ``start:end`` are said not to be done ("without ...")."""
    before = _CLAUSE.split(sentence[max(0, start - _NEAR) : start])[-1]
    after = _CLAUSE.split(sentence[end : end + _NEAR])[0]
    is_denied_within = _DENIAL.search(sentence[start:end])
    return bool(is_denied_within or _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after))
