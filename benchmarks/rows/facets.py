"""All filters' counts of one search, beside one-pass SQL and beside a query for each filter."""

from __future__ import annotations

from collections import Counter

from django.db import connection
from django.http import QueryDict

from benchmarks.outcome import Outcome, at_least
from benchmarks.peers.by_hand.app import counts_of
from benchmarks.peers.by_hand.asking import asked as by_hand
from benchmarks.peers.usual.queries import counts, placed
from benchmarks.questions import questions
from benchmarks.rounds import interleaved
from trials.search.asked import ask
from trials.search.find import counted

Counts = dict[str, dict[str, int]]
TOGETHER = "one-pass SQL by hand (GROUPING SETS)"
APART = "a query for each filter (ORM)"


def outcomes(size: int) -> list[Outcome]:
    """Two lines, each from the address to the counts."""
    asked = questions()
    for query in asked:
        assert ours(query) == one_pass(query) == query_each(query), query
    return [
        at_least("facets", size, what, interleaved(ours, theirs, asked), least=least)
        for what, theirs, least in ((TOGETHER, one_pass, 1.0), (APART, query_each, 3.0))
    ]


def ours(query: str) -> Counts:
    wanted = ask(dict(QueryDict(query).lists()))
    found = counted(wanted.criteria, place=wanted.place)
    return {
        facet.name: {value.value: value.count for value in facet.values if value.count}
        for facet in found.facets
    }


def one_pass(query: str) -> Counts:
    with connection.cursor() as cursor:
        return _plain(counts_of(cursor, by_hand(query)))


def query_each(query: str) -> Counts:
    return _plain(counts(placed(by_hand(query))))


def _plain(counts: dict[str, Counter[str]]) -> Counts:
    names = ("kind", "status", "phase", "cell", "tissue", "donor", "route", "results")
    return {name: dict(+counts[name]) for name in (*names, "country", "state")}
