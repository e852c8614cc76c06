"""How the cell product enters the body; never the route of a control or another drug."""

from trials.reading.cells import cues
from trials.reading.cells.given import Given
from trials.reading.cells.route_words import (
    INTO_THE_CORD,
    MEASURED,
    NUMERALS,
    PLACED,
    PRESSURE,
    VERBS,
)
from trials.reading.cells.spots import Spot, cells_in, speaks_of_this_study
from trials.reading.codebook import Route
from trials.reading.evidence import Answer
from trials.reading.passages import Passage, Texts, Zone
from trials.reading.phrases import Mention
from trials.reading.words import word_set

MEANS_THE_CELLS = frozenset({"cells", "they", "them", "these", "product", "suspension"})
RouteAnswer = Answer[tuple[Route, ...]]
FLUID = word_set(
    """
    csf liquor cerebrospinal_fluid lumbar_puncture spinal_tap motor_cortex brain
    """
)


def read_route(given: Given, texts: Texts) -> RouteAnswer:
    """The routes of the product; 'not_stated' where the record names none."""
    for tier in _tiers(given, texts):
        for find in (_routes, _sites):
            spots = [spot for passage in tier for spot in find(passage)]
            if spots:
                return _answer(spots, texts)
    return Answer((Route.NOT_STATED,))


def _tiers(given: Given, texts: Texts) -> list[list[Passage]]:
    stated = [passage for one in given.products for passage in one.passages]
    arms = [passage for arm in given.arms for passage in arm.passages if _is_of_cells(arm.passages)]
    return [[*stated, *arms, *texts.titles], list(texts.summary), list(texts.description)]


def _is_of_cells(passages: tuple[Passage, ...]) -> bool:
    return any(cells_in(one) or "cells" in one.plain for one in passages)


def _routes(passage: Passage) -> list[Spot]:
    return [
        Spot(passage, one)
        for one in passage.mentions
        if one.code("route") and _is_route(passage, one) and _is_of_product(passage, one)
    ]


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
    gives = not cues.STRICT_GIVING.isdisjoint(passage.words_beside(word))
    return gives and bool(cues.INTO & set(before))


def _is_of_product(passage: Passage, word: Mention) -> bool:
    start, end = passage.sentence_of(word)
    near = passage.plain[max(start, word.first - 6) : min(end, word.last + 6)]
    if not cues.ROUTE_OF_A_DRUG.isdisjoint(near):
        return _cell_nearby(passage, word)
    if passage.zone not in {Zone.SUMMARY, Zone.DESCRIPTION}:
        return True
    if not speaks_of_this_study(passage, word) or word.phrase.startswith("subcutaneous"):
        return False
    gives = not cues.STRICT_GIVING.isdisjoint(passage.words_beside(word))
    words = passage.words_beside(word)
    return gives and (_has_cell(passage, word) or not MEANS_THE_CELLS.isdisjoint(words))


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


def _sites(passage: Passage) -> list[Spot]:
    """Cells put into a joint, a disc, a defect: local, though no route is named."""
    return [
        Spot(passage, one)
        for one in passage.mentions
        if one.code("site") and _is_put_there(passage, one) and _is_of_product(passage, one)
    ]


def _is_put_there(passage: Passage, site: Mention) -> bool:
    start, _ = passage.sentence_of(site)
    before = passage.plain[max(start, site.first - 7) : site.first]
    placed = PLACED & set(passage.plain[max(start, site.first - 20) : site.first])
    into = "into" in before or not cues.ONTO.isdisjoint(before[-3:])
    if passage.zone is Zone.ABOUT and "into" in before:
        return True
    return bool(placed) and into


def _answer(spots: list[Spot], texts: Texts) -> RouteAnswer:
    first: dict[Route, Spot] = {}
    for spot in spots:
        code = Route(spot.mention.code("route") or Route.LOCAL)
        first.setdefault(code, spot)
    _settle_spine(first, spots, texts)
    if {Route.INTRACEREBRAL, Route.INTRAVENTRICULAR} <= first.keys() and _only_by_skull(first):
        del first[Route.INTRACEREBRAL]
    evidence = tuple(
        spot.passage.evidence_of(spot.mention, f"{code}: {spot.mention.phrase}")
        for code, spot in first.items()
    )
    return Answer(tuple(sorted(first, key=list(Route).index)), evidence)


def _only_by_skull(first: dict[Route, Spot]) -> bool:
    """A burr hole is the way to a ventricle too."""
    return first[Route.INTRACEREBRAL].mention.phrase in {"craniotomy", "burr hole", "intracranial"}


def _settle_spine(first: dict[Route, Spot], spots: list[Spot], texts: Texts) -> None:
    """'Intraspinal' is often said of a lumbar puncture: then the fluid decides."""
    if Route.INTRASPINAL not in first or _is_surgery(spots):
        return
    fluid = [spot for spot in _in_fluid(texts) if spot.mention.phrase != "IT"]
    if Route.INTRATHECAL in first or fluid:
        first.setdefault(Route.INTRATHECAL, fluid[0] if fluid else spots[0])
        del first[Route.INTRASPINAL]


def _is_surgery(spots: list[Spot]) -> bool:
    spinal = [spot for spot in spots if spot.mention.code("route") == Route.INTRASPINAL]
    return any(spot.mention.phrase != "intraspinal" or _beside_the_other(spot) for spot in spinal)


def _beside_the_other(spot: Spot) -> bool:
    """'intraspinal and intrathecal': two routes, so neither is a name for the other."""
    passage, word = spot
    near = range(word.last, word.last + 8)
    return any(
        one.code("route") == Route.INTRATHECAL and one.first in near
        for one in passage.neighbours(word)
    ) and not INTO_THE_CORD.isdisjoint(passage.plain[word.last : word.last + 8])


def _in_fluid(texts: Texts) -> list[Spot]:
    listed = [passage for one in (*texts.interventions, *texts.arms) for passage in one.passages]
    return [
        spot
        for passage in (*listed, *texts.titles, *texts.summary, *texts.description)
        for spot in _routes(passage)
        if spot.mention.code("route") == Route.INTRATHECAL
    ]
