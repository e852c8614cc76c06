"""The words that name a clock: onset of symptoms, first weakness, diagnosis, or just "duration"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trials.reading.eligibility.numbers import NUMBER

_ALS = r"(?:als|mnd|amyotrophic lateral sclerosis|motor neurone? disease)"
_DISEASE = (
    rf"(?:{_ALS}|(?:the |this |their |current |his/her ){{0,4}}(?:disease|illness)"
    r"(?! (?:other|such)))"
)
_TIME = r"(?:duration|course|evolution|length|time)"
_SYMPTOMS = (
    r"(?:(?:first|initial|earliest|als|mnd|disease|motor|neurological|clinical)(?: \w+)? symptoms?"
    r"|(?:onset|duration) of (?:(?:the|their|first|any|initial|als|disease|clinical) ){0,6}"
    r"symptoms?"
    r"|symptoms? (?:onset|duration|of (?:als|mnd|motor|the disease)|began|start\w*|present)"
    r"|since (?:the )?(?:first )?symptoms?|symptoms?)"
)
_BEGINNING = (
    rf"(?:first (?:signs?|manifestations?)|(?:beginning|start|appearance) of (?:the )?{_DISEASE}"
    rf"|{_DISEASE} (?:began|started)|(?<!new )(?<!recent )(?<!age at )(?<!age of )onset)"
)
_UNSTATED = (
    rf"(?:{_DISEASE} {_TIME}|{_ALS} history|{_TIME} of {_DISEASE}|(?:history|evidence) of {_ALS}"
    rf"|{_ALS}(?: \(\w+\))? (?:for|since|lasting)(?= ?$)|duration|evolution)"
)
MARKERS = re.compile(
    rf"\b(?:(?P<weakness>weakness(?: onset)?)|(?P<onset>{_SYMPTOMS}|{_BEGINNING})"
    rf"|(?P<diagnosis>diagnos(?:is|ed|tic))|(?P<unstated>{_UNSTATED}))\b"
)
# words between a clock and a number that say that the number is about something else
BLOCKS = re.compile(
    r"stable|riluzole|edaravone|tofersen|\bdos(?:e|ing|age)|medic(?!al record)|drug|treat|therap"
    r"|participa|recruit|enrol|expect|surviv|\bage|malignan|cancer|tumou?r|infect|hospital|surg|contracep"
    r"|stroke|infarct|trial|declin|decreas|progression|run in|lead in|follow|vital capacity"
    r"|[fs]vc|als ?frs|ventilat|gastrostomy|transfus|vaccin|abuse|psychi|depress|seizure|covid"
    r"|diabet|migraine|pain|transplant|biops|abstin|smok|pregnan|donat|wash|agree|willing|weight"
    r"|years? old|\bdie[sd]?\b|death|remission|relapse|free of|observ|cardi|heart|autoimmun"
)
_ABOUT_ALS = re.compile(
    r"\b(?:als|mnd|amyotrophic|motor neurone?|escorial|gold coast|pls|sod1|weakness|bulbar"
    r"|the disease|disease (?:onset|duration|diagnosis|evolution|course)|(?:duration"
    r"|course) of disease)\b"
)
_OF_ANOTHER = re.compile(
    rf" (?:with|of|as having) (?!{NUMBER}|no\b|not\b|less|more|at\b|up to|within|about|approx"
    rf"|greater)"
    r"(?!(?:(?!within|\d|less than|more than).){0,60}\b(?:als|mnd|amyotrophic|motor neurone?"
    r"|escorial|gold coast"
    r"|the disease|disease symptoms|pls|lateral sclerosis)\b)\w"
)
_ONSET_OF_ANOTHER = re.compile(
    r" of (?!(?:(?:the|a|any|first|initial|their|his|her|progressive|clinical|limb|bulbar|muscle"
    r"|muscular|motor|neurological) )*(?:symptom|weakness|als|mnd|amyotrophic|disease|illness"
    r"|motor neuron|sign|paresis|muscle))\w"
)
_THEN_A_LIMIT = re.compile(
    r"(?: date| made| confirmed| established)?[ :,(]*"
    r"(?:$|[≥≤<>\d]|within|less|more|no|not|at|in the|of|up to|is|was|between|from|should|must)"
)
_SHORT = 70
BARE_TIME = frozenset({"duration", "evolution"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A named clock ("onset", "weakness", "diagnosis", "unstated") and where its words stand."""

    anchor: str
    start: int
    end: int


def clocks_in(text: str, start: int, end: int) -> list[Clock]:
    """The clocks of this disease that a stretch names, in order."""
    return [
        Clock(found.lastgroup or "", found.start(), found.end())
        for found in MARKERS.finditer(text, start, end)
        if _is_ours(text, found, end)
    ]


def _is_ours(text: str, found: re.Match[str], end: int) -> bool:
    """Not the onset of diabetes, not a diagnosis of stroke."""
    if found.lastgroup == "diagnosis" and _OF_ANOTHER.match(text, found.end()):
        return False
    if found[0].endswith("onset") and _ONSET_OF_ANOTHER.match(text, found.end()):
        return False
    if found[0] in {"symptom", "symptoms"}:
        return bool(_ABOUT_ALS.search(text))
    if _ABOUT_ALS.search(text):
        return True
    if found.lastgroup == "diagnosis" and not _THEN_A_LIMIT.match(text, found.end(), end):
        return False
    return found.start() < _SHORT and not BLOCKS.search(text, 0, found.start())
