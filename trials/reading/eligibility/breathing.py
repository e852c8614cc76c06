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
_EITHER = r"(?:and|or|/|and/or|&) ?"
_MASK = (
    r"\b(?:niv|nippv|nipv|nimv|nppv|bi ?pap|c ?pap|avaps|vpap)\b|bi ?level"
    r"|continuous positive airway"
)
_TYPES = {
    "noninvasive": re.compile(
        rf"non ?invasive (?:{_EITHER}invasive )?(?:[\w()]+ ){{0,3}}?(?:ventilat|respirat|breathing"
        rf"|positive)\w*|(?<!non )(?<!non)invasive {_EITHER}non ?invasive"
        rf"|non ?invasive {_EITHER}invasive"
        rf"|{_MASK}"
    ),
    "invasive": re.compile(
        rf"trache(?:os|ot)\w+|(?<!non )(?<!non)invasive (?:{_EITHER}non ?invasive )?"
        rf"(?:[\w()]+ ){{0,3}}?(?:ventilat|respirat)\w*|non ?invasive {_EITHER}invasive"
        rf"|(?<!non )(?<!non)invasive {_EITHER}non ?invasive"
    ),
    "diaphragm_pacing": re.compile(
        r"diaphragm\w{0,12} (?:\w+ )?(?:pac(?:ing|er|emaker)|stimulat)\w*"
        r"|phrenic (?:nerve )?(?:pac|stimul)\w*|\bdps\b"
    ),
}
_MACHINE = re.compile(r"mechanical(?:ly)? (?:assisted )?ventilat\w+")
_ANY = re.compile(
    r"(?:assisted|artificial|permanent|continuous|chronic|full time|any|form of|type of|assistive"
    r"|on|requiring|need for) ventilat(?:ion|or|ory)\w*"
    r"|ventilat(?:or|ion|ory) ?(?:dependen\w+|support|assist\w*|aid)"
    r"|\brespirator\b|respirat(?:ory|or) (?:assistance|support|dependen\w+|aid)"
    r"|dependen\w{1,12} on (?:a )?(?:respirator|ventilat\w+)"
)
_BARE_MACHINE = re.compile(r"\bventilators?\b")
_PART_OF_A_TYPE = re.compile(
    r"(?:invasive|tracheo\w+|mechanical|positive pressure|\bniv|bi ?pap|home|such as a)"
    r"(?: (?!or|and)\w+)?(?: \(\w+\))? $"
)
_SPELT_OUT = re.compile(r"\w* ?\((?:including |either )?(?:non ?)?invasive")
_EXCUSED = re.compile(r"unless|except|other than|excluding|with the exception")
_BY_DAY = re.compile(r"\b(?:day ?time|during (?:the )?day|diurnal|awake|waking|while up)\b")
_BY_NIGHT = re.compile(r"\b(?:nocturnal|night(?: ?time)?|at night|during sleep|overnight)\b")
_APNEA = re.compile(r"apno?ea")
_NOT_A_STATE = re.compile(
    r"refus|unwilling|declin|intoleran|tolerate|unable to use|complian|willing|agree|consider"
    r"|discuss|covid|pneumonia|surgery|contraindicat"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about each type of breathing support that it names."""
    text = wording.text
    is_off = bool(_NOT_A_STATE.search(text))
    named = {
        anchor: found
        for anchor, found in _named(wording)
        if not is_off or lets_in(wording, found.start())
    }
    for anchor, found in named.items():
        finding = _finding(wording, anchor, found, _hours(wording, anchor, named))
        if finding:
            yield finding


def _named(wording: Wording) -> Iterator[tuple[str, re.Match[str]]]:
    """Each type with its first mention; a mention that is let in doesn't hide another."""
    text = wording.text
    types = {anchor: found for anchor, form in _TYPES.items() if (found := form.search(text))}
    yield from types.items()
    general = next((one for one in _ANY.finditer(text) if _is_general(text, one)), None)
    if not general and not types:
        general = _MACHINE.search(text)
    if (not general and "noninvasive" not in types) or _is_let_in(wording, types):
        general = general or next(
            (one for one in _BARE_MACHINE.finditer(text) if _is_general(text, one)), None
        )
    if general:
        yield "any", general


def _is_let_in(wording: Wording, types: dict[str, re.Match[str]]) -> bool:
    return "noninvasive" in types and lets_in(wording, types["noninvasive"].start())


def _is_general(text: str, found: re.Match[str]) -> bool:
    if _SPELT_OUT.match(text, found.end()):
        return False
    return not _PART_OF_A_TYPE.search(text[max(0, found.start() - 40) : found.start()])


def _hours(wording: Wording, anchor: str, named: dict[str, re.Match[str]]) -> Bound | None:
    """The limit in hours a day that goes with this type; a tracheostomy has none."""
    if anchor in {"invasive", "diaphragm_pacing"} and len(named) > 1:
        return None
    place = named[anchor].end()
    hours = [bound for bound in bounds_in(wording.text) if bound.unit == "hour"]
    return next((bound for bound in hours if bound.start >= place), hours[0] if hours else None)


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
    if lets_in(wording, found.start()):
        return Operator.ALLOWED_IF if anchor == "noninvasive" else None
    text = wording.text
    if "unless" in text[found.end() :]:
        return None
    if anchor in {"noninvasive", "any"} and _EXCUSED.search(text, found.end()):
        return None
    if anchor == "noninvasive" and _EXCUSED.search(text, 0, found.start()):
        return _excused(text)
    operator = of_state(wording, found.start())
    is_by_day = anchor == "noninvasive" and operator and _BY_DAY.search(text)
    return Operator.ALLOWED_IF if is_by_day else operator


def _excused(text: str) -> Operator | None:
    """ "... other than NIV at night": allowed then; for sleep apnoea only, it isn't ours to say."""
    is_at_night = _BY_NIGHT.search(text) and not _APNEA.search(text)
    return Operator.ALLOWED_IF if is_at_night else None


def _with_hours(wording: Wording, hours: Bound) -> Operator | None:
    """ "More than 23 hours" shuts out: up to 23 hours is allowed."""
    direction = side(wording, hours.start)
    if direction is Section.EXCLUSION or is_denied(wording.text, hours.start):
        return Operator.ALLOWED_IF if hours.operator in LOWER else None
    if hours.operator in UPPER:
        return Operator.ALLOWED_IF
    return Operator.UNCLEAR if direction is Section.UNSTATED else None
