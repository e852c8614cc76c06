"""The whole search request beside the same page written by hand."""

from __future__ import annotations

from benchmarks import site
from benchmarks.outcome import Outcome, at_most
from benchmarks.peers.by_hand.app import search_page
from benchmarks.questions import questions
from benchmarks.rounds import interleaved
from benchmarks.visible import visible

GOALS = {100: 4.0, 10_000: 2.5}


def outcomes(size: int) -> list[Outcome]:
    """One line; the middleware, the address, the search and the template are all in it."""
    asked = questions()
    with site.nothing_kept():
        for query in asked:
            assert_same(site.search_page(query), search_page(query), query)
        timing = interleaved(site.search_page, search_page, asked)
        bytes_of = [len(make(asked[0])) for make in (site.search_page, search_page)]
    note = f"{len(asked)} questions; {bytes_of[0]:,} against {bytes_of[1]:,} characters a page"
    what = "page by hand: WSGI, SQL, strings"
    return [at_most("page", size, what, timing, most=GOALS.get(size), note=note)]


def assert_same(ours: str, theirs: str, query: str) -> None:
    """Equal studies in equal order, equal words on their cards, equal totals and counts."""
    mine, others = visible(ours), visible(theirs)
    assert mine.total == others.total, (query, mine.heading, others.heading)
    assert mine.cards == others.cards, (query, _first_difference(mine.cards, others.cards))
    assert mine.options == others.options, (
        query,
        set(mine.options.items()) ^ set(others.options.items()),
    )


def _first_difference(mine: list[str], others: list[str]) -> object:
    pairs = zip(mine, others, strict=False)
    return next((pair for pair in pairs if pair[0] != pair[1]), (len(mine), len(others)))
