"""Riluzole, edaravone, tofersen: required, ruled out, or allowed at a stable dose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.numbers import written
from trials.reading.eligibility.stance import lets_in, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"riluzol|rilutek|tiglutik|teglutik|exservan|edaravon|radica|tofersen|qalsody")
_NAMES = {
    Kind.RILUZOLE: re.compile(r"riluzole?|rilutek|tiglutik|teglutik|exservan"),
    Kind.EDARAVONE: re.compile(r"edaravone?|radicava|radicut"),
    Kind.TOFERSEN: re.compile(r"tofersen|qalsody"),
}
_STABLE = re.compile(
    r"\b(?:stable|steady|constant|fixed|unchanged|stabili[sz]ed|regular)\b|same dose"
)
_UNSTABLE = re.compile(
    r"\b(?:unstable|not (?:on |been on |taking |at )?(?:a )?stable|non stable|chang\w+|newly"
    r"|start(?:ed|ing)?|initiat\w+|modif\w+|adjust\w+|begin\w*)\b"
)
_TAKE = r"(?:on|taking|tak(?:e|en)|us(?:e|ed|ing)|receiv\w+|treated)"
_WITHOUT = re.compile(
    rf"\b(?:not (?:be |been |currently |be currently |to )?{_TAKE}|do not {_TAKE}|naive|untreated"
    r"|never (?:taken|been|used|received)|without|off|discontinued|free of|has not|have not"
    r"|no (?:prior |previous |current |concomitant )?(?:use|treatment|riluzole|edaravone))\b"
)
_DRUG = "(?:" + "|".join(name.pattern for name in _NAMES.values()) + ")"
_USE = r"(?:taking|on|under|using|receiving|treated with|taken|take|use|prescribed)"
_PEOPLE = r"(?:patients|subjects|participants|individuals|people|those)"
_MUST = r"(?: \w+){0,4} (?:must|should|need|have to|are to)\b"
_IF = re.compile(
    rf"\b(?:if|when|who are|those) (?:\w+ ){{0,3}}?{_USE}\b"
    rf"|\bif (?:applicable|appropriate|any|used)|{_PEOPLE} (?:\w+ ){{0,2}}?{_USE} {_DRUG}{_MUST}"
)
_IF_ONLY = re.compile(r"\b(?:if|who|those|whether|may)\b|\bor (?:not|none|no)\b|\bin combination\b")
_NOT_USE = re.compile(
    r"allerg|hypersensi|intoleran|contraindicat|prior to dosing|reaction to|unable to take|interact"
    r"|side effect|adverse|contain|similar to|excipient|candidate for|eligible for|refus|cycle"
    r"|due to|caused by|induced"
)
_TAKING = re.compile(
    r"treatment|treated|taking|receiv\w+|\bon\b|stable|steady|using|use of|therapy|must be|dose"
    r"|regimen"
)
_ONLY_AFTER = re.compile(r"only (?:after|if|when)|after (?:a )?wash ?out")
_IN_DAYS = {"day": 1, "week": 7, "month": 30}


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence asks about each of the drugs that it names."""
    text = wording.text
    named = [(kind, found) for kind, name in _NAMES.items() if (found := name.search(text))]
    if not named or _NOT_USE.search(text):
        return
    operator = _asked(wording, named[0][1].start())
    if not operator:
        return
    days = _days(text, [found.start() for _, found in named])
    for kind, found in named:
        yield Finding(
            kind=kind,
            operator=operator,
            value=written(days[1]) if days else "",
            unit="days" if days else "",
            rule=f"drug: {operator.name.lower()}",
            start=min(found.start(), days[0].start) if days else found.start(),
            end=max(found.end(), days[0].end) if days else found.end(),
        )


def _asked(wording: Wording, place: int) -> Operator | None:
    text = wording.text
    if side(wording) is Section.EXCLUSION:
        return None if lets_in(wording, place) else _in_exclusion(text)
    if _STABLE.search(text):
        return _stable(wording, place)
    if _ONLY_AFTER.search(text):
        return Operator.ALLOWED_IF
    return None if lets_in(wording, place) else _without_a_dose(text)


def _without_a_dose(text: str) -> Operator | None:
    if _WITHOUT.search(text):
        return None if " or " in _WITHOUT.sub(" ", text) else Operator.FORBIDDEN
    if _IF_ONLY.search(text) or _UNSTABLE.search(text):
        return None
    return Operator.REQUIRED if _TAKING.search(text) else None


def _stable(wording: Wording, place: int) -> Operator | None:
    """A stable dose: for those who take it, or for everybody."""
    text = wording.text
    if _WITHOUT.search(text):
        return Operator.NOT_TAKING_OR_STABLE
    if lets_in(wording, place) or _UNSTABLE.search(text):
        return None
    if _IF.search(text):
        return Operator.NOT_TAKING_OR_STABLE
    return None if _IF_ONLY.search(text) else Operator.REQUIRED


def _in_exclusion(text: str) -> Operator | None:
    if _UNSTABLE.search(text):
        return Operator.NOT_TAKING_OR_STABLE if not _WITHOUT.search(text) else None
    if _WITHOUT.search(text) or _STABLE.search(text) or _IF_ONLY.search(text):
        return None
    return Operator.FORBIDDEN


def _days(text: str, places: list[int]) -> tuple[Bound, float] | None:
    """The stretch of time in the sentence that has days, weeks or months as its unit."""
    times = [bound for bound in bounds_in(text) if bound.unit in _IN_DAYS]
    if not times:
        return None
    nearest = min(times, key=lambda bound: min(abs(bound.start - place) for place in places))
    return nearest, nearest.low * _IN_DAYS[nearest.unit]
