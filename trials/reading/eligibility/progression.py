"""How fast the disease must have progressed: points a month, or points over a stated window."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Kind
from trials.reading.eligibility.joining import limits_joining
from trials.reading.eligibility.scale import SCALE
from trials.reading.eligibility.stance import is_denied
from trials.reading.eligibility.wording import Finding, Wording, limit

GATE = re.compile(
    r"declin|decreas|loss|lost|drop|slope|progression|deteriorat|worsen|delta|δ|reduc"
)
_CHANGE = re.compile(
    r"declin\w*|decreas\w*|loss|lost|drop(?:ped)?|slope|progression(?: rate)?|rate of progression"
    r"|deteriorat\w*|worsen\w*|delta|δ|reduction"
)
_RATE = re.compile(
    r"progression rate|rate of (?:disease )?progression|slope|(?:delta|δ) ?(?:fs|als)"
)
_PER_MONTH = re.compile(
    r" ?(?:points? ?)?(?:or (?:more|greater|less) ?)?(?:on (?:the )?[\w ]{0,40}?"
    r"|in (?:the )?[\w ]{0,40}?|of [\w ]{0,30}?)?"
    r"(?:/|per|a|each|every) ?(?:mo(?:nth)?\b|30 days)"
)
_PER_OTHER = re.compile(r" ?(?:points? ?)?(?:/|per|a|each|every) ?(?:year|week|day|annum)")
_MONTHLY = re.compile(r"(?:monthly|per month|/ ?month)\W*(?:\w+ ){0,4}$")
_POINTS_OF_SCALE = re.compile(rf" (?:{SCALE.pattern}) points?\b")
_OVER_TIME = re.compile(
    r" (?:in|over|during|within) (?:[\w-]+ ){0,4}?\d{0,2} ?-?(?:weeks?|months?)\b"
)
_LIMB = re.compile(r"\bor (?:a (?:decline|decrease|loss) of )?$")
_NEAR = 110
_MOST_POINTS = 20


def read(wording: Wording) -> Iterator[Finding]:
    """Demands on the rate of progression in one sentence."""
    text = wording.text
    if not SCALE.search(text) and not _RATE.search(text):
        return
    bounds = bounds_in(text)
    for place, bound in enumerate(bounds):
        since = bounds[place - 1].end if place else 0
        if _LIMB.search(text, since, bound.start):
            since = 0
        found = _rate(wording, bound, since) if bound.unit in {"", "point"} else None
        if found:
            yield found


def _rate(wording: Wording, bound: Bound, since: int) -> Finding | None:
    text = wording.text
    changes = list(_CHANGE.finditer(text, max(since, bound.start - _NEAR), bound.start))
    if not changes or bound.low > _MOST_POINTS or text[bound.end :].lstrip(" ")[:1] in {"±", "%"}:
        return None
    if is_denied(text, bound.start) or _PER_OTHER.match(text, bound.end):
        return None
    unit = _unit(text, bound, changes[-1].start())
    joining = limits_joining(wording, bound)
    if not unit or not joining:
        return None
    return limit(
        Kind.PROGRESSION_RATE,
        joining,
        unit=unit,
        rule="progression: points over time",
        start=changes[0].start(),
        end=bound.end,
    )


def _unit(text: str, bound: Bound, changed: int) -> str:
    stretch = text[max(0, changed - 30) : bound.start]
    if _PER_MONTH.match(text, bound.end) or _MONTHLY.search(stretch) or _RATE.search(stretch):
        return "points/month"
    is_points = (
        bound.unit == "point"
        or _POINTS_OF_SCALE.match(text, bound.end)
        or (SCALE.search(stretch) and _OVER_TIME.match(text, bound.end))
    )
    return "points" if is_points else ""
