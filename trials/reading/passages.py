"""The texts of a record that say what is done, apart by how much they count."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from trials.reading.cells.words_of_types import WEAK_LETTERS
from trials.reading.evidence import Evidence
from trials.reading.lexicon import CELL_WORDS
from trials.reading.phrases import Mention
from trials.reading.words import Word, quote_at, words_of
from trials.records import StudyRecord


class Zone(StrEnum):
    """Where a text stands; nearer to what is given first."""

    NAME = "name"
    ABOUT = "about"
    ARM_LABEL = "arm label"
    ARM = "arm"
    TITLE = "title"
    KEYWORD = "keyword"
    SUMMARY = "summary"
    DESCRIPTION = "description"


@dataclass(frozen=True)
class Passage:
    """One text of a record. ``field`` is the record's own name of the place."""

    field: str
    text: str
    zone: Zone
    memory: dict[str, Any] = dataclasses.field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.text)

    @cached_property
    def plain(self) -> list[str]:
        """The words as they are compared."""
        return [word.plain for word in self.words]

    @cached_property
    def mentions(self) -> list[Mention]:
        """Cells, tissues, donors, routes and sites that are named here, in order."""
        return CELL_WORDS.find(self.words)

    @cached_property
    def sentences(self) -> dict[int, tuple[int, int]]:
        """Sentence number -> first and last word (exclusive)."""
        bounds: dict[int, tuple[int, int]] = {}
        for at, word in enumerate(self.words):
            bounds[word.sentence] = (bounds.get(word.sentence, (at, at))[0], at + 1)
        return bounds

    @cached_property
    def by_sentence(self) -> dict[int, list[Mention]]:
        """The mentions of each sentence."""
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(self.words[mention.first].sentence, []).append(mention)
        return found

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Word number -> the mention that it is part of."""
        return {at: one for one in self.mentions for at in range(one.first, one.last)}

    @cached_property
    def sentence_words(self) -> dict[int, frozenset[str]]:
        """The different words of each sentence."""
        bounds = self.sentences.items()
        return {number: frozenset(self.plain[start:end]) for number, (start, end) in bounds}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Each word, as compared, and where it stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.plain):
            found.setdefault(word, []).append(at)
        return found

    def words_beside(self, mention: Mention) -> frozenset[str]:
        """The different words of the sentence of a mention."""
        return self.sentence_words[self.words[mention.first].sentence]

    def sentence_of(self, mention: Mention) -> tuple[int, int]:
        """First and last word (exclusive) of the sentence of a mention."""
        return self.sentences[self.words[mention.first].sentence]

    def sentence_of_word(self, at: int) -> tuple[int, int]:
        """First and last word (exclusive) of the sentence of a word."""
        return self.sentences[self.words[at].sentence]

    def neighbours(self, mention: Mention) -> list[Mention]:
        """All mentions of the same sentence."""
        return self.by_sentence.get(self.words[mention.first].sentence, [])

    def evidence(self, rule: str, first: int = 0, last: int | None = None) -> Evidence:
        """The words from ``first`` to ``last`` with what stands around them, verbatim."""
        if not self.words:
            return Evidence(self.field, self.text[:160].strip(), rule)
        end = self.words[(last or len(self.words)) - 1].end
        return Evidence(self.field, quote_at(self.text, self.words[first].start, end), rule)

    def evidence_of(self, mention: Mention, rule: str) -> Evidence:
        """The mention with what stands around it, verbatim."""
        return self.evidence(rule, mention.first, mention.last)


@dataclass(frozen=True)
class Treatment:
    """An intervention, or an arm: what it is called and what is said about it."""

    names: tuple[Passage, ...]
    about: tuple[Passage, ...]
    kind: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        return (*self.names, *self.about)


@dataclass(frozen=True)
class Texts:
    """A record's texts, ready to be read."""

    interventions: tuple[Treatment, ...]
    arms: tuple[Treatment, ...]
    titles: tuple[Passage, ...]
    keywords: tuple[Passage, ...]
    summary: tuple[Passage, ...]
    description: tuple[Passage, ...]
    observes: bool = False  # the registry's study type OBSERVATIONAL

    @property
    def every(self) -> tuple[Passage, ...]:
        """All passages."""
        listed = (*self.interventions, *self.arms)
        parts = tuple(passage for one in listed for passage in one.passages)
        return (*parts, *self.titles, *self.keywords, *self.summary, *self.description)


def texts_of(record: StudyRecord) -> Texts:
    """The texts of a record; empty ones are left out, eligibility is never among them."""
    texts = _texts(record)
    named = {
        mention.code("type")
        for passage in texts.every
        for mention in passage.mentions
        if mention.phrase not in WEAK_LETTERS
    }
    for passage in texts.every:
        passage.memory["named in full"] = named
    return texts


def _texts(record: StudyRecord) -> Texts:
    identification = record.identification
    return Texts(
        interventions=_interventions(record),
        arms=_arms(record),
        titles=_some(
            ("identification.brief_title", identification.brief_title),
            ("identification.official_title", identification.official_title),
            zone=Zone.TITLE,
        ),
        keywords=_some(
            *((f"keywords[{at}]", word) for at, word in enumerate(record.keywords)),
            zone=Zone.KEYWORD,
        ),
        summary=_some(("brief_summary", record.brief_summary), zone=Zone.SUMMARY),
        description=_some(
            ("detailed_description", record.detailed_description), zone=Zone.DESCRIPTION
        ),
        observes=record.design.study_type == "OBSERVATIONAL",
    )


def _some(*texts: tuple[str, str], zone: Zone) -> tuple[Passage, ...]:
    return tuple(Passage(field, text, zone) for field, text in texts if text.strip())


def _interventions(record: StudyRecord) -> tuple[Treatment, ...]:
    treatments = []
    for at, one in enumerate(record.interventions):
        field = f"interventions[{at}]"
        others = ((f"{field}.other_names[{n}]", name) for n, name in enumerate(one.other_names))
        names = _some((f"{field}.name", one.name), *others, zone=Zone.NAME)
        about = _some((f"{field}.description", one.description), zone=Zone.ABOUT)
        treatments.append(Treatment(names, about, one.type))
    return tuple(treatments)


def _arms(record: StudyRecord) -> tuple[Treatment, ...]:
    arms = []
    for at, one in enumerate(record.arm_groups):
        names = _some((f"arm_groups[{at}].label", one.label), zone=Zone.ARM_LABEL)
        about = _some((f"arm_groups[{at}].description", one.description), zone=Zone.ARM)
        arms.append(Treatment(names, about, one.type))
    return tuple(arms)
