"""A limit for the person who can join: turned round by an exclusion, or not everybody's at all."""

from __future__ import annotations

import re

from trials.reading.eligibility.bounds import Bound, for_joining
from trials.reading.eligibility.criterion import Operator, Section
from trials.reading.eligibility.stance import clause, lets_in, side
from trials.reading.eligibility.wording import Wording

_MUST_NOT = re.compile(
    r"\b(?:(?:must|should|may|can|do|does|did|has|have|is|are) ?not|no|none|without"
    r"|not (?:have|having|with|show\w*))\b(?:(?! and )[^,;.])*$"
)
# "failure to reach 60%", "not meeting": what the exclusion names there is what it asks for
_FAILS = re.compile(
    r"\b(?:(?:fail(?:s|ed|ure|ing)? to|(?:inability|unable|not able) to|incapable of)"
    r" (?:perform\w*|achiev\w*|reach\w*|meet\w*|attain\w*|have|generat\w*|produc\w*|maintain\w*)"
    r"|not (?:meet\w*|having|fulfil\w*|reach\w*|achiev\w*|attain\w*)"
    r"|(?:do|does|did) not (?:have|meet|fulfil\w*|reach|achieve|attain|show))\b"
    r"(?:(?! and )[^,;.()]|\([^()]{0,40}\))*$"
)
_PERMITS = re.compile(
    r"\b(?:permitted|allowed|acceptable|eligible for"
    r"|(?:may|can|could) (?:also |still )?be (?:included|enrol\w+|considered))\b"
)
_UNLESS = re.compile(r"[^;.]{0,60}?\b(?:unless|except (?:if|for|when|in)|in (?:the )?cases? of)\b")
_CONDITION = re.compile(
    r"(?<!eligible )(?<!included )(?<!enrolled )(?<!participate )(?<!excluded )(?<!only )"
    r"(?<!defined )\b(?:if|when|whenever|in (?:the )?cases? of|in those)\b[^;.]*$"
)
_OF_THOSE = re.compile(
    r"\b(?:patients|participants|subjects|individuals|people|those) (?:with|whose|having|who)"
    r"\b[^;.\d]{0,60}\d[^;.]{0,40} (?:must|should|needs?|requires?|has to|have to)\b"
)
_EXCUSES = re.compile(r"\b(?:unless|except|other than|apart from)\b[^;.]*$")
# such as 50 % of predicted "or on NIV"; "or more" is no other way in
_OR_LIMB = re.compile(
    r"(?:(?! and |, )[^;:.]){0,60}?\b(?:or|and/or) (?:\w+ ){0,3}?(?:niv|bi ?pap|ventilat\w*"
    r"|snip|sniff|mip|mep|als ?frs\w*"
    r"|pa?co2|oxygen|on|using|use|unable|cannot|if|symptom\w*|disease|diagnos\w+|[≥≤<>]? ?\d)"
)
_AFTER_A_LIMB = re.compile(r"\d(?:(?! and )[^;:.\d]){0,30}\bor (?:\w+ ){0,2}$")
_ONE_OF = re.compile(r"\b(?:at least one|one or more|any one|any|either)\b(?: of| the|:)")
_LAST_WORD_OR = re.compile(r"[,;]? (?:and/)?or[ .;,]*$")
_LEAD, _NEAR = 90, 50


def limits_joining(wording: Wording, bound: Bound) -> Bound | None:
    """The bound for the person who can join; None where a "must not" leaves it open."""
    lead = wording.text[max(0, bound.start - _LEAD) : bound.start]
    direction = side(wording, bound.start)
    if _EXCUSES.search(lead) or _is_for_some(wording, bound, lead):
        return None
    if direction is Section.EXCLUSION and _FAILS.search(lead):
        return for_joining(bound, Section.INCLUSION)
    return None if _MUST_NOT.search(lead[-_NEAR:]) else for_joining(bound, direction)


def _is_for_some(wording: Wording, bound: Bound, lead: str) -> bool:
    """The limit is a condition, a permission, or holds for those only who have another number."""
    text = wording.text
    _, end = clause(text, bound.start)
    if lets_in(wording, bound.start, _PERMITS) or _UNLESS.match(text, bound.end, end):
        return True
    is_excluding = side(wording, bound.start) is Section.EXCLUSION
    return not is_excluding and bool(_CONDITION.search(lead) or _OF_THOSE.search(text))


def floor_joining(wording: Wording, bound: Bound) -> Bound | None:
    """For what is usually a floor: "below 50%" under no heading may be either, so None."""
    if side(wording, bound.start) is Section.UNSTATED and bound.operator is Operator.BELOW:
        return None
    return limits_joining(wording, bound)


def is_one_way(wording: Wording, start: int, end: int) -> bool:
    """An inclusion has an "or" beside ``start`` to ``end``: one way in of several."""
    text = wording.text
    limb = _OR_LIMB.match(text, end, end + _LEAD)
    limb = limb or _ONE_OF.search(wording.said.heading.lower())
    limb = limb or _LAST_WORD_OR.search(text, end)
    limb = limb or _AFTER_A_LIMB.search(text[max(0, start - _NEAR) : start])
    return bool(limb) and side(wording, start) is not Section.EXCLUSION
