"""For whom a criterion holds when the sentence itself says so: an arm, a cohort, a stage."""

from __future__ import annotations

import re

_ID = r"(?:[a-h]|[ivx]{1,3}|\d{1,2}[a-h]?|one|two|three)\b"
_NAMED = re.compile(
    rf"\b(?:(?:for|in) (?:the )?)?(?:(?:cohort|arm|group|part|stage)s? {_ID})(?: only)?"
    r"|\bfor (?:the )?(?:early|late|progressive|advanced)[\w ]{0,12}(?:stage|group|arm)(?: als)?"
    r"|\b(?:early|late|progressive|advanced) stage(?: of)? als"
    r"|\b(?:sod1|c9orf72|fus|familial|sporadic|bulbar|limb) (?:onset )?(?:als )?(?:patients "
    r"|participants |cohort )?only\b"
    r"|\bfor (?:participants|patients|subjects|individuals|those) (?:on|with|who|under|over"
    r"|aged|in)"
    r" (?!als\b|mnd\b|amyotrophic|an? diagnosis|riluzole|edaravone|tofersen|radicava|this|the study"
    r"|either|stable|oral)[\w ]{2,40}"
    r"|\bfor (?:limb|bulbar|spinal|respiratory) onset(?: als)?(?: patients)?"
    r"|\bin case of [\w ]{3,40}(?=less|more|≥|≤|<|>)"
)
_OTHERS = re.compile(
    r"\W*(?:for )?(?:the |all )?(?:(?:healthy|normal|matched|disease|family|primary|study"
    r"|asymptomatic"
    r"|pre ?symptomatic|non ?als|unaffected|living|cell) ){0,3}(?:controls?|caregivers?|carers?"
    r"|care ?partners?|relatives|siblings|parents|spouses?|donors?|volunteers|carriers|persons"
    r"|people"
    r"|individuals|participants|subjects)(?: subjects| participants| group| only)? ?(?P<colon>:)"
    r"|\W*(?:(?:first|1st) degree relatives?|(?:caregiver|carer|relative|sibling|spouse|parent)s?"
    r" (?:of|to|for) (?:an?|the|patients?|people|someone|individuals?))\b"
)
_PATIENTS = re.compile(
    r"\W*(?:for )?(?:the |all )?(?:(?:study|disease) )?(?:persons|people|individuals|participants"
    r"|subjects) ?:"
)
_NEAR = 80


def of_others(text: str) -> bool:
    """The sentence opens by saying that it is about controls, carriers, relatives or carers."""
    return bool(_OTHERS.match(text)) and not _PATIENTS.match(text)


def group_at(text: str, place: int) -> tuple[int, int] | None:
    """Where the words stand that name the group of what is said at ``place``, or None."""
    nearest = None
    for found in _NAMED.finditer(text):
        is_before = found.end() <= place
        if is_before or (nearest is None and found.start() - place < _NEAR):
            nearest = found.start(), found.end()
    return nearest
