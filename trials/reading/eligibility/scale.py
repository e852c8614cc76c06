"""The ALS Functional Rating Scale: the total, and demands on single items. Never the two mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Kind, Operator
from trials.reading.eligibility.joining import floor_joining, is_one_way
from trials.reading.eligibility.wording import Finding, Wording, limit

GATE = re.compile(r"frs|rating scale|\bitem|sub ?score")
SCALE = re.compile(
    r"als ?frs?(?:(?:/| |\()*r(?:evised)?\b\)?)?|(?:als|sclerosis|\(als\)"
    r"|revised) functional rating"
    r"(?: scale)?|functional rating scale"
)
_ITEM = (
    r"(?:sub ?)?(?:items?|questions?|sub ?scores?|sub ?scales?|domains?|categor(?:y|ies)"
    r"|parameters?"
    r"|components?|elements?)\b"
)
_ITEM_AFTER = re.compile(
    rf" ?,?(?:points? ?)?(?:or (?:more|greater|higher|above"
    rf"|better) ?)?(?:score ?)?,?\(?(?:(?:for|on|in|at|of|per|to|remaining"
    rf"|each|every|any|all|both|either|individual|single|the|at least one|als ?frs ?r?"
    rf"|two|three|four|six|nine|twelve|\d{{1,2}}) ?){{0,7}}\W?"
    rf"(?:{_ITEM}|(?:the )?\d{{1,2}} ?[-~] ?\d{{1,2}}\b|(?:walking|swallowing|speech|dyspn\w+"
    rf"|orthopn\w+"
    r"|respiratory|breathing|salivation|handwriting|climbing|turning|dressing|bulbar|cutting)\b)"
)
_ITEM_BEFORE = re.compile(
    rf"(?:{_ITEM}|\b(?:walking|swallowing|speech|dyspn\w+|orthopn\w+|respiratory|breathing"
    rf"|salivation"
    r"|bulbar|handwriting|climbing)\b)[^;.]{0,60}$"
)
_TOTAL = re.compile(r"\btotal\b|\boverall\b|\bsum\b")
_A_LIST = re.compile(
    r"(?:\b(?:items?|questions?|q|nos?|numbers?|each of)|\b(?:each|each of|of|all|on|for) the)"
    r"[ #:]{0,2}(?:\d{1,2} ?[-,] ?|\d{1,2} (?:and|to|or) ){0,6}$"
)
_ITEMS_OF = re.compile(rf"{_ITEM} (?:on|of|in|from) (?:the )?$")
_A_PART = re.compile(rf"{_ITEM}|bulbar|respiratory|motor|limb")
_CHANGE = re.compile(
    r"declin|decreas|\bloss|lost|drop|fall|chang|progress|slope|\brate\b|deteriorat|worsen|reduc"
    r"|points? lower"
)
_RATE_AFTER = re.compile(
    r" ?(?:points? ?)?(?:or (?:more|greater) ?)?(?:/|per|a|each|every) ?(?:month|year|week|day)"
    r"|±| ?±"
)
_NOT_THE_SCALE = re.compile(
    r"mmse|moca|beck|norris|kokmen|ashworth|mini mental|ecog|karnofsky|hads"
)
_NAMED_AFTER = re.compile(
    r" ?(?:points? ?)?(?:or (?:more|greater|higher|above|less|lower|below) ?)?"
    r"(?:(?:on|in|of|at|for|by|the|total|revised|score|screening|baseline|from|according to"
    r"|\() ?){0,7}"
    rf"(?:{SCALE.pattern})"
)
_GLUE = re.compile(
    r"(?:[ :=,()-]|\b(?:total|scores?|of|is|was|be|r|revised|points?|must|value|scale|a|the|at"
    r"|having"
    r"|screening|baseline|enrol+ment|entry|visit|with|sum|as|revision)\b){0,14}"
)
_SAVE_SOME = re.compile(r"[^.;]{0,40}?\b(?:except|other than|apart from|unless)\b")
_FAR = 90
_SMALLEST_TOTAL, _LARGEST_TOTAL, _TOP_OF_ITEM = 5, 48, 4


def read(wording: Wording) -> Iterator[Finding]:
    """Limits on the total or on items in one sentence."""
    text = wording.text
    bounds = [bound for bound in bounds_in(text) if not _is_list_of_items(text, bound)]
    for place, bound in enumerate(bounds):
        since = bounds[place - 1].end if place else 0
        until = bounds[place + 1].start if place + 1 < len(bounds) else len(text)
        if bound.unit not in {"", "point"} or _RATE_AFTER.match(text, bound.end):
            continue
        found = _item(wording, bound, since, until) or _total(wording, bound, since)
        if found:
            yield found


def _is_list_of_items(text: str, bound: Bound) -> bool:
    is_bare = bound.operator in {Operator.UNCLEAR, Operator.BETWEEN}
    return is_bare and bool(_A_LIST.search(text, max(0, bound.start - 60), bound.start))


def _item(wording: Wording, bound: Bound, since: int, until: int) -> Finding | None:
    text = wording.text
    if max(bound.low, bound.high or 0) > _TOP_OF_ITEM or _NOT_THE_SCALE.search(text):
        return None
    named = _ITEM_AFTER.match(text, bound.end, until) or _ITEM_BEFORE.search(
        text, since, bound.start
    )
    if not named or _CHANGE.search(text, since, bound.start):
        return None
    if not SCALE.search(text) and not _SURELY_ITEMS.search(text):
        return None
    if bound.operator is Operator.UNCLEAR and bound.low == _TOP_OF_ITEM:
        bound = replace(bound, operator=Operator.AT_LEAST)
    joining = floor_joining(wording, bound)
    if not joining or bound.operator is Operator.UNCLEAR or _SAVE_SOME.match(text, named.end()):
        return None
    return _found(Kind.ALSFRS_ITEM, joining, "items", since, named.end())


_SURELY_ITEMS = re.compile(
    r"(?:each|every|all|individual)(?: of the)?(?: remaining)?(?: \d+)?(?: \w+)? items?\b"
    r"|of the \d+-\d+|\bitem #?\d{1,2} ?:"
    r"|items? \W?(?:swallow|speech|walking|dysp|orthop)"
)


def _total(wording: Wording, bound: Bound, since: int) -> Finding | None:
    text = wording.text
    if not _SMALLEST_TOTAL <= bound.low <= _LARGEST_TOTAL:
        return None
    names = list(SCALE.finditer(text, since, bound.start))
    named_after = None if names else _NAMED_AFTER.match(text, bound.end)
    if not names and not named_after:
        return None
    begin = names[-1].start() if names else bound.start
    between = text[names[-1].end() : bound.start] if names else ""
    if _ITEMS_OF.search(text, max(0, begin - 40), begin) or _A_PART.search(between):
        return None
    if _says_otherwise(between, text[max(0, begin - 40) : begin]):
        return None
    if bound.operator is Operator.UNCLEAR and not _GLUE.fullmatch(between):
        return None
    joining = None if is_one_way(wording, begin, bound.end) else floor_joining(wording, bound)
    end = named_after.end() if named_after else bound.end
    return _found(Kind.ALSFRS_TOTAL, joining, "total", begin, end) if joining else None


def _says_otherwise(between: str, lead: str) -> bool:
    if _NOT_THE_SCALE.search(between) or len(between) > _FAR:
        return True
    return bool(_CHANGE.search(between) or _CHANGE.search(lead)) and not _TOTAL.search(between)


def _found(kind: Kind, bound: Bound, what: str, start: int, end: int) -> Finding:
    return limit(kind, bound, unit="points", rule=f"alsfrs: {what}", start=start, end=end)
