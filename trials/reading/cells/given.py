"""What a study gives: the places that name it, from the strongest statement down.

The registry asks sponsors to list what is given as interventions, so an intervention's
name decides first, then what is said about it, the arms, the titles, and only then prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from trials.reading.cells import cues
from trials.reading.cells.standing import is_procedure, objection
from trials.reading.cells.words_of_types import WEAK_LETTERS
from trials.reading.codebook import CellType, Tissue
from trials.reading.passages import Passage, Texts, Treatment
from trials.reading.phrases import Mention, Sense
from trials.reading.words import word_set

PRODUCT_TYPES = frozenset(
    {"BIOLOGICAL", "GENETIC", "PROCEDURE", "COMBINATION_PRODUCT", "OTHER", ""}
)
NEVER_A_PRODUCT = frozenset({"DIAGNOSTIC_TEST", "BEHAVIORAL", "RADIATION"})
NOT_GIVEN_ARMS = frozenset({"PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "NO_INTERVENTION"})
STRICT_GIVING = cues.GIVING - word_set(
    """
    use using used therapy therapies treatment treatments treat treated therapeutic dose
    doses apply applied application
    """
)


CORD_BLOOD_CELLS = (Sense("type", CellType.HAEMATOPOIETIC), Sense("kind", "stem"))
# Fat that is cut small and given back: some records call it stem cells, others do not
CUT_FAT = frozenset({"microfragmented", "microfractured", "lipogems", "nanofat", "microfat"})


THERAPY = STRICT_GIVING | {"therapy", "treatment", "safety", "tolerability", "efficacy"}


class Spot(NamedTuple):
    """A cell named where it is given."""

    passage: Passage
    mention: Mention


class Certainty(StrEnum):
    """How plainly the record says that something is given."""

    GIVEN = "given"
    TORN = "torn"
    NOT_GIVEN = "not given"


@dataclass(frozen=True)
class Given:
    """The cell products of a study and the spots that name them, tier by tier."""

    certainty: Certainty
    tiers: tuple[tuple[Spot, ...], ...] = ()
    products: tuple[Treatment, ...] = ()
    arms: tuple[Treatment, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        return tuple(spot for tier in self.tiers for spot in tier)


def cells_in(passage: Passage) -> list[Spot]:
    """Cells (or cell-free products) named in a passage with nothing to object."""
    if "cells" not in passage.memory:
        passage.memory["cells"] = [
            Spot(passage, mention)
            for mention in passage.mentions
            if mention.code("kind")
            and _is_named_in_full(passage, mention)
            and not objection(passage, mention)
        ]
    return list(passage.memory["cells"])


def _is_named_in_full(passage: Passage, mention: Mention) -> bool:
    """Letters with several meanings need the full name somewhere in the record."""
    if mention.phrase not in WEAK_LETTERS:
        return True
    return mention.code("type") in passage.memory.get("named in full", ())


def is_control(treatment: Treatment) -> bool:
    """A placebo, a sham, or an arm in which nothing is given."""
    words = {word for name in treatment.names for word in name.plain}
    if treatment.kind in NOT_GIVEN_ARMS:
        return True
    if cues.CONTROL.isdisjoint(words):
        return False
    return not any(cells_in(name) for name in treatment.names) or any(
        name.plain[:1] and name.plain[0] in cues.CONTROL for name in treatment.names[:1]
    )


def is_taken(treatment: Treatment) -> bool:
    """Something taken from the person, or a look at them: a biopsy, a scan."""
    words = {word for name in treatment.names[:1] for word in name.plain}
    if treatment.kind in NEVER_A_PRODUCT:
        return True
    return bool(cues.TAKEN_NOT_GIVEN & words) and words.isdisjoint(STRICT_GIVING)


def given_of(texts: Texts) -> Given:
    """What the study gives, as far as its record says."""
    offered = tuple(one for one in texts.interventions if not is_control(one) and not is_taken(one))
    arms = tuple(one for one in texts.arms if not is_control(one))
    products = tuple(one for one in offered if _name_spots(one) or _about_spots(one))
    if products:
        return _from(texts, products, arms)
    if any(_arm_spots(arm) for arm in arms):
        return _from(texts, (), arms)
    certainty = _said_in_titles(texts, offered)
    if certainty is Certainty.NOT_GIVEN:
        certainty = _said_in_prose(texts, offered)
    if certainty is Certainty.GIVEN:
        return _from(texts, tuple(one for one in offered if is_vague(one)), arms)
    if certainty is Certainty.TORN or _is_cut_fat(texts):
        return Given(Certainty.TORN)
    return Given(_torn_in_arms(texts, arms))


def _is_cut_fat(texts: Texts) -> bool:
    names = {word for one in texts.interventions for name in one.names for word in name.plain}
    told = (*texts.titles, *texts.keywords, *texts.summary)
    return not names.isdisjoint(CUT_FAT) and any(cells_in(one) for one in told)


def _from(texts: Texts, products: tuple[Treatment, ...], arms: tuple[Treatment, ...]) -> Given:
    names = [spot for one in products for spot in _name_spots(one)]
    about = [spot for one in products for spot in _about_spots(one)]
    in_arms = [spot for arm in arms for spot in _arm_spots(arm)]
    titles = [spot for title in texts.titles for spot in cells_in(title)]
    prose = [[s for one in part for s in plain_statements(one)] for part in _prose_parts(texts)]
    keywords = [spot for word in texts.keywords for spot in cells_in(word)]
    tiers = (names, about, in_arms, titles, keywords, *prose)
    return Given(Certainty.GIVEN, tuple(tuple(tier) for tier in tiers), products, arms)


def _prose_parts(texts: Texts) -> tuple[tuple[Passage, ...], ...]:
    return (texts.summary, texts.description)


def _prose(texts: Texts) -> tuple[Passage, ...]:
    return (*texts.summary, *texts.description)


def _name_spots(treatment: Treatment) -> list[Spot]:
    spots = [spot for name in treatment.names for spot in cells_in(name)]
    return spots or [spot for name in treatment.names for spot in _cord_blood(name)]


def _cord_blood(name: Passage) -> list[Spot]:
    """An intervention that is called only 'umbilical cord blood' is its transplant."""
    return [
        Spot(name, one._replace(senses=(*one.senses, *CORD_BLOOD_CELLS)))
        for one in name.mentions
        if one.code("tissue") == Tissue.CORD_BLOOD and len(name.words) <= one.last + 1
    ]


def _about_spots(treatment: Treatment) -> list[Spot]:
    named = any(cells_in(name) for name in treatment.names)
    return [
        spot
        for text in treatment.about
        for spot in cells_in(text)
        if named or _defines(spot, treatment)
    ]


def _defines(spot: Spot, treatment: Treatment) -> bool:
    """Does the description say what the product is, or that these cells are given?"""
    passage, mention = spot
    start, _ = passage.sentence_of(mention)
    gives = _sentence_gives(spot)
    if is_procedure(mention):
        words = {word for name in treatment.names for word in name.plain}
        return gives and not words.isdisjoint(STRICT_GIVING)
    if mention.code("kind") == "other":
        return gives and _is_prepared(passage, mention)
    return gives or mention.first - start <= 8


def _is_prepared(passage: Passage, mention: Mention) -> bool:
    """Immune and liver cells are also what drugs act on: here they must have a donor."""
    engineered = mention.phrase.startswith(("CAR", "chimeric", "TCR", "DLI", "lymphocyte infusion"))
    return engineered or any(one.code("donor") for one in passage.neighbours(mention))


def _arm_spots(arm: Treatment) -> list[Spot]:
    labels = [spot for name in arm.names for spot in cells_in(name)]
    said = [spot for text in arm.about for spot in cells_in(text)]
    return labels + [
        spot for spot in said if not is_procedure(spot.mention) and _defines(spot, arm)
    ]


def is_vague(treatment: Treatment) -> bool:
    """Could this intervention be cells under another name (a code, a brand, 'injection')?"""
    if treatment.kind in PRODUCT_TYPES:
        return True
    words = [word for name in treatment.names for word in name.words]
    return any(
        word.plain in cues.GIVING or word.plain in {"cell", "cells", "biological", "stem"}
        or any(map(str.isdigit, word.raw)) or (len(word.raw) > 2 and word.raw.isupper())
        for word in words
    )  # fmt: skip


def _is_open(texts: Texts, offered: tuple[Treatment, ...]) -> bool:
    return not texts.interventions or any(is_vague(one) for one in offered)


def _said_in_titles(texts: Texts, offered: tuple[Treatment, ...]) -> Certainty:
    if any(not cues.ASKED.isdisjoint(title.plain) for title in texts.titles):
        return Certainty.NOT_GIVEN
    spots = [spot for title in texts.titles for spot in cells_in(title) if _gives(spot)]
    if not spots:
        return _past_in_titles(texts)
    if all(is_procedure(spot.mention) for spot in spots):
        return _transplant_in_titles(texts)
    if _is_open(texts, offered) or any(plain_statements(one) for one in _prose(texts)):
        return Certainty.GIVEN
    return Certainty.TORN if offered else Certainty.NOT_GIVEN


def _said_in_prose(texts: Texts, offered: tuple[Treatment, ...]) -> Certainty:
    """Only the prose names the cells: that settles what an 'injection' holds, no more."""
    spots = [spot for one in _prose(texts) for spot in plain_statements(one)]
    if not spots or all(is_procedure(spot.mention) for spot in spots):
        return Certainty.NOT_GIVEN
    if any(_is_a_giving(one) for one in offered):
        return Certainty.GIVEN
    possible = any(is_vague(one) for one in offered)
    return Certainty.TORN if possible else Certainty.NOT_GIVEN


def _is_a_giving(treatment: Treatment) -> bool:
    """Called by nothing but the act: 'intrathecal injection', 'transplantation'."""
    return treatment.kind in PRODUCT_TYPES and any(
        not STRICT_GIVING.isdisjoint(name.plain) for name in treatment.names
    )


def _gives(spot: Spot) -> bool:
    """Immune cells are named in many titles as what a drug acts on, pluripotent cells as what
    is grown in a laboratory: ask for more there."""
    plain = set(spot.passage.plain)
    if spot.mention.code("type") == CellType.PLURIPOTENT_DERIVED:
        return cues.STUDIED.isdisjoint(plain) and not plain.isdisjoint(THERAPY)
    if spot.mention.code("kind") != "other":
        return True
    donors = any(one.code("donor") for one in spot.passage.mentions)
    return donors or not plain.isdisjoint(cues.GIVING - {"use", "using", "used"})


def _transplant_in_titles(texts: Texts) -> Certainty:
    named = [(title, one) for title in texts.titles for one in title.mentions if is_procedure(one)]
    if any(objection(title, one) for title, one in named):
        return Certainty.NOT_GIVEN
    return Certainty.TORN if texts.interventions else Certainty.GIVEN


def _past_in_titles(texts: Texts) -> Certainty:
    """A follow-up of people treated earlier, with no intervention listed: may be either."""
    past = any(
        objection(title, one) == "cells given earlier"
        for title in texts.titles
        for one in title.mentions
        if one.code("kind")
    )
    return Certainty.TORN if past and not texts.interventions else Certainty.NOT_GIVEN


def _torn_in_arms(texts: Texts, arms: tuple[Treatment, ...]) -> Certainty:
    """A transplant that only an arm's or a drug's description speaks of."""
    told = [text for arm in arms for text in arm.about]
    told += [text for one in texts.interventions for text in one.about]
    spots = [spot for text in told for spot in cells_in(text) if is_procedure(spot.mention)]
    return Certainty.TORN if any(_sentence_gives(spot) for spot in spots) else Certainty.NOT_GIVEN


def _sentence_gives(spot: Spot) -> bool:
    return not STRICT_GIVING.isdisjoint(spot.passage.words_beside(spot.mention))


def plain_statements(passage: Passage) -> list[Spot]:
    """Cells in prose, where the sentence says that they are given in this study."""
    return [
        spot
        for spot in cells_in(passage)
        if _sentence_gives(spot) and speaks_of_this_study(passage, spot.mention)
    ]


def _is_animal_work(passage: Passage, mention: Mention) -> bool:
    """'animal models', not 'animal-derived reagents'."""
    start, end = passage.sentence_of(mention)
    pairs = zip(passage.plain[start:end], passage.plain[start + 1 : end], strict=False)
    return any(one == "animal" and two in cues.ANIMAL_WORK for one, two in pairs)


def speaks_of_this_study(passage: Passage, mention: Mention) -> bool:
    """Not of animals, of others' work, or of cells in general."""
    words = passage.words_beside(mention)
    if not words.isdisjoint(cues.ANIMAL):
        return False
    if "animal" in words and _is_animal_work(passage, mention):
        return False
    if {"this", "we", "will", "our"} & words:
        return True
    return words.isdisjoint(cues.EARLIER_WORK) and words.isdisjoint(cues.IN_GENERAL)
