"""What is asked: words from the commonest to the rarest, real phrases, filters, places, orders.

Every question is the query of an address of /trials/; they rotate, so that none is answered
from the last one's warmth alone.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from django.db import connection

from trials.places import place_by_slug
from trials.search.parsing import parse

# Share of the studies that hold the word.
STRATA = (0.5, 0.1, 0.01, 0.001, 0.0001)
EACH = 3
LOOKED_AT = 20_000  # studies whose words are counted: enough to tell the strata apart

PHRASES = (
    "ALS",
    "motor neurone disease",
    "mesenchymal",
    "bone marrow",
    '"spinal cord"',
    "intrathecal autologous",
    "neural progenitor cells",
    "NurOwn",
    "riluzole stable dose",
    "MSC Boston",
)
FILTERED: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("status", "RECRUITING"),),
    (("status", "RECRUITING"), ("status", "NOT_YET_RECRUITING"), ("phase", "PHASE2")),
    (("cell", "mesenchymal"), ("donor", "autologous")),
    (("cell", "neural"), ("route", "intraspinal")),
    (("tissue", "adipose"), ("status", "COMPLETED")),
    (("country", "US"), ("status", "RECRUITING")),
    (("country", "US"), ("state", "US-MA"), ("state", "US-FL")),
    (("country", "IL"), ("country", "KR")),
    (("kind", "stem_cells"), ("kind", "cell_free_product")),
    (("results", "yes"),),
    (("since", "2026-09-01"), ("sort", "updated")),
    (("page", "2"),),
    (("q", "riluzole"), ("status", "RECRUITING"), ("country", "US")),
    (("q", "placebo"), ("phase", "PHASE3"), ("sort", "updated")),
    (("phase", "PHASE4"), ("cell", "muse"), ("country", "FJ")),
)
NEAR: tuple[tuple[tuple[str, str], ...], ...] = (
    (("near", "boston-ma-us"), ("within", "100"), ("status", "RECRUITING")),
    (("near", "seoul-kr"),),
    (("q", "mesenchymal"), ("near", "los-angeles-ca-us"), ("within", "250")),
    (("q", "riluzole"), ("near", "tel-aviv-il"), ("within", "500"), ("unit", "km")),
    (("near", "suva-fj"), ("within", "1000"), ("unit", "km")),
    (("near", "paris-fr"), ("country", "FR"), ("country", "BE")),
    (("near", "anchorage-ak-us"), ("status", "RECRUITING"), ("within", "500")),
    (("near", "warsaw-pl"), ("cell", "mesenchymal"), ("sort", "updated")),
)
# One more choice that most studies pass, so that a question stays as hard as it was.
WIDE: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("since", "2015-01-01"),),
    (("sort", "updated"),),
    (("status", "COMPLETED"), ("status", "RECRUITING"), ("status", "UNKNOWN")),
)


def questions() -> list[str]:
    """At least 40, for the catalogue that is there now; none of them twice."""
    near = [pairs for pairs in NEAR if place_by_slug(dict(pairs)["near"])]
    asked = [(("q", words),) for words in (*words_by_stratum(), "xylophonist", *PHRASES)]
    return list(dict.fromkeys(urlencode(pairs) for pairs in (*asked, *FILTERED, *near)))


def new_questions() -> list[str]:
    """At least 150, no two of them the same search: the questions, each with one choice more."""
    asked = [query for query in questions() if "page=" not in query]
    found: dict[str, str] = {}
    for choice in WIDE:
        for query in asked:
            more = "&".join(filter(None, (query, urlencode(choice))))
            if choice and ("since=" in query or "sort=" in query):
                continue  # of these, an address has one
            found.setdefault(parse(parse_qs(more)).criteria.query_string(), more)
    return list(found.values())


def words_by_stratum() -> list[str]:
    """A few words of each stratum, those whose share is nearest to it."""
    counted = _counted()
    size = max(1, min(LOOKED_AT, _size()))
    found: list[str] = []
    for share in STRATA:
        wanted = max(1, round(share * size))
        nearest = sorted(counted, key=lambda one: (abs(one[1] - wanted), one[0]))
        found += [word for word, _number in nearest if word not in found][:EACH]
    return found


def _counted() -> list[tuple[str, int]]:
    """Words and the number of studies that hold them; words that stand for themselves alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT word, ndoc
            FROM ts_stat('SELECT search_vector FROM trials_study WHERE id <= %s')
            WHERE word ~ '^[a-z]{4,}$'
                AND phraseto_tsquery('english', word)::text = quote_literal(word)""",
            [LOOKED_AT],
        )
        return [(str(word), int(number)) for word, number in cursor.fetchall()]


def _size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM trials_study")
        return int(cursor.fetchone()[0])
