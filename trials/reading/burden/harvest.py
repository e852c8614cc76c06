"""Cells taken from the person: marrow, fat, blood."""

import re

from trials.reading.burden.kinds import BurdenKind as K
from trials.reading.burden.rule import rule
from trials.reading.burden.setting import Setting

_TAKEN = r"(?:harvest|aspirat|collect|extract|obtain|isolat|withdr[ae]w|remov|taken|enrich)\w*"
_PEOPLE = r"(?:patients?|participants?|subjects?)(?:['’]s?)?"
_DONORS = r"\b(?:donors?|volunteers?|sibling|relative|commercial)\b"
_OF_THE_PERSON = re.compile(
    rf"\b{_PEOPLE}\s+(?:\w+\s+){{0,3}}?(?:undergo|underwent|will|are|have|own)\b|"
    rf"\b(?:from|of|in)\s+(?:the\s+|each\s+|all\s+)?{_PEOPLE}\b|\bautologous\b",
    re.IGNORECASE,
)


def from_the_person(setting: Setting, sentence: str) -> bool:
    """Tissue comes from those who take part: the cells are their own, or the sentence says so."""
    is_own = setting.own and not setting.donor
    return is_own or bool(_OF_THE_PERSON.search(sentence))


def is_own_and_fresh(setting: Setting, _sentence: str) -> bool:
    """The cells are the person's own, and the record doesn't say they were taken before."""
    return setting.own and not setting.donor and not setting.stored


HARVEST = (
    rule(
        K.MARROW_HARVEST,
        "marrow taken",
        rf"\bbone[\s-]*marrow\s+(?:cells?\s+)?(?:aspirat\w+|harvest\w*|biops\w+|collection|puncture|"
        rf"extraction|sampling)\b|\b{_TAKEN}\s+(?:\S+\s+){{0,6}}?(?:of|from)\s+(?:\S+\s+){{0,5}}?"
        r"bone[\s-]*marrow\b|\bbone[\s-]*marrow\s+(?:\S+\s+){0,2}?(?:will\s+be|is|are|was|were)\s+"
        r"(?:isolated|harvested|aspirated|collected|extracted|taken|obtained)\b|"
        r"\b(?:aspirat\w+|harvest\w*|puncture)\s+(?:\S+\s+){0,5}?iliac\s+crests?\b|"
        r"\biliac\s+crests?\s+(?:\S+\s+){0,3}?(?:aspirat\w+|harvest\w*|puncture)\b",
        unless=_DONORS,
        holds=from_the_person,
    ),
    rule(
        K.MARROW_HARVEST,
        "own marrow cells",
        r"\bautologous\s+(?:\S+\s+){0,5}?bone[\s-]*marrow\b|"
        r"\bbone[\s-]*marrow[\s-]*(?:derived\s+)?autologous\b|\bown\s+bone[\s-]*marrow\b|"
        r"\bautologous\s+(?:\S+\s+){0,6}?(?:from|of)\s+(?:the\s+)?bone[\s-]*marrow\b",
        unless=_DONORS,
        holds=is_own_and_fresh,
        but_not_in=("detailed_description",),
    ),
    rule(
        K.FAT_BIOPSY,
        "fat taken",
        rf"\b(?:liposuction|lipo-?aspirat\w+|mini-?lipo\w+)\b|"
        rf"\b(?:adipose|fat)(?:\s+tissue)?\s+(?:biops\w+|harvest\w*|collection|aspirat\w+)\b|"
        rf"\b(?:biops\w+|harvest\w*|{_TAKEN})\s+(?:\S+\s+){{0,4}}?(?:of|from)\s+(?:\S+\s+){{0,3}}?"
        r"(?:adipose|fat|abdominal\s+fat)\b|"
        r"\b(?:adipose|fat)\s+(?:tissue\s+)?(?:\S+\s+){0,4}?biops\w+\b",
        unless=_DONORS,
        holds=from_the_person,
    ),
    rule(
        K.FAT_BIOPSY,
        "own fat cells",
        r"\bautologous\s+(?:\S+\s+){0,5}?(?:adipose|fat)\b|\bown\s+(?:adipose|fat)\b|"
        r"\bautologous\s+(?:\S+\s+){0,6}?from\s+(?:the\s+)?(?:adipose|fat)\b",
        unless=_DONORS,
        holds=is_own_and_fresh,
        but_not_in=("detailed_description",),
    ),
    rule(
        K.LEUKAPHERESIS,
        "blood cells taken",
        r"\b(?:leu[ck]o?a?pheres[ei]s|leukapheres[ei]s|apheres[ei]s|leu[ck]ocytapheres[ei]s)\b",
        unless=_DONORS,
        holds=from_the_person,
    ),
)
