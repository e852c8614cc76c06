"""Where a passage names a way into the body that is the cell product's."""

from trials.reading.cells import cues
from trials.reading.cells.contrast import is_contrasted
from trials.reading.cells.route_places import places
from trials.reading.cells.route_words import (
    MEASURED,
    NUMERALS,
    OTHER_PRODUCTS,
    PLACED,
    PRESSURE,
    VERBS,
)
from trials.reading.cells.spots import Spot, speaks_of_this_study
from trials.reading.passages import Passage, Zone
from trials.reading.phrases import Mention
from trials.reading.words import word_set

MEANS_THE_CELLS = frozenset({"cells", "they", "them", "these", "product", "suspension"})
PROSE = frozenset({Zone.SUMMARY, Zone.DESCRIPTION})
NEAR = 6  # words
BY = frozenset({"by", "via", "through"})
ARTICLES = frozenset({"a", "an", "the", "single", "repeated", "standard"})
DOSES = frozenset({"dose", "doses", "dosing", "treatment", "treatments"})
FLUID = word_set(
    """
    csf liquor cerebrospinal_fluid lumbar_puncture spinal_tap motor_cortex brain
    """
)


def routes(passage: Passage) -> list[Spot]:
    """Routes by name, and places that the product is put into."""
    named = [
        Spot(passage, one)
        for one in passage.mentions
        if one.code("route") and _is_route(passage, one) and is_of_product(passage, one)
    ]
    taken = {at for spot in named for at in range(spot.mention.first, spot.mention.last)}
    entered = [
        spot
        for spot in places(passage)
        if taken.isdisjoint(range(spot.mention.first, spot.mention.last))
        and is_of_product(passage, spot.mention)
    ]
    return [*named, *entered]


def _is_route(passage: Passage, word: Mention) -> bool:
    start, end = passage.sentence_of(word)
    before = passage.plain[max(start, word.first - 3) : word.first]
    after = passage.plain[word.last : min(end, word.last + 2)]
    after = after[: after.index("without")] if "without" in after else after
    if word.phrase == "IT" and after[:1] and after[0] in VERBS:
        return False
    if word.phrase in {"IV", "iv"} and before[-1:] and before[-1] in NUMERALS:
        return False
    if PRESSURE & set(after) or cues.ROUTE_OF_A_DRUG & set(after):
        return False
    if word.phrase.lower().replace(" ", "_") in FLUID or word.phrase.endswith("fluid"):
        return _is_entered(passage, word, before, after)
    return True


def _is_entered(passage: Passage, word: Mention, before: list[str], after: list[str]) -> bool:
    """Fluid is also drawn and measured: it is a route where something is put into it."""
    if before[-1:] in (["g"], ["gm"], ["m"]) or MEASURED & set(after):
        return False
    if word.phrase == "lumbar puncture" and _has_cell(passage, word):
        return True
    if _is_by_way_of(passage, word):
        return True
    gives = not cues.STRICT_GIVING.isdisjoint(passage.words_beside(word))
    return gives and bool(cues.INTO & set(before))


def _is_by_way_of(passage: Passage, word: Mention) -> bool:
    """'three doses via lumbar puncture'; in what is said of the product, 'by' is enough."""
    start, _ = passage.sentence_of(word)
    at = word.first - 1
    while at > start and passage.plain[at] in ARTICLES:
        at -= 1
    if at < start or passage.plain[at] not in BY:
        return False
    return passage.zone not in PROSE or not DOSES.isdisjoint(passage.words_beside(word))


def is_of_product(passage: Passage, word: Mention) -> bool:
    start, end = passage.sentence_of(word)
    near = passage.plain[max(start, word.first - NEAR) : min(end, word.last + NEAR)]
    if not cues.ROUTE_OF_A_DRUG.isdisjoint(near):
        return _cell_nearby(passage, word)
    if passage.zone not in PROSE:
        return True
    if not speaks_of_this_study(passage, word) or word.phrase.startswith("subcutaneous"):
        return False
    return not is_contrasted(passage, word) and _prose_means_the_product(passage, word)


def _prose_means_the_product(passage: Passage, word: Mention) -> bool:
    words = passage.words_beside(word)
    gives = not cues.STRICT_GIVING.isdisjoint(words)
    if gives and (_has_cell(passage, word) or not MEANS_THE_CELLS.isdisjoint(words)):
        return True
    if not OTHER_PRODUCTS.isdisjoint(_clause(passage, word)):
        return False
    return gives or _touches_cells(passage, word) or _is_by_way_of(passage, word)


def _clause(passage: Passage, word: Mention) -> list[str]:
    """The words of the sentence; of a list 'MSC: ...; placebo: ...' only the own part."""
    start, end = passage.sentence_of(word)
    return passage.plain[start:end]


def _touches_cells(passage: Passage, word: Mention) -> bool:
    """'intravenous and intrathecal MSC', 'MSC: three doses by lumbar puncture'."""
    return any(
        one.code("kind") and min(abs(one.first - word.last), abs(word.first - one.last)) <= NEAR
        for one in passage.neighbours(word)
    )


def _cell_nearby(passage: Passage, word: Mention) -> bool:
    """In a list of drugs, the route must touch the cells."""
    start, end = passage.sentence_of(word)
    if "cells" in passage.plain[max(word.first - 4, start) : min(word.last + 4, end)]:
        return True
    return any(
        one.code("kind") and min(abs(one.first - word.last), abs(word.first - one.last)) <= 3
        for one in passage.neighbours(word)
    )


def _has_cell(passage: Passage, word: Mention) -> bool:
    return any(one.code("kind") for one in passage.neighbours(word))


def sites(passage: Passage) -> list[Spot]:
    """Cells put into a joint, a disc, a defect: local, though no route is named."""
    return [
        Spot(passage, one)
        for one in passage.mentions
        if one.code("site") and _is_put_there(passage, one) and is_of_product(passage, one)
    ]


def _is_put_there(passage: Passage, site: Mention) -> bool:
    start, _ = passage.sentence_of(site)
    before = passage.plain[max(start, site.first - 7) : site.first]
    placed = PLACED & set(passage.plain[max(start, site.first - 20) : site.first])
    into = "into" in before or not cues.ONTO.isdisjoint(before[-3:])
    if passage.zone is Zone.ABOUT and "into" in before:
        return True
    return bool(placed) and into
