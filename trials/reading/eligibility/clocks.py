"""How long ago the disease began, or was diagnosed: limits in months, and whose clock runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Kind
from trials.reading.eligibility.stance import limits_joining
from trials.reading.eligibility.wording import Finding, Wording, limit

GATE = re.compile(r"(?:month|year|yr|mos?\b)")
_ALS = (
    r"(?:als|mnd|amyotrophic lateral sclerosis|motor neuron(?:e)? disease|disease|illness"
    r"|pathology|condition)"
)
_TIME = r"(?:duration|history|course|evolution|length|evidence)"
_MARKERS = re.compile(
    r"\b(?:(?P<weakness>weakness)"
    r"|(?P<onset>(?:first |initial |motor |onset of |clinical |disease |als )?symptoms?(?! free)"
    r"|first (?:signs?|manifestations?)|onset|(?:beginning|start|appearance) of (?:the )?(?:disease|illness)"
    r"|(?:disease|illness|symptoms|als) began)"
    r"|(?P<diagnosis>diagnos(?:is|ed|tic))"
    rf"|(?P<unstated>{_ALS} {_TIME}|{_TIME} of (?:\w+ ){{0,2}}?{_ALS}|(?:duration|evolution)\b"
    rf"|{_ALS}(?: \(\w+\))? (?:for|since|lasting|of)(?= ?$)))\b"
)
_BLOCKS = re.compile(
    r"stable|riluzole|edaravone|tofersen|\bdos(?:e|ing|age)|medic(?!al record)|drug|treat|therap"
    r"|participa|expect|surviv|\bage|malignan|cancer|tumou?r|infect|hospital|surg|contracep"
    r"|stroke|infarct|trial|declin|decreas|progression|run in|lead in|follow|vital capacity"
    r"|[fs]vc|als ?frs|ventilat|gastrostomy|transfus|vaccin|abuse|psychi|depress|seizure|covid"
    r"|diabet|migraine|pain|transplant|biops|abstin|smok|pregnan|donat|wash|agree|willing|weight"
    r"|years? old|\bdie[sd]?\b|death|remission|relapse|free of"
)
_ABOUT_ALS = re.compile(rf"\b(?:{_ALS}|escorial|gold coast|pls|sod1|weakness|onset|bulbar)\b")
_OTHER_DISEASE = re.compile(
    r" (?:with|of|as having) (?!.{0,60}\b(?:als|mnd|amyotrophic|motor neuron|escorial|gold coast"
    r"|the disease|pls|lateral sclerosis)\b)"
)
_COUNTED_FROM = re.compile(
    r"[ ,]*\(?(?:as )?(?:counted|calculated|measured|defined|elapsed|counting|starting)? ?"
    r"(?:in duration |ago |duration |duration of |prior |history |have elapsed |has elapsed |passed )?"
    r"(?P<word>from|since|of|after|post|following|past|to)?\b"
)
_AGE_BEFORE = re.compile(r"\bage[ds]?\b[^,;]{0,30}$")
_AGE_AFTER = re.compile(r" ?(?:of age|old|in age|years? of age)\b")
_IN_MONTHS = {"month": 1, "year": 12}
_REACH = 130
_AFTER_REACH = 90


@dataclass(frozen=True, slots=True)
class _Clock:
    anchor: str
    start: int
    end: int


def read(wording: Wording) -> Iterator[Finding]:
    """Limits on the time since onset or diagnosis in one sentence."""
    text = wording.text
    bounds = [bound for bound in bounds_in(text) if bound.unit in _IN_MONTHS]
    for place, bound in enumerate(bounds):
        since = bounds[place - 1].end if place else 0
        until = bounds[place + 1].start if place + 1 < len(bounds) else len(text)
        clock = _clock(text, bound, since, until)
        months = _in_months(bound)
        joining = limits_joining(wording, months) if clock and months else None
        if clock and joining:
            yield _finding(clock, joining)


def _finding(clock: _Clock, bound: Bound) -> Finding:
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
    if high is not None and high <= low:
        return None
    return replace(bound, low=low, high=high)


def _clock(text: str, bound: Bound, since: int, until: int) -> _Clock | None:
    if _AGE_AFTER.match(text, bound.end) or _AGE_BEFORE.search(text, since, bound.start):
        return None
    before = _before(text, max(since, bound.start - _REACH), bound.start)
    after = _after(text, bound.end, min(until, bound.end + _AFTER_REACH))
    if not after or not before:
        return after or before
    if after.anchor == "unstated":
        return before
    if before.anchor in {"onset", "weakness"} and after.anchor != before.anchor:
        return None
    return after


def _before(text: str, start: int, end: int) -> _Clock | None:
    """The clock named nearest before a limit, with nothing else in between."""
    nearest: _Clock | None = None
    found_at = [
        found for found in _MARKERS.finditer(text, start, end) if _is_ours(text, found, end)
    ]
    if found_at:
        last = found_at[-1]
        nearest = _Clock(last.lastgroup or "", last.start(), last.end())
    if not nearest or _BLOCKS.search(text, nearest.end, end):
        return None
    if nearest.anchor == "weakness" and _also_symptoms(text[start : nearest.start]):
        return None
    return _without_generic_time(text, nearest, found_at)


def _without_generic_time(
    text: str, nearest: _Clock, all_found: list[re.Match[str]]
) -> _Clock | None:
    """ "Symptom duration", "duration since diagnosis": a bare "duration" runs on another's clock."""
    if nearest.anchor != "unstated" or text[nearest.start : nearest.end] not in _BARE_TIME:
        return nearest
    others = [found for found in all_found if found.lastgroup != "unstated"]
    if others and nearest.start - others[-1].end() <= len(" the total "):
        last = others[-1]
        return _Clock(last.lastgroup or "", last.start(), nearest.end)
    return nearest if _ABOUT_ALS.search(text) else None


_BARE_TIME = frozenset({"duration", "evolution"})


def _after(text: str, start: int, end: int) -> _Clock | None:
    """The clock that a limit counts from: "24 months since symptom onset"."""
    led = _COUNTED_FROM.match(text, start, end)
    begin = led.end() if led else start
    stop = _BLOCKS.search(text, begin, end)
    for found in _MARKERS.finditer(text, begin, stop.start() if stop else end):
        if not _is_ours(text, found, end) or found.start() - begin > _NEAR:
            continue
        clock = _Clock(found.lastgroup or "", found.start(), found.end())
        if clock.anchor == "unstated":
            return _named_later(text, clock, end)
        return clock if led and led["word"] else None
    return None


_NEAR = 45
_FROM = re.compile(r"[ ,(]*(?:counted |calculated |measured )?(?:from|since|after) ")


def _named_later(text: str, clock: _Clock, end: int) -> _Clock:
    """ "... of evolution of the disease (from the beginning of the symptoms)"."""
    led = _FROM.match(text, clock.end, end)
    later = _MARKERS.search(text, led.end(), end) if led else None
    if not later or later.lastgroup == "unstated":
        return clock
    return _Clock(later.lastgroup or "", clock.start, later.end())


def _also_symptoms(stretch: str) -> bool:
    return "symptoms" in stretch or "symptom " in stretch


def _is_ours(text: str, found: re.Match[str], end: int) -> bool:
    """The words mean this disease: not the onset of diabetes, not an age at onset."""
    if text[max(0, found.start() - 12) : found.start()].rstrip().endswith(("age at", "age of")):
        return False
    if found.lastgroup == "diagnosis" and _OTHER_DISEASE.match(text, found.end(), end):
        return False
    return bool(_ABOUT_ALS.search(text)) or found.lastgroup == "onset" or len(text) < len("x" * 70)
