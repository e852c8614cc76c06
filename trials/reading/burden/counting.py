"""How many: a number that stands directly before what it counts, or nothing."""

import re

from trials.reading.burden.kinds import BurdenKind

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
_VALUES = dict(zip(_WORDS, (*range(1, 11), 12), strict=True)) | {"single": 1}
_OFTEN = {"once": 1, "twice": 2}
_NUMBER = rf"(?P<count>\d{{1,2}}|{'|'.join(_VALUES)})"
_ORDINARY = r"(?:(?:repeated|consecutive|successive|separate|monthly|planned|scheduled|total)\s+)?"
_BEFORE = re.compile(rf"(?:^|[^\w.,/+±^-])(?:a\s+)?{_NUMBER}\s+{_ORDINARY}$", re.IGNORECASE)
_NOUN = (
    r"(?:injections?|infusions?|administrations?|doses?|treatments?|applications?|punctures?|"
    r"transplantations?)"
)
_THING_AFTER = re.compile(rf"^\s*(?:\(\w+\)\s*)?(?:\w+[\s-]+){{0,3}}?{_NOUN}\b", re.IGNORECASE)
_THEN_INTRATHECAL = re.compile(
    rf"(?:^|[^\w.,/+±^-])(?:a\s+)?{_NUMBER}\s+{_ORDINARY}{_NOUN}\s+"
    rf"(?:of\s+(?:[\w-]+\s+){{1,6}}?)?(?:intrathecally|(?:by|via|through)\s+(?:a\s+)?lumbar)",
    re.IGNORECASE,
)
_INTRATHECALLY_N = re.compile(
    rf"\bintrathecally\s+(?:a\s+)?{_NUMBER}\s+{_ORDINARY}{_NOUN}", re.IGNORECASE
)
_ONCE = re.compile(r"\bintrathecally\s+(?P<count>once|twice)\b", re.IGNORECASE)
_TIMES = re.compile(
    rf"\b{_NUMBER}\s+times\s+(?:by\s+|via\s+|through\s+)?(?:intrathecal|lumbar)", re.IGNORECASE
)
_MORE_TO_COME = re.compile(
    r"\b(?:second|third|further|additional|subsequent\w*|another|repeat|again|thereafter|then|"
    r"followed\s+(?:\w+\s+){0,4}?by|each|every\s+group|per\s+(?:visit|cycle|year)|or\s+(?:\d|one|two|three|four|more)|at\s+least|"
    r"up\s+to|maximum|minimum|dose\s+levels?|escalat\w*|compar\w*|between)\b",
    re.IGNORECASE,
)
COUNTED = frozenset(
    {BurdenKind.LUMBAR_PUNCTURE, BurdenKind.VISITS, BurdenKind.LEUKAPHERESIS}
    | {BurdenKind.MARROW_HARVEST}
)


def count_in(kind: BurdenKind, sentence: str, start: int, end: int) -> int | None:
    """The number of what stands at ``start:end``; None where it is not plainly the whole."""
    if kind not in COUNTED or _MORE_TO_COME.search(sentence):
        return None
    found = _BEFORE.search(sentence[max(0, start - 60) : start])
    if kind is BurdenKind.LUMBAR_PUNCTURE:
        found = _of_injections(sentence, start, end, found)
    return _value(found["count"]) if found else None


def _of_injections(
    sentence: str, start: int, end: int, before: re.Match[str] | None
) -> re.Match[str] | None:
    is_named = "puncture" in sentence[start:end].lower() or _THING_AFTER.search(sentence[end:])
    if before and is_named:
        return before
    others = (_THEN_INTRATHECAL, _INTRATHECALLY_N, _TIMES, _ONCE)
    return next((found for one in others if (found := one.search(sentence))), None)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else (_VALUES | _OFTEN)[words.lower()]
