"""Section times polarity: what a state named in a criterion means for joining.

States are what nobody is asked to have (a tracheostomy, a cancer, a pregnancy), so
an exclusion shuts them out, and an inclusion does when it says "no".
"""

from __future__ import annotations

import re

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
_NEW_SUBJECT = re.compile(
    r"[,;(] ?(?:and |but |while )?(?:\w+ )?(?:patients|subjects|participants|those|people"
    r"|individuals)\b"
)
# "other causes excluded" turns a diagnosis away, not people
_NOT_TURNED = re.compile(
    r"not (?:be )?(?:exclusionary|excluded|disqualif\w+|an exclusion)"
    r"|(?:cause|disease|condition|diagnos[ie]|mimic|disorder|aetiolog(?:y|ie)|etiolog(?:y|ie)"
    r"|patholog"
    r"(?:y|ie)|explanation|neuropath(?:y|ie)|myelopath(?:y|ie))s?"
    r"(?: \w+){0,4}? excluded"
)
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
# the longest clause in which a "no" still belongs to what follows
_REACH = 110


def side(wording: Wording, place: int | None = None) -> Section:
    """The heading's direction, unless the sentence, or its clause at ``place``, turns away."""
    said = _NOT_TURNED.sub(_blank, wording.text)
    if place is None:
        turns = bool(_TURNS_AWAY.search(said))
    else:
        start, end = clause(said, place)
        turns = _turns_at(_without_brackets(said, place), place, start, end)
    return Section.EXCLUSION if turns else wording.section


def _turns_at(said: str, place: int, start: int, end: int) -> bool:
    """ "FVC above 60%, patients with cancer being excluded" turns no FVC away."""
    other = _NEW_SUBJECT.search(said, place, end)
    if _TURNS_AWAY.search(said, place, other.start() if other else end):
        return True
    return any(
        "," not in said[turn.end() : place] for turn in _TURNS_AWAY.finditer(said, start, place)
    )


def lets_in(wording: Wording, place: int, words: re.Pattern[str] = _LETS_IN) -> bool:
    """The clause says, in ``words``, that what it names at ``place`` does not shut out."""
    start, end = clause(wording.text, place)
    return bool(words.search(_NOT_LET_IN.sub(" ", wording.text[start:end])))


def clause(text: str, place: int) -> tuple[int, int]:
    """The stretch between brackets, semicolons and full stops around ``place``."""
    said = _without_brackets(text, place)
    start = max(said.rfind(sign, 0, place) for sign in "();.") + 1
    ends = [said.find(sign, place) for sign in "();."]
    return start, min((end for end in ends if end >= 0), default=len(text))


def _without_brackets(text: str, place: int) -> str:
    return _BRACKETS.sub(lambda found: found[0] if _holds(found, place) else _blank(found), text)


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
    if side(wording, place) is Section.EXCLUSION:
        return Operator.FORBIDDEN if not denied or _DOUBLE.match(text) else None
    if denied:
        return Operator.FORBIDDEN
    return Operator.UNCLEAR if wording.section is Section.UNSTATED else None
