"""The one SQL statement of a search: its page, its total, and every filter's counts.

A study is looked at once. Its number says which filters it fails (passing.py), so that a
filter's counts can leave out its own choice, and so that 'no match' can say what each choice
costs. How it came to this form, with figures: docs/adr/0004.
"""

# Only column names and conditions of our own are put together here; every value that
# somebody may have typed is a parameter.
# ruff: noqa: S608

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from trials.search.conditions import ARRAYS, LISTED, VALUES, Conditions, Found, other_kinds
from trials.search.criteria import Criteria
from trials.search.passing import ANYWHERE, OWN_STATUS, Passing
from trials.search.reach import counted_by_site, measured, place
from trials.search.text_query import tsquery

STATUS_ORDER = (
    "RECRUITING",
    "AVAILABLE",
    "RECRUITING_LAST_KNOWN",
    "NOT_YET_RECRUITING",
    "ENROLLING_BY_INVITATION",
    "ACTIVE_NOT_RECRUITING",
    "SUSPENDED",
    "TEMPORARILY_NOT_AVAILABLE",
    "UNKNOWN",
    "COMPLETED",
)
SEPARATOR = "\x1f"  # between the values of one study, which may be several
ORDERED = ", s.nct_id, s.last_update_post_date AS updated"
NOWHERE = ", NULL::float AS distance"
_SPACES = re.compile("[ \n]+")
_KINDS = f"""CASE
    WHEN m.scope = 'listed' THEN 'stem_cells'
    WHEN m.scope = 'unclear' THEN 'unclear'
    ELSE concat_ws('{SEPARATOR}', {other_kinds("m")})
    END"""
_RANK = f"coalesce(array_position(ARRAY{list(STATUS_ORDER)}::varchar[], m.status::varchar), 99)"


class Statement:
    """The statement of one search: ``text`` is SQL, ``parameters`` are for all of it."""

    def __init__(self, criteria: Criteria, found: Found, *, page_size: int) -> None:
        self.criteria, self.found, self.page_size = criteria, found, page_size
        self.words, self.word_parameters = _named(*tsquery(criteria.q))
        self.text = text_of(found.conditions, self.words, _order(criteria))
        self.passing = self.text.passing

    @property
    def parameters(self) -> dict[str, Any]:
        start = (self.criteria.page - 1) * self.page_size
        page = {"limit": self.page_size, "start": start, "end": start + self.page_size - 1}
        return self.found.parameters | self.word_parameters | page


@lru_cache(maxsize=256)
def text_of(found: Conditions, words: str, order: str) -> Text:
    """The same for all searches with these filters; see Text."""
    return Text(found, words, order)


class Text:
    """The SQL of all searches that set the same filters, whatever their values; each made once.

    ``words``: the SQL of the tsquery, "" for none; ``order``: updated, nearest or recruiting.
    """

    def __init__(self, found: Conditions, words: str, order: str) -> None:
        self.found, self.words, self.order = found, words, order
        self.passing = Passing(found)

    @cached_property
    def sql(self) -> str:
        """Rows of (part, value, number, distance): see answer.py.

        part is 'hit', 'is_trial' or a filter; value may be several, see SEPARATOR.
        """
        return self._joined(self._hits(), *self._counts())

    @cached_property
    def counts_sql(self) -> str:
        """The rows of the counts alone."""
        return self._joined(*self._counts(), listed="")

    def _joined(self, *parts: str, listed: str = ORDERED) -> str:
        sql = self._studies(listed) + " UNION ALL ".join(f"({part})" for part in parts)
        return _SPACES.sub(" ", sql)  # PostgreSQL reads what it is sent, each time

    @cached_property
    def less_sql(self) -> str:
        """One row: for each filter that is set, how many studies pass all the others."""
        counts = (f"count(*) FILTER (WHERE {self.passing.passes(n)})" for n in self.passing.filters)
        return f"{self._studies()} SELECT {', '.join(counts)} FROM m"

    @cached_property
    def tally_sql(self) -> str:
        """One row: how many studies, and how many of them are trials."""
        trials = "count(*) FILTER (WHERE m.is_trial)"
        return f"{self._studies()} SELECT count(*), {trials} FROM m WHERE {self.passing.passes()}"

    @cached_property
    def ids_sql(self) -> str:
        """The ids of every study of the answer, on all pages, in its order."""
        return f"{self._studies()} SELECT m.id FROM {self._ranked()} ORDER BY {self._order()}"

    def _studies(self, listed: str = ORDERED) -> str:
        """The common tables: ``m`` has the studies that count somewhere, each once.

        ``listed``: the columns that only a list needs.
        """
        if not self.passing.of_place:
            return f"WITH {self._by_themselves('m', listed and f'{listed}{NOWHERE}')}"
        return f"""
            WITH {self._by_themselves("c", f"{listed}, s.overall_status")}, {measured(self.found)}
            place AS ({place(self.found, self.passing)}),
            m AS MATERIALIZED (
                SELECT * FROM (
                    SELECT c.*, p.distance, c.failed_itself + {self.passing.place_number} AS failed
                    FROM c LEFT JOIN place p ON p.study_id = c.id OFFSET 0) m
                WHERE {self.passing.counts_somewhere})"""

    def _by_themselves(self, table: str, more: str) -> str:
        """The studies that fail no more than one of the filters that look at no site."""
        words = f"AND s.search_vector @@ ({self.words})" if self.words else ""
        failed = "failed" if table == "m" else "failed_itself"
        studies = f"""
            SELECT s.id, s.study_type = 'INTERVENTIONAL' AS is_trial,
                {self.passing.number} AS {failed}{self._told()}{more}
            FROM trials_study s JOIN trials_reading r ON r.study_id = s.id
            WHERE {LISTED} {words}"""
        if len(self.passing.of_study) > 1:
            studies = f"""
                SELECT * FROM ({studies} OFFSET 0) {table}
                WHERE {failed} & ({failed} - 1) < 1"""
        return f"{table} AS MATERIALIZED ({studies})"

    def _told(self) -> str:
        """What studies are counted by, behind a comma each."""
        values = "".join(f", {sql} AS {name}" for name, sql in VALUES.items())
        return f", s.scope, r.condition, r.role, s.site_places{values}"

    def _hits(self) -> str:
        return f"""
            SELECT 'hit' AS part, h.id::text AS value, %(start)s + row_number() OVER () AS number,
                h.distance
            FROM (
                SELECT m.id, m.distance FROM {self._ranked(self._first_page())}
                ORDER BY {self._order()} LIMIT %(limit)s OFFSET %(start)s) h"""

    def _ranked(self, cut: str = "TRUE") -> str:
        """The studies found; where words were asked for, with the vector that ranks them."""
        if not self.words:
            return f"m WHERE {self.passing.passes()} AND {cut}"
        return f"m JOIN trials_study v ON v.id = m.id WHERE {self.passing.passes()} AND {cut}"

    def _first_page(self) -> str:
        """Ranking by words is dear: spared where what counts before them decides already."""
        if not self.words:
            return ANYWHERE
        key, better, order = self._first_key()
        return f"""coalesce({key} {better} (
            SELECT {key} AS key FROM m WHERE {self.passing.passes()}
            ORDER BY key {order} LIMIT 1 OFFSET %(end)s), TRUE)"""

    def _first_key(self) -> tuple[str, str, str]:
        """What counts first in the order: its SQL, how a better one compares, and its order."""
        if self.order == "updated":
            return "m.updated", ">=", "DESC NULLS LAST"
        return ("m.distance" if self.order == "nearest" else _RANK), "<=", "NULLS LAST"

    def _order(self) -> str:
        words = f"ts_rank(v.search_vector, {self.words}) DESC, " if self.words else ""
        recruiting = f"{_RANK}, {words}m.updated DESC NULLS LAST, m.nct_id"
        first = {"updated": "m.updated DESC NULLS LAST, ", "nearest": "m.distance NULLS LAST, "}
        return first.get(self.order, "") + recruiting

    def _counts(self) -> Iterator[str]:
        set_apart = [name for name in VALUES if name in self.passing.of_study]
        if self.passing.of_place and "status" not in set_apart:
            set_apart.append("status")
        yield self._together([name for name in VALUES if name not in set_apart])
        for name in set_apart:
            dropped = OWN_STATUS if name == "status" else name
            yield f"""
                SELECT '{name}', {_text(name)}, count(*), NULL
                FROM m WHERE {self.passing.passes(dropped)} GROUP BY m.{name}"""
        yield self._kinds()
        yield self._places()

    def _together(self, names: list[str]) -> str:
        """The filters that nobody set, whose counts are of the same studies: one pass for all."""
        counted = [*names, "is_trial"]
        which = " ".join(f"WHEN {_grouped(counted, name)} THEN '{name}'" for name in counted)
        number = f"grouping({', '.join(f'm.{name}' for name in counted)})"
        value = f"coalesce({', '.join(map(_text, counted))})"  # all but the one grouped by are NULL
        return f"""
            SELECT CASE {number} {which} END, {value}, count(*), NULL
            FROM m WHERE {self.passing.passes()}
            GROUP BY GROUPING SETS ({", ".join(f"(m.{name})" for name in counted)})"""

    def _kinds(self) -> str:
        return f"""
            SELECT 'kind', {_KINDS}, count(*), NULL
            FROM m WHERE {self.passing.passes("kind")}
            GROUP BY m.scope, m.condition, m.role"""

    def _places(self) -> str:
        """Countries and states of the studies that pass all but the country; each study once."""
        if "status" in self.passing.of_study or self.found.near != ANYWHERE:
            return counted_by_site(self.found, self.passing.passes("country"))
        return f"""
            SELECT CASE WHEN length(w.place) = 2 THEN 'country' ELSE 'state' END,
                w.place, count(*), NULL
            FROM (
                SELECT unnest(m.site_places) AS place
                FROM m WHERE {self.passing.passes("country")}) w
            GROUP BY w.place"""


def _order(criteria: Criteria) -> str:
    if criteria.sort == "updated":
        return "updated"
    is_nearest = criteria.near and criteria.sort in ("", "nearest")
    return "nearest" if is_nearest else "recruiting"


def _named(sql: str, words: list[str]) -> tuple[str, dict[str, str]]:
    """The condition of words with named parameters, since it stands in the statement twice."""
    for number in range(len(words)):
        sql = sql.replace("%s", f"%(word{number})s", 1)
    return sql, {f"word{number}": word for number, word in enumerate(words)}


def _grouped(names: list[str], name: str) -> int:
    """What grouping() of all the names says where only one is grouped by: the others' bits."""
    return sum(1 << place for place, one in enumerate(reversed(names)) if one != name)


def _text(name: str) -> str:
    return f"array_to_string(m.{name}, '{SEPARATOR}')" if name in ARRAYS else f"m.{name}::text"
