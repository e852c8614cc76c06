"""Cells that no intervention names: does the prose say that they are given?"""

from enum import StrEnum

from trials.reading.cells import cues
from trials.reading.cells.governing import is_tried
from trials.reading.cells.looked_at import is_measured
from trials.reading.cells.offered import PRODUCT_TYPES, is_prepared, is_vague
from trials.reading.cells.spots import Spot, cells_in, plain_statements, sentence_gives
from trials.reading.cells.standing import is_procedure
from trials.reading.passages import Passage, Texts, Treatment, Zone

# Fat that is cut small and given back: some records call it stem cells, others do not
CUT_FAT = frozenset({"microfragmented", "microfractured", "lipogems", "nanofat", "microfat"})


class Certainty(StrEnum):
    """How plainly the record says that something is given."""

    GIVEN = "given"
    TORN = "torn"
    NOT_GIVEN = "not given"


def unless_observed(texts: Texts) -> Certainty:
    """A study that only observes, and lists nothing, may look back at a treatment."""
    watched = texts.observes and not texts.interventions
    return Certainty.TORN if watched else Certainty.GIVEN


def said_in_prose(texts: Texts, offered: tuple[Treatment, ...]) -> Certainty:
    """Only the prose names the cells: that settles what an 'injection' holds, no more."""
    spots = [spot for one in prose_of(texts) for spot in plain_statements(one)]
    if not texts.interventions:
        spots = [spot for spot in spots if _is_stated(spot)] + tried_in(texts)
    if not spots or is_measured(texts):
        return Certainty.NOT_GIVEN
    if all(is_procedure(spot.mention) for spot in spots):
        return Certainty.NOT_GIVEN if texts.interventions else Certainty.TORN
    if not texts.interventions:
        return unless_observed(texts)
    if any(_is_a_giving(one) for one in offered):
        return Certainty.GIVEN
    possible = any(is_vague(one) for one in offered)
    return Certainty.TORN if possible else Certainty.NOT_GIVEN


def tried_in(texts: Texts) -> list[Spot]:
    """With no intervention listed: 'a study of these cells in people with ALS'."""
    if texts.interventions:
        return []
    return [spot for one in texts.summary for spot in cells_in(one) if is_tried(spot)]


def _is_stated(spot: Spot) -> bool:
    """With no intervention listed, immune cells must be said to be made, and given."""
    if is_procedure(spot.mention):
        return spot.passage.zone is Zone.SUMMARY
    if spot.mention.code("kind") != "other":
        return True
    words = spot.passage.words_beside(spot.mention)
    return is_prepared(spot.passage, spot.mention) or not cues.OWN.isdisjoint(words)


def torn_in_arms(texts: Texts, arms: tuple[Treatment, ...]) -> Certainty:
    """A transplant that only an arm's or a drug's description speaks of."""
    told = [text for arm in arms for text in arm.about]
    told += [text for one in texts.interventions for text in one.about]
    spots = [spot for text in told for spot in cells_in(text) if is_procedure(spot.mention)]
    return Certainty.TORN if any(sentence_gives(spot) for spot in spots) else Certainty.NOT_GIVEN


def is_cut_fat(texts: Texts) -> bool:
    names = {word for one in texts.interventions for name in one.names for word in name.plain}
    told = (*texts.titles, *texts.keywords, *texts.summary)
    return not names.isdisjoint(CUT_FAT) and any(cells_in(one) for one in told)


def is_open(texts: Texts, offered: tuple[Treatment, ...]) -> bool:
    return not texts.interventions or any(is_vague(one) for one in offered)


def _is_a_giving(treatment: Treatment) -> bool:
    """Called by nothing but the act: 'intrathecal injection', 'transplantation'."""
    return treatment.kind in PRODUCT_TYPES and any(
        not cues.STRICT_GIVING.isdisjoint(name.plain) for name in treatment.names
    )


def prose_of(texts: Texts) -> tuple[Passage, ...]:
    return (*texts.summary, *texts.description)
