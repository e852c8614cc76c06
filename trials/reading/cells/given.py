"""What a study gives: the places that name it, from the strongest statement down.

The registry asks sponsors to list what is given as interventions, so an intervention's
name decides first, then what is said about it, the arms, the titles, and only then prose.
"""

from __future__ import annotations

from dataclasses import dataclass

from trials.reading.cells.defined import defined_spots
from trials.reading.cells.looked_at import is_denied
from trials.reading.cells.offered import (
    about_spots,
    arm_spots,
    is_control,
    is_taken,
    is_vague,
    name_spots,
)
from trials.reading.cells.spots import Spot, cells_in, plain_statements
from trials.reading.cells.told_in_prose import (
    Certainty,
    is_cut_fat,
    said_in_prose,
    torn_in_arms,
    tried_in,
)
from trials.reading.cells.told_in_titles import said_in_titles
from trials.reading.passages import Texts, Treatment


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


def given_of(texts: Texts) -> Given:
    """What the study gives, as far as its record says."""
    offered = tuple(one for one in texts.interventions if not is_control(one) and not is_taken(one))
    arms = tuple(one for one in texts.arms if not is_control(one))
    products = tuple(one for one in offered if _is_product(one, texts))
    if products:
        return _from(texts, products, arms)
    if any(arm_spots(arm) for arm in arms):
        return _from(texts, (), arms)
    if is_denied(texts):
        return Given(Certainty.NOT_GIVEN)
    certainty = said_in_titles(texts, offered)
    if certainty is Certainty.NOT_GIVEN or not texts.interventions:
        certainty = max(certainty, said_in_prose(texts, offered), key=list(Certainty)[::-1].index)
    if certainty is Certainty.GIVEN:
        return _from(texts, tuple(one for one in offered if is_vague(one)), arms)
    if certainty is Certainty.TORN or is_cut_fat(texts):
        return Given(Certainty.TORN)
    return Given(torn_in_arms(texts, arms))


def _is_product(one: Treatment, texts: Texts) -> bool:
    return bool(name_spots(one) or about_spots(one) or defined_spots(one, texts))


def _from(texts: Texts, products: tuple[Treatment, ...], arms: tuple[Treatment, ...]) -> Given:
    names = [spot for one in products for spot in name_spots(one)]
    about = [spot for one in products for spot in (*about_spots(one), *defined_spots(one, texts))]
    in_arms = [spot for arm in arms for spot in arm_spots(arm)]
    titles = [spot for title in texts.titles for spot in cells_in(title)]
    prose = [
        [s for one in part for s in plain_statements(one)]
        for part in (texts.summary, texts.description)
    ]
    keywords = [spot for word in texts.keywords for spot in cells_in(word)]
    tiers = (names, about, in_arms, titles, keywords, *prose, tried_in(texts))
    return Given(Certainty.GIVEN, tuple(tuple(tier) for tier in tiers), products, arms)
