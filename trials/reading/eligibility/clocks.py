"""How long ago the disease began, or was diagnosed: limits in months, and whose clock runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.clock_words import BARE_TIME, BLOCKS, Clock, clocks_in
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.joining import is_one_way, limits_joining
from trials.reading.eligibility.stance import side
from trials.reading.eligibility.wording import Finding, Wording, limit

GATE = re.compile(r"month|year|yr|\d ?y\b|\bmos?\b")
_COUNTED_FROM = re.compile(
    r"[ ,]*\(?(?:as )?(?:counted|calculated|measured|defined|elapsed|counting|starting)? ?"
    r"(?:in duration |ago |duration |duration of |prior |history |ha(?:ve|s) (?:elapsed|passed) )?"
    r"(?P<word>from|since|of|after|post|following|past|to)?\b"
)
_FROM = re.compile(r"\b(?:from|since|after) ")
_AGE_BEFORE = re.compile(r"\bage[ds]? (?!with|and|who)(?:\w+ ){0,4}$|\bage[ds]?[ :]*$")
_AGE_AFTER = re.compile(r"(?: ?\([^()]{0,30}\))? ?(?:of age|old|in age)\b")
_LEAD_OF_CLAUSE = re.compile(r"[;:.] | and (?=within|less|more|at)")
_NEUTRAL = re.compile(
    r"\W*(?:(?:patients?|subjects?|participants?|individuals?|people|persons?|those|anyone|who|with"
    r"|are|is|being|the|a|an|of|in|who're|have|has|had|been|disease|als|mnd|duration|time|elapsed"
    r"|if|they|it|its|currently|excluded|screening|at|presenting|presented|first|symptoms?"
    r"|beyond)\b"
    r"\W*){0,12}"
)
_ABOUT_THE_START = re.compile(r"diagnos|onset|symptom|weakness|\bdisease\b|\bals\b")
_ONSET_OF_WEAKNESS = re.compile(r" ?(?:\w+ ){0,3}?onset of (?:\w+ ){0,2}?weakness")
# the delay from the first symptom to the diagnosis is no time until now
_DELAY = re.compile(
    r"\b(?:symptoms?|onset|weakness)[a-z ,]{0,24}?\b(?:and|to|until) (?:the |als )?diagnos"
)
_INCLUDING = re.compile(r"including|such as|e\.g|like")
_IN_MONTHS = {"month": 1, "year": 12}
# more than twenty years is an age
_LONGEST = 240
_REACH_BEFORE, _REACH_AFTER, _NEAR, _ADJOINING = 130, 90, 45, 12


def read(wording: Wording) -> Iterator[Finding]:
    """Limits on the time since onset or diagnosis in one sentence."""
    text = wording.text
    bounds = [bound for bound in bounds_in(text) if bound.unit in _IN_MONTHS]
    for place, bound in enumerate(bounds):
        since = bounds[place - 1].end if place else 0
        until = bounds[place + 1].start if place + 1 < len(bounds) else len(text)
        clock = None if _is_torn(bound, bounds) else _clock(wording, bound, since, until)
        months = _in_months(bound)
        is_open = clock and is_one_way(wording, *_span(clock, bound))
        joining = limits_joining(wording, months) if months and not is_open else None
        if clock and joining:
            yield _finding(clock, joining)


def _span(clock: Clock, bound: Bound) -> tuple[int, int]:
    return min(clock.start, bound.start), max(clock.end, bound.end)


def _finding(clock: Clock, bound: Bound) -> Finding:
    is_diagnosis = clock.anchor == "diagnosis"
    return limit(
        Kind.DIAGNOSIS_TIME if is_diagnosis else Kind.ONSET_TIME,
        bound,
        unit="months",
        anchor=clock.anchor,
        rule=f"clock: {clock.anchor}",
        start=clock.start,
        end=clock.end,
    )


def _in_months(bound: Bound) -> Bound | None:
    high_unit = bound.high_unit or bound.unit
    if high_unit not in _IN_MONTHS:
        return None
    low = bound.low * _IN_MONTHS[bound.unit]
    high = None if bound.high is None else bound.high * _IN_MONTHS[high_unit]
    if (high is not None and high <= low) or max(low, high or 0) > _LONGEST:
        return None
    return replace(bound, low=low, high=high)


def _is_torn(bound: Bound, bounds: list[Bound]) -> bool:
    """A bare number beside a compared one: "within 2 years of diagnosis and 3 of onset"."""
    is_bare = bound.operator is Operator.UNCLEAR
    return is_bare and any(one.operator is not Operator.UNCLEAR for one in bounds)


def _clock(wording: Wording, bound: Bound, since: int, until: int) -> Clock | None:
    text = wording.text
    if _is_no_clock(text, bound, since):
        return None
    before = _before(text, max(since, bound.start - _REACH_BEFORE), bound.start)
    after = _after(text, bound.end, min(until, bound.end + _REACH_AFTER))
    if after and not before and _times_another(wording, bound):
        return None
    if not after or not before:
        return _named_later(text, after or before, bound, until)
    if after.anchor == "unstated":
        return _named_later(text, before, bound, until)
    if before.anchor in {"onset", "weakness"} and after.anchor != before.anchor:
        return None
    return after


def _is_no_clock(text: str, bound: Bound, since: int) -> bool:
    """An age, or the delay between onset and diagnosis."""
    if _AGE_AFTER.match(text, bound.end) or _AGE_BEFORE.search(text, since, bound.start):
        return True
    near = max(0, bound.start - _REACH_BEFORE), bound.end + _REACH_AFTER
    return bool(_DELAY.search(text, *near))


def _times_another(wording: Wording, bound: Bound) -> bool:
    """ "A stroke within 6 months of onset" times the stroke."""
    before = wording.text[max(0, bound.start - _REACH_BEFORE) : bound.start]
    lead = _LEAD_OF_CLAUSE.split(before)[-1]
    if side(wording, bound.start) is Section.EXCLUSION:
        return not _NEUTRAL.fullmatch(lead)
    return bool(BLOCKS.search(lead)) and not _ABOUT_THE_START.search(lead)


def _before(text: str, start: int, end: int) -> Clock | None:
    """The clock named nearest before a limit, with nothing else in between."""
    named = clocks_in(text, start, end)
    if not named or BLOCKS.search(text, named[-1].end, end):
        return None
    nearest = named[-1]
    if nearest.anchor == "weakness":
        return _weakness(text, named)
    return _of_another_clock(text, named) if nearest.anchor == "unstated" else nearest


def _weakness(text: str, named: list[Clock]) -> Clock | None:
    """Weakness alone; where symptoms are named too, "including" makes them the clock."""
    symptoms = [one for one in named[:-1] if "symptom" in text[one.start : one.end]]
    if not symptoms:
        return named[-1]
    return symptoms[-1] if _INCLUDING.search(text, symptoms[-1].end, named[-1].start) else None


def _of_another_clock(text: str, named: list[Clock]) -> Clock:
    """A bare "duration", or "ALS for", runs on a clock named just before it, if there is one."""
    nearest = named[-1]
    words = text[nearest.start : nearest.end]
    is_bare = words in BARE_TIME or words.endswith((" for", " since", " lasting"))
    others = [one for one in named if one.anchor != "unstated"]
    if is_bare and others and nearest.start - others[-1].end <= _ADJOINING:
        return replace(others[-1], end=nearest.end)
    return nearest


def _after(text: str, start: int, end: int) -> Clock | None:
    """The clock that a limit counts from: "24 months since symptom onset"."""
    led = _COUNTED_FROM.match(text, start, end)
    begin = led.end() if led else start
    stop = BLOCKS.search(text, begin, end)
    named = clocks_in(text, begin, stop.start() if stop else end)
    clock = named[1] if _ONSET_OF_WEAKNESS.match(text, begin) and named[1:] else None
    clock = clock or next(iter(named), None)
    if not clock or clock.start - begin > _NEAR:
        return None
    return clock if clock.anchor == "unstated" or (led and led["word"]) else None


def _named_later(text: str, clock: Clock | None, bound: Bound, until: int) -> Clock | None:
    """The clock of "24 months of evolution of the disease (from the beginning of symptoms)"."""
    if not clock or clock.anchor != "unstated":
        return clock
    end = min(until, bound.end + _REACH_AFTER)
    led = _FROM.search(text, max(clock.end, bound.end), end)
    named = clocks_in(text, led.end(), end) if led else []
    if not led or not named or named[0].anchor == "unstated" or named[0].start - led.end() > _NEAR:
        return clock
    return replace(named[0], start=min(clock.start, bound.start))
