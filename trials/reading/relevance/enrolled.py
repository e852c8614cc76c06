"""The diseases that a record names, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from trials.reading.evidence import Evidence
from trials.reading.phrases import Mention
from trials.reading.relevance.diseases import (
    DISEASE_CLUES,
    DISEASE_WORDS,
    ENDINGS,
    EXAMPLES,
    NAMES_A_DISEASE,
    OTHER_MEANING_PAIRS,
    OTHER_MEANINGS,
)
from trials.reading.words import Word, quote_at, words_of
from trials.records import StudyRecord

REACH = 8  # words from a symptom to the disease
HEALTHY = frozenset({"healthy", "volunteer", "participant", "adult", "subject", "people", "male"})
_SEVERAL = re.compile(r"[;|\n]")


@dataclass(frozen=True)
class Place:
    """One text in which diseases may be named."""

    field: str
    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.text)

    @cached_property
    def plain(self) -> list[str]:
        return [word.plain for word in self.words]

    @cached_property
    def mentions(self) -> list[Mention]:
        return DISEASE_WORDS.find(self.words)

    def named(self, *codes: str) -> Mention | None:
        """The first disease of these codes."""
        if "als" in codes and not {"lateral", "sclerosis"}.isdisjoint(self.plain):
            codes = (*codes, "als_adjective")
        return next((one for one in self.mentions if one.code("disease") in codes), None)

    def evidence(self, mention: Mention, rule: str) -> Evidence:
        """The disease with what stands around it, verbatim."""
        start, end = self.words[mention.first].start, self.words[mention.last - 1].end
        return Evidence(self.field, quote_at(self.text, start, end), rule)

    @property
    def names_another(self) -> bool:
        """Does this condition name a disease other than a motor neuron disease?"""
        codes = {one.code("disease") for one in self.mentions}
        if codes & {"another"}:
            return True
        return not codes and any(_ends_a_name(word) for word in self.plain)


def _ends_a_name(word: str) -> bool:
    return word in NAMES_A_DISEASE or (len(word) > 5 and word.endswith(ENDINGS))


def conditions_of(record: StudyRecord) -> tuple[Place, ...]:
    """The conditions, one by one; some sources join several in one entry."""
    return tuple(
        Place(f"conditions[{at}]", part.strip())
        for at, entry in enumerate(record.conditions)
        for part in _SEVERAL.split(entry)
        if part.strip()
    )


def titles_of(record: StudyRecord) -> tuple[Place, ...]:
    """The titles."""
    parts = record.identification
    fields = ("brief_title", "official_title")
    return tuple(
        Place(f"identification.{field}", text)
        for field in fields
        if (text := getattr(parts, field))
    )


def prose_of(record: StudyRecord) -> tuple[Place, ...]:
    """Summary and description."""
    texts = (
        ("brief_summary", record.brief_summary),
        (
            "detailed_description",
            record.detailed_description,
        ),
    )
    return tuple(Place(field, text) for field, text in texts if text)


def keywords_of(record: StudyRecord) -> tuple[Place, ...]:
    """The keywords."""
    return tuple(Place(f"keywords[{at}]", text) for at, text in enumerate(record.keywords))


def als_letters_mean_the_disease(places: tuple[Place, ...]) -> bool | None:
    """Do the letters 'ALS' stand for the disease in this record? None: nothing tells."""
    words = {word for place in places for word in place.plain}
    if any(place.named("als") for place in places):
        return True
    if any(_other_words_for_the_letters(place) for place in places):
        return False
    if words & OTHER_MEANINGS or any(_pairs(place) & OTHER_MEANING_PAIRS for place in places):
        return False
    return True if words & DISEASE_CLUES or any(map(_listed_beside, places)) else None


def _listed_beside(place: Place) -> bool:
    """'Parkinson disease or ALS': in a list of diseases the letters are one."""
    return any(
        two.code("disease") == "als_letters"
        and one.code("disease") == "another"
        and place.plain[one.last : two.first] in (["and"], ["or"])
        for one, two in pairwise(place.mentions)
    )


def _pairs(place: Place) -> set[str]:
    plain = place.plain
    return {f"{one}_{two}" for one, two in pairwise(plain)}


def _other_words_for_the_letters(place: Place) -> bool:
    """'Advanced Life Support (ALS)': three words before, or after, that begin so."""
    return any(
        word.raw == "ALS" and any(_begin_with_als(three) for three in _beside(place.plain, at))
        for at, word in enumerate(place.words)
    )


def _beside(plain: list[str], at: int) -> Iterator[list[str]]:
    yield plain[max(at - 3, 0) : at]
    yield plain[at + 1 : at + 4]


def _begin_with_als(three: list[str]) -> bool:
    initials = "".join(word[0] for word in three)
    return initials == "als" and "amyotrophic" not in three


def is_enrolled_in(place: Place, mention: Mention, enrols: frozenset[str]) -> bool:
    """Does the sentence speak of people with the disease, not of the disease as an example?"""
    start = max(mention.first - 8, 0)
    sentence = place.words[mention.first].sentence
    before = [
        word.plain for word in place.words[start : mention.first] if word.sentence == sentence
    ]
    return not enrols.isdisjoint(before) and EXAMPLES.isdisjoint(before)


def has_the_symptom(place: Place, mention: Mention) -> bool:
    """'spasticity in stroke and ALS': people with the disease, by what they suffer from."""
    symptoms = [
        one
        for one in place.mentions
        if one.code("disease") == "symptom" and 0 < mention.first - one.last <= REACH
    ]
    return any(_leads_to(place, one, mention) for one in symptoms)


def _leads_to(place: Place, symptom: Mention, disease: Mention) -> bool:
    between = place.words[symptom.last : disease.first]
    plain = {word.plain for word in between}
    same = place.words[symptom.first].sentence == place.words[disease.first].sentence
    return same and bool(plain & {"in", "due", "from"}) and not plain & EXAMPLES


def only_healthy(record: StudyRecord) -> bool:
    """Are healthy volunteers the only people that the conditions name?"""
    words = [word.lower() for entry in record.conditions for word in entry.split()]
    return bool(words) and all(word.strip("s,") in HEALTHY for word in words)
