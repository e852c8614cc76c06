"""Vital capacity: slow, forced or either; upright or lying; percent of predicted or litres."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Kind
from trials.reading.eligibility.joining import floor_joining, is_one_way
from trials.reading.eligibility.wording import Finding, Wording, limit

GATE = re.compile(r"vc\b|vital ?capacity|vc[ (%≥≤<>:=]")
_SLOW = re.compile(r"(?<![a-z])svc(?![a-z])|slow (?:\w+ )?(?:vital )?capacity|slow vital|slow vc")
_FORCED = re.compile(
    r"(?<![a-z])fvc(?![a-z])|(?:forced|functional|force) (?:expiratory )?vital ?capacity"
    r"|forced vital|forced vc"
)
_ANY = re.compile(r"(?<![a-z])[fs]?vc(?![a-z])|vital ?capacity|respiratory capacity")
_UPRIGHT = re.compile(r"\b(?:upright|sitting|seated|sat up)\b")
_SUPINE = re.compile(r"\b(?:supine|lying(?: down| flat)?|recumbent)\b")
_NOT_A_LEVEL = re.compile(
    r"fev ?1|declin|decreas|reduc|drop(?:ped)?\b|fall(?:en)?\b|variab|differen|chang|loss|repeat"
    r"|reproduc|improv|\bsnip\b|sniff|\bmi?p\b|\bmep\b|cough|per month|/ ?month|slope|increase"
)
_RATE_AFTER = re.compile(r" ?(?:/|per|a|each|every) ?(?:month|year|week)")
_FULL = re.compile(r"% ?[fs]?vc|[fs]?vc ?\(?%|predicted|percent|% of|normal")
_AFTER = re.compile(
    r" ?(?:\(?(?:of )?(?:the |their |his or her )?(?:(?:predicted|normal|expected|upright|seated"
    r"|supine|slow|forced|age|theoretical|value|values|for|of) ?){0,5}\)? ?)"
    r"(?:[fs]?vc\b|(?:slow |forced )?vital ?capacity)"
)
_BREAK = re.compile(r"[;.] |\band/or\b")


def read(wording: Wording) -> Iterator[Finding]:
    """Limits on vital capacity in one sentence."""
    text = wording.text
    bounds = bounds_in(text)
    for place, bound in enumerate(bounds):
        since = bounds[place - 1].end if place else 0
        until = bounds[place + 1].start if place + 1 < len(bounds) else len(text)
        finding = _limit(wording, bound, since, until)
        if finding:
            yield finding


def _limit(wording: Wording, bound: Bound, since: int, until: int) -> Finding | None:
    text = wording.text
    stretch = _stretch(text, bound, since, until)
    unit = _unit(bound, text, stretch) if stretch else ""
    if not stretch or not unit:
        return None
    joining = None if text.startswith("within", bound.start) else floor_joining(wording, bound)
    if not joining or is_one_way(wording, _begin(text, bound, since), bound.end):
        return None
    start, end = stretch
    anchor = _test(text, bound, start, end) + _position(text, bound, start, until)
    rule = "vital capacity: " + ("litres" if unit == "L" else "percent")
    shown = _litres(joining) if bound.unit == "mL" else joining
    return limit(
        Kind.VITAL_CAPACITY, shown, unit=unit, anchor=anchor, rule=rule, start=start, end=end
    )


def _begin(text: str, bound: Bound, since: int) -> int:
    name = _ANY.search(text, since, bound.start)
    return name.start() if name else bound.start


def _stretch(text: str, bound: Bound, since: int, until: int) -> tuple[int, int] | None:
    """From the capacity's name to the limit, or to the name after it; None if neither."""
    names = list(_ANY.finditer(text, since, bound.start))
    if names and bound.start - names[-1].end() <= _REACH:
        begin = names[0].start() if names[0].start() > bound.start - _REACH else names[-1].start()
        begin = max(since, begin - len("supine and upright forced "))
        if _NOT_A_LEVEL.search(text, max(since, begin - 20), bound.start):
            return None
        return (begin, until) if not _RATE_AFTER.match(text, bound.end) else None
    named_after = _AFTER.match(text, bound.end, until)
    if named_after and not _NOT_A_LEVEL.search(text, since, named_after.end()):
        return bound.start, max(until, named_after.end())
    return None


_REACH = 120


def _unit(bound: Bound, text: str, stretch: tuple[int, int]) -> str:
    unit = bound.unit or bound.high_unit
    if unit == "%":
        return "%pred"
    if unit in {"L", "mL"}:
        return "L"
    is_share = not unit and bound.low > _LEAST_PERCENT and _FULL.search(text, *stretch)
    return "%pred" if is_share else ""


_LEAST_PERCENT = 10


def _litres(bound: Bound) -> Bound:
    high = None if bound.high is None else bound.high / 1000
    return replace(bound, low=bound.low / 1000, high=high)


def _test(text: str, bound: Bound, start: int, end: int) -> str:
    """svc, fvc, or vc where the text leaves it open or takes either."""
    stop = _BREAK.search(text, bound.end, end)
    for begin, until in ((start, bound.start), (bound.end, stop.start() if stop else end)):
        slow, forced = _SLOW.search(text, begin, until), _FORCED.search(text, begin, until)
        if slow or forced:
            return "vc" if slow and forced else "svc" if slow else "fvc"
    return "vc"


def _position(text: str, bound: Bound, start: int, until: int) -> str:
    """The position named before the limit, or else after it; "" for none or either."""
    for begin, end in ((start, bound.start), (bound.end, until)):
        upright, supine = _UPRIGHT.search(text, begin, end), _SUPINE.search(text, begin, end)
        if upright or supine:
            return "" if upright and supine else ":upright" if upright else ":supine"
    return ""
