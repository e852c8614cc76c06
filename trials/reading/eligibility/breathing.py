"""Breathing support by degree: through the neck, by mask (with hours a day), pacing, or any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.comparisons import LOWER, UPPER
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.numbers import written
from trials.reading.eligibility.stance import is_denied, lets_in, of_state, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(
    r"ventilat|trache|bi ?pap|bi ?level|cpap|\bniv\b|nippv|respirat|pac(?:ing|er|emaker)|dps"
)
_TYPES = {
    "noninvasive": re.compile(
        r"non ?invasive (?:or invasive )?(?:[\w()]+ ){0,3}?(?:ventilat\w+|respirat\w+|breathing|positive)"
        r"|non ?invasive (?:and|or|/)? ?invasive|invasive (?:and|or|/|and/or) ?non ?invasive|\b(?:niv|nippv|nipv|nimv|nppv|bi ?pap|c ?pap|avaps|vpap)\b|bi ?level|continuous positive airway"
    ),
    "invasive": re.compile(
        r"trache(?:os|ot)\w+|(?<!non )(?<!non)invasive (?:(?:or|and|/|and/or) ?non ?invasive )?"
        r"(?:[\w()]+ ){0,3}?(?:ventilat\w+|respirat\w+)"
        r"|non ?invasive (?:and|or|/|and/or) ?invasive|(?<!non )(?<!non)invasive (?:and|or|/|and/or) ?non ?invasive"
    ),
    "diaphragm_pacing": re.compile(
        r"diaphragm\w* (?:\w+ )?(?:pac(?:ing|er|emaker)|stimulat)\w*|phrenic (?:nerve )?(?:pac|stimul)\w*"
        r"|\bdps\b|diaphragmatic pac\w+"
    ),
}
_MECHANICAL = r"mechanical(?:ly)? (?:assisted )?ventilat\w+"
_ANY = re.compile(
    r"(?:assisted|artificial|permanent|continuous|chronic|full time|any|form of|type of|assistive|on|requiring|need for)"
    r" ventilat(?:ion|or|ory)\w*|ventilat(?:or|ion|ory) ?(?:dependen\w+|support|assist\w*|aid|device)"
    r"|\brespirator\b|respirat(?:ory|or) (?:assistance|support|dependen\w+|aid)|ventilator\b"
    r"|dependen\w+ on (?:a )?(?:respirator|ventilat\w+)"
)
_MACHINE = re.compile(_MECHANICAL)
_PART_OF_A_TYPE = re.compile(
    r"(?:invasive|tracheo\w+|mechanical|positive pressure|\bniv|bi ?pap)(?: (?!or|and)\w+)?(?: \(\w+\))? $"
)
_EXCUSED = re.compile(r"(?:unless|except|other than|excluding|with the exception)")
_OTHER_CARE = re.compile(
    r"refus|unwilling|declin|intoleran|tolerate|unable to use|compliance|complian|willing|agree|consider"
    r"|anticipat|discuss|covid|pneumonia|surgery"
)
_NOT_EXCLUDING = re.compile(
    r"not (?:be )?(?:exclusionary|excluded|an exclusion)|allowed|permitted|acceptable"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about each type of breathing support that it names."""
    named = dict(_named(wording.text))
    if not named or _OTHER_CARE.search(wording.text):
        named = {kind: found for kind, found in named.items() if _let_in_here(wording, found)}
    for anchor, found in named.items():
        finding = _finding(wording, anchor, found, hours_of(wording, anchor, named))
        if finding:
            yield finding


def _named(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    seen = False
    for anchor, pattern in _TYPES.items():
        found = pattern.search(text)
        if found:
            seen = True
            yield anchor, found
    general = next((one for one in _ANY.finditer(text) if _is_general(text, one)), None)
    if not general and not seen:
        general = _MACHINE.search(text)
    if general:
        yield "any", general


def _is_general(text: str, found: re.Match[str]) -> bool:
    return not _PART_OF_A_TYPE.search(text[max(0, found.start() - 40) : found.start()])


def hours_of(wording: Wording, anchor: str, named: dict[str, re.Match[str]]) -> Bound | None:
    """The limit in hours a day that goes with this type; a tracheostomy has none."""
    if anchor in {"invasive", "diaphragm_pacing"} and len(named) > 1:
        return None
    place = named[anchor].end()
    hours = [bound for bound in bounds_in(wording.text) if bound.unit == "hour"]
    return next((bound for bound in hours if bound.start >= place), hours[0] if hours else None)


def _let_in_here(wording: Wording, found: re.Match[str]) -> bool:
    return bool(_NOT_EXCLUDING.search(wording.text, found.end(), found.end() + 60))


def _finding(
    wording: Wording, anchor: str, found: re.Match[str], hours: Bound | None
) -> Finding | None:
    operator = _with_hours(wording, hours) if hours else _plainly(wording, anchor, found)
    if not operator:
        return None
    return Finding(
        kind=Kind.VENTILATION,
        operator=operator,
        value=written(hours.low) if hours else "",
        unit="hours/day" if hours else "",
        anchor=anchor,
        rule=f"ventilation: {anchor}",
        start=min(found.start(), hours.start) if hours else found.start(),
        end=max(found.end(), hours.end) if hours else found.end(),
    )


def _plainly(wording: Wording, anchor: str, found: re.Match[str]) -> Operator | None:
    if lets_in(wording):
        is_allowed = anchor == "noninvasive" and _let_in_here(wording, found)
        return Operator.ALLOWED_IF if is_allowed else None
    if anchor in {"noninvasive", "any"} and _EXCUSED.search(wording.text, found.end()):
        return None
    return of_state(wording, found.start())


def _with_hours(wording: Wording, hours: Bound) -> Operator | None:
    """ "More than 23 hours" shuts out: up to 23 hours is allowed."""
    direction = side(wording)
    if direction is Section.EXCLUSION or is_denied(wording.text, hours.start):
        return Operator.ALLOWED_IF if hours.operator in LOWER else None
    if hours.operator in UPPER:
        return Operator.ALLOWED_IF
    return Operator.UNCLEAR if direction is Section.UNSTATED else None
