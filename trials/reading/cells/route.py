"""How the cell product enters the body; never the route of a control or another drug."""

from trials.reading.cells.given import Given
from trials.reading.cells.route_spots import routes, sites
from trials.reading.cells.route_words import INTO_THE_CORD
from trials.reading.cells.spots import Spot, cells_in
from trials.reading.codebook import Route
from trials.reading.evidence import Answer
from trials.reading.passages import Passage, Texts

RouteAnswer = Answer[tuple[Route, ...]]


def read_route(given: Given, texts: Texts) -> RouteAnswer:
    """The routes of the product; 'not_stated' where the record names none."""
    vague: list[Spot] = []
    for tier in _tiers(given, texts):
        for find in (routes, sites):
            spots = [spot for passage in tier for spot in find(passage)]
            exact = [spot for spot in spots if not _is_vague(spot)]
            if exact:
                return _answer(exact, texts)
            vague = vague or spots
    return _answer(vague, texts) if vague else Answer((Route.NOT_STATED,))


def _is_vague(spot: Spot) -> bool:
    """'locally' yields to any exact route, wherever that stands."""
    return spot.mention.phrase.startswith("local")


def _tiers(given: Given, texts: Texts) -> list[list[Passage]]:
    stated = [passage for one in given.products for passage in one.passages]
    arms = [passage for arm in given.arms for passage in arm.passages if _is_of_cells(arm.passages)]
    return [[*stated, *arms, *texts.titles], list(texts.summary), list(texts.description)]


def _is_of_cells(passages: tuple[Passage, ...]) -> bool:
    return any(cells_in(one) or "cells" in one.plain for one in passages)


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
    return any(
        spot.mention.phrase != "intraspinal" or _in_the_marrow(spot) or _beside_the_other(spot)
        for spot in spinal
    )


def _in_the_marrow(spot: Spot) -> bool:
    """'Intramedullary' is the cord itself, never the fluid."""
    return spot.passage.words[spot.mention.first].raw.lower().startswith("intramedul")


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
        for spot in routes(passage)
        if spot.mention.code("route") == Route.INTRATHECAL
    ]
