"""Section times polarity: what a state named in a criterion means for joining.

States are what nobody is asked to have (a tracheostomy, a cancer, a pregnancy), so
an exclusion shuts them out, and an inclusion does when it says "no".
"""

from __future__ import annotations

import re

from trials.reading.eligibility.bounds import Bound, for_joining
from trials.reading.eligibility.criterion import Operator, Section
from trials.reading.eligibility.wording import Wording

_CLAUSE = re.compile(r";|(?<!not have):|\.{2,}|\bbut\b|\balthough\b|\bunless\b|\bexcept\b")
_NO = re.compile(
    r"\b(?:no|not|without|never|free (?:of|from)|absence of|absent|lack of|den(?:y|ies)|neither"
    r"|nor|cannot|ruled out)\b"
)
_BRACKETS = re.compile(r"\([^()]{1,80}\)")
_ASIDE = re.compile(r"\([^()]*\)")
_HARMLESS = re.compile(
    r"\b(?:not|no|never) (?:limited to|only|exceed\w*|more than|less than|yet|otherwise"
    r"|adequately|well|sufficiently|controlled|necessarily)\b|\bwhether or not\b"
    r"|\bnot excluded\b|\bwith(?: or |/| and )without\b"
)
_TURNS_AWAY = re.compile(
    r"\b(?:excluded|we exclude|not eligible|ineligible|exclusionary|disqualif\w+|prohibited"
    r"|not (?:be )?(?:included|enrol\w+|allowed|permitted|acceptable)"
    r"|cannot (?:be (?:included|enrol\w+)|participate))\b"
)
_NOT_TURNED = re.compile(r"not (?:be )?(?:exclusionary|excluded|disqualif\w+|an exclusion)")
_LETS_IN = re.compile(
    r"\b(?:not (?:be )?(?:exclusionary|excluded|disqualif\w+|an exclusion)"
    r"|permitted|allowed|acceptable|(?:is|are) (?:also |still )?eligible"
    r"|(?:may|can) (?:also )?(?:be (?:included|enrol\w+)|participate|enrol\w*|use|have))\b"
)
_NOT_LET_IN = re.compile(
    r"not (?:be )?(?:permitted|allowed|acceptable|eligible)|permitted only|eligible only"
)
_DOUBLE = re.compile(
    r"(?:the )?(?:patients? |subjects? |participants? )?(?:do|does|has|have|is|are|was) not\b"
)
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
# the longest clause in which a "no" still belongs to what follows
_REACH = 110
_LEAD, _NEAR = 90, 50


def side(wording: Wording) -> Section:
    """The heading's direction, unless the sentence itself turns people away."""
    turns = _TURNS_AWAY.search(_NOT_TURNED.sub(" ", wording.text))
    return Section.EXCLUSION if turns else wording.section


def limits_joining(wording: Wording, bound: Bound) -> Bound | None:
    """The bound for the person who can join; None where a "must not" leaves it open."""
    lead = wording.text[max(0, bound.start - _LEAD) : bound.start]
    direction = side(wording)
    if _EXCUSES.search(lead) or _is_for_some(wording, bound, lead):
        return None
    if direction is Section.EXCLUSION and _FAILS.search(lead):
        return for_joining(bound, Section.INCLUSION)
    return None if _MUST_NOT.search(lead[-_NEAR:]) else for_joining(bound, direction)


def _is_for_some(wording: Wording, bound: Bound, lead: str) -> bool:
    """The limit is a condition, a permission, or holds for those only who have another number."""
    text = wording.text
    start, end = _clause(text, bound.start)
    if _PERMITS.search(_NOT_LET_IN.sub(" ", text[start:end])) or _UNLESS.match(
        text, bound.end, end
    ):
        return True
    is_excluding = side(wording) is Section.EXCLUSION
    return not is_excluding and bool(_CONDITION.search(lead) or _OF_THOSE.search(text))


def floor_joining(wording: Wording, bound: Bound) -> Bound | None:
    """For what is usually a floor: "below 50%" under no heading may be either, so None."""
    if side(wording) is Section.UNSTATED and bound.operator is Operator.BELOW:
        return None
    return limits_joining(wording, bound)


def is_one_way(wording: Wording, start: int, end: int) -> bool:
    """An inclusion has an "or" beside ``start`` to ``end``: one way in of several."""
    text = wording.text
    limb = _OR_LIMB.match(text, end, end + _LEAD)
    limb = limb or _AFTER_A_LIMB.search(text[max(0, start - _NEAR) : start])
    return bool(limb) and side(wording) is not Section.EXCLUSION


def lets_in(wording: Wording, place: int) -> bool:
    """The clause says that what it names, at ``place``, does not shut out."""
    start, end = _clause(wording.text, place)
    return bool(_LETS_IN.search(_NOT_LET_IN.sub(" ", wording.text[start:end])))


def _clause(text: str, place: int) -> tuple[int, int]:
    """The stretch between brackets, semicolons and full stops around ``place``."""
    said = _BRACKETS.sub(lambda found: found[0] if _holds(found, place) else _blank(found), text)
    start = max(said.rfind(sign, 0, place) for sign in "();.") + 1
    ends = [said.find(sign, place) for sign in "();."]
    return start, min((end for end in ends if end >= 0), default=len(text))


def _holds(found: re.Match[str], place: int) -> bool:
    return found.start() <= place < found.end()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def is_denied(text: str, place: int) -> bool:
    """A "no" stands before ``place`` in its clause."""
    start = max(0, place - _REACH)
    stretch = text[start:place]
    for cut in _CLAUSE.finditer(text, start, place):
        stretch = text[cut.end() : place]
    return bool(_NO.search(_HARMLESS.sub(" ", _ASIDE.sub(" ", stretch))))


def of_state(wording: Wording, place: int) -> Operator | None:
    """Forbidden, unclear (no heading says which) or None: not for us to say."""
    text = wording.text
    if lets_in(wording, place):
        return None
    denied = is_denied(text, place)
    if side(wording) is Section.EXCLUSION:
        return Operator.FORBIDDEN if not denied or _DOUBLE.match(text) else None
    if denied:
        return Operator.FORBIDDEN
    return Operator.UNCLEAR if wording.section is Section.UNSTATED else None
