"""Cells that only the titles name: do they say that the cells are given?

Titles are long-winded about people who had a transplant, about drugs that act on cells,
about surveys; so here a reader may be torn, and the reading abstains.
"""

from trials.reading.cells import cues
from trials.reading.cells.governing import is_governed
from trials.reading.cells.looked_at import is_measured
from trials.reading.cells.offered import is_a_code
from trials.reading.cells.spots import Spot, cells_in, plain_statements
from trials.reading.cells.standing import is_procedure, objection
from trials.reading.cells.told_in_prose import Certainty, is_open, prose_of, unless_observed
from trials.reading.codebook import CellType
from trials.reading.passages import Texts, Treatment

THERAPY = cues.STRICT_GIVING | {"therapy", "treatment", "safety", "tolerability", "efficacy"}


def said_in_titles(texts: Texts, offered: tuple[Treatment, ...]) -> Certainty:
    """What the titles tell, with the prose where they tell too little."""
    if any(not cues.ASKED.isdisjoint(title.plain) for title in texts.titles):
        return Certainty.NOT_GIVEN
    spots = [spot for title in texts.titles for spot in cells_in(title) if _gives(spot)]
    if not spots:
        return _under_a_code(texts, offered) or _past_in_titles(texts)
    if all(is_procedure(spot.mention) for spot in spots):
        return _transplant_in_titles(texts)
    return Certainty.NOT_GIVEN if is_measured(texts) else _named(spots, texts, offered)


def _named(spots: list[Spot], texts: Texts, offered: tuple[Treatment, ...]) -> Certainty:
    if any(plain_statements(one) for one in prose_of(texts)):
        return unless_observed(texts)
    if is_open(texts, offered):
        told = any(is_governed(spot) or _speaks_of_therapy(spot) for spot in spots)
        return unless_observed(texts) if told or offered else Certainty.TORN
    return Certainty.TORN if offered else Certainty.NOT_GIVEN


def _speaks_of_therapy(spot: Spot) -> bool:
    """A word of treatment, a donor, or a route."""
    described = any(one.code("donor") or one.code("route") for one in spot.passage.mentions)
    return described or not THERAPY.isdisjoint(spot.passage.plain)


def _under_a_code(texts: Texts, offered: tuple[Treatment, ...]) -> Certainty | None:
    """Immune cells in the title, and nothing listed, or a product under a code."""
    if texts.interventions and not any(is_a_code(one) for one in offered):
        return None
    named = any(
        spot.mention.code("kind") == "other" for title in texts.titles for spot in cells_in(title)
    )
    return Certainty.TORN if named and not is_measured(texts) else None


def _gives(spot: Spot) -> bool:
    """Immune cells are named in many titles as what a drug acts on, pluripotent cells as what
    is grown in a laboratory: ask for more there."""
    plain = set(spot.passage.plain)
    if spot.mention.code("type") == CellType.PLURIPOTENT_DERIVED:
        return cues.STUDIED.isdisjoint(plain) and not plain.isdisjoint(THERAPY)
    if spot.mention.code("kind") != "other":
        return True
    donors = any(one.code("donor") for one in spot.passage.mentions)
    return donors or is_governed(spot)


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
