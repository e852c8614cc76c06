"""The whole search request beside the usual Django ways to answer it."""

from __future__ import annotations

import json
from functools import partial

from benchmarks import site
from benchmarks.outcome import Outcome, at_least
from benchmarks.questions import questions
from benchmarks.rounds import interleaved
from benchmarks.rows.page import assert_same
from benchmarks.visible import visible

USUAL = "benchmarks.peers.usual.views"
REST = "benchmarks.peers.rest"
GOALS = {(USUAL, 10_000): 3.0, (REST, 10_000): 1.5}


def outcomes(size: int) -> list[Outcome]:
    """Two lines: a page of Django templates, and a JSON API."""
    asked = questions()
    usual = partial(site.get, "/trials/", urls=USUAL)
    rest = partial(site.get, "/trials/", urls=REST)
    found = []
    with site.nothing_kept():
        for query in asked:
            ours = site.search_page(query)
            assert_same(ours, usual(query), query)
            assert_same_json(ours, rest(query), query)
        for urls, peer, what in (
            (USUAL, usual, "usual Django: ORM, query a filter, Django template"),
            (REST, rest, "REST framework, django-filter, counts"),
        ):
            timing = interleaved(site.search_page, peer, asked)
            least = GOALS.get((urls, size))
            found.append(at_least("peer", size, what, timing, least=least))
    return found


def assert_same_json(ours: str, theirs: str, query: str) -> None:
    """Equal studies in equal order, equal totals, and every count that our page shows."""
    mine, others = visible(ours), json.loads(theirs)
    listed = [study["nct_id"] for study in others["results"]]
    assert mine.total == others["count"], query
    assert len(mine.cards) == len(listed), query
    assert all(nct_id in card for nct_id, card in zip(listed, mine.cards, strict=True)), query
    for (name, value), text in mine.options.items():
        if name in others["facets"] and value:
            assert text.endswith(f"({others['facets'][name].get(value, 0)})"), (query, name, text)
