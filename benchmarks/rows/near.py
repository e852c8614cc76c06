"""The nearest matching site of each study, with words and counts, beside SQL and NumPy.

All three answer the same: the first page's studies in order, each with its nearest matching site
and the distance to it, and the counts of every filter. NumPy works out every distance by brute
force, so it is the proof of the others as well as a contestant.
"""

from __future__ import annotations

from itertools import product
from urllib.parse import urlencode

from django.db import connection
from django.http import QueryDict

from benchmarks.outcome import Outcome, at_least
from benchmarks.peers.by_hand.app import found_rows, hits_of, rows_of_hits
from benchmarks.peers.by_hand.asking import asked as by_hand
from benchmarks.peers.by_hand.cards import nearest_site
from benchmarks.rounds import interleaved
from benchmarks.rows import facets
from trials.places import place_by_slug
from trials.search.asked import ask
from trials.search.find import search

TOWNS = (
    "boston-ma-us", "seoul-kr", "los-angeles-ca-us", "tel-aviv-il", "paris-fr", "warsaw-pl",
    "suva-fj", "anchorage-ak-us", "auckland-nz", "sao-paulo-br",
)  # fmt: skip
ALSO: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("q", "riluzole"), ("status", "RECRUITING")),
    (("q", "mesenchymal"), ("within", "250")),
    (("status", "RECRUITING"), ("status", "NOT_YET_RECRUITING"), ("within", "1000")),
)
CLOSE = 1e-6  # km: a millimetre
Found = list[tuple[int, float, int]]
"""Study, km, position of the site that is so far away."""


def outcomes(size: int) -> list[Outcome]:
    """Two lines, over forty questions."""
    asked = questions()
    for query in asked:
        assert facets.ours(query) == facets.one_pass(query), query
        assert_same(ours(query), by_sql(query), query)
        assert_same(ours(query), brute(query), query)
    return [
        at_least("near", size, what, interleaved(ours, theirs, asked), least=1.0)
        for what, theirs in OTHERS
    ]


def questions() -> list[str]:
    """Every town that the gazetteer has, with each set of other choices."""
    towns = [slug for slug in TOWNS if place_by_slug(slug)]
    return [urlencode([("near", slug), *more]) for slug, more in product(towns, ALSO)]


def ours(query: str) -> Found:
    wanted = ask(dict(QueryDict(query).lists()))
    found = search(wanted.criteria, place=wanted.place)
    return [
        (hit.study.pk, hit.distance_km or 0.0, hit.nearest.position if hit.nearest else -1)
        for hit in found.hits
    ]


def by_sql(query: str) -> Found:
    wanted = by_hand(query)
    with connection.cursor() as cursor:
        hits = hits_of(found_rows(cursor, wanted))
        found = [(int(values[0]), distance) for _hit, values, _number, distance in hits]
        _studies, sites = rows_of_hits(cursor, [key for key, _distance in found])
    return [(key, km, nearest_site(sites[key], wanted)["position"]) for key, km in found]


def brute(query: str) -> Found:
    from benchmarks.peers.brute_force import nearest  # noqa: PLC0415 needs NumPy

    return nearest(query, page_size=20)


def assert_same(mine: Found, others: Found, query: str) -> None:
    """Equal studies in equal order, equal sites, equal distances."""
    assert [(key, at) for key, _km, at in mine] == [(key, at) for key, _km, at in others], query
    for (_key, mine_km, _at), (_other, other_km, _its) in zip(mine, others, strict=True):
        assert abs(mine_km - other_km) < CLOSE, (query, mine_km, other_km)


OTHERS = (
    ("best SQL by hand, same answer", by_sql),
    ("NumPy brute force, counts by SQL", brute),
)
