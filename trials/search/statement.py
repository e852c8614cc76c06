"""The one SQL statement of a search: its page, its total, and every filter's counts.

A study is looked at once. Its number says which filters it fails (passing.py), so that a
filter's counts can leave out its own choice, and so that 'no match' can say what each choice
costs. How it came to this form, with figures: docs/adr/0004.
"""

# Only column names and conditions of our own are put together here; every value that
# somebody may have typed is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from typing import Any

from trials.search.conditions import STATUS, VALUES, Conditions
from trials.search.criteria import Criteria
from trials.search.passing import Passing
from trials.search.text_query import tsquery

STATUS_ORDER = (
    "RECRUITING",
    "AVAILABLE",
    "NOT_YET_RECRUITING",
    "ENROLLING_BY_INVITATION",
    "RECRUITING_LAST_KNOWN",
    "ACTIVE_NOT_RECRUITING",
    "SUSPENDED",
    "TEMPORARILY_NOT_AVAILABLE",
    "UNKNOWN",
    "COMPLETED",
)
SITE_STATUS = (
    "(t.status = '' OR cardinality(%(status)s::varchar[]) = 0 OR t.status = ANY(%(status)s))"
)
_OWN_STATUS = "(t.status = '' OR t.status = s.overall_status)"
SEPARATOR = "\x1f"  # between the values of one study, which may be several
_RANK = f"coalesce(array_position(ARRAY{list(STATUS_ORDER)}::varchar[], ({STATUS})::varchar), 99)"
COUNTED = (*VALUES, "is_trial")


class Statement:
    """Builds the SQL for one set of criteria; ``parameters`` are for all of it."""

    def __init__(self, criteria: Criteria, found: Conditions, *, page_size: int) -> None:
        self.criteria, self.found, self.passing = criteria, found, Passing(found)
        self.words, self.word_parameters = _named(*tsquery(criteria.q))
        self.page_size = page_size

    @property
    def parameters(self) -> dict[str, Any]:
        start = (self.criteria.page - 1) * self.page_size
        page = {"limit": self.page_size, "start": start, "end": start + self.page_size - 1}
        return self.found.parameters | self.word_parameters | page

    def sql(self) -> str:
        """Rows of (part, value, number, distance, failed): see find.py.

        part is 'hit', 'country', 'state', or the number of a set of COUNTED.
        """
        parts = (self._hits(), self._counts(), self._places())
        return self._studies() + " UNION ALL ".join(f"({part})" for part in parts)

    def tally_sql(self) -> str:
        """One row: how many studies, and how many of them are trials."""
        trials = "count(*) FILTER (WHERE m.is_trial)"
        return f"{self._studies()} SELECT count(*), {trials} FROM m WHERE {self.passing.passes()}"

    def ids_sql(self) -> str:
        """The ids of every study of the answer, on all pages, in its order."""
        return f"{self._studies()} SELECT m.id FROM {self._ranked()} ORDER BY {self._order()}"

    def _studies(self) -> str:
        """The common tables: ``m`` has the studies that count somewhere, each once."""
        values = ", ".join(f"{sql} AS {name}" for name, sql in VALUES.items())
        words = f"AND s.search_vector @@ ({self.words})" if self.words else ""
        place, joined, distance = "", "", "NULL::float"
        if self.passing.of_place:
            place = f"place AS ({self._place()}),"
            joined, distance = "LEFT JOIN place p ON p.study_id = s.id", "p.distance"
        kept = self.passing.counts_somewhere
        return f"""
            WITH {place} m AS MATERIALIZED (SELECT * FROM (
                SELECT s.id, s.nct_id, s.last_update_post_date AS updated, {_RANK} AS rank,
                    s.study_type = 'INTERVENTIONAL' AS is_trial, {distance} AS distance,
                    {self.passing.number} AS failed, {values}
                FROM trials_study s JOIN trials_reading r ON r.study_id = s.id {joined}
                WHERE s.delisted_at IS NULL AND s.scope <> 'left_out' {words}
                OFFSET 0) m {f"WHERE {kept}" if kept else ""})"""

    def _place(self) -> str:
        """Of each study with a site in reach: which filters of place it passes, in every form."""
        country, near, distance = self.found.country, self.found.near, self.found.distance
        reach = "AND" if "TRUE" in (country, near) else "OR"
        return f"""
            SELECT t.study_id,
                bool_or({country} AND {near} AND {SITE_STATUS}) AS here,
                bool_or({country} AND {near} AND {_OWN_STATUS}) AS here_by_own_status,
                bool_or({country} AND {near}) AS here_any_status,
                bool_or({near} AND {SITE_STATUS}) AS here_any_country,
                bool_or({country} AND {SITE_STATUS}) AS here_any_distance,
                min({distance}) FILTER (WHERE {country} AND {near} AND {SITE_STATUS}) AS distance
            FROM trials_site t JOIN trials_study s ON s.id = t.study_id
            WHERE {country} {reach} {near}
            GROUP BY t.study_id"""

    def _hits(self) -> str:
        return f"""
            SELECT 'hit' AS part, h.id::text AS value, h.number, h.distance, 0 AS failed
            FROM (
                SELECT m.id, m.distance, row_number() OVER (ORDER BY {self._order()}) AS number
                FROM {self._ranked(self._first_page())}
                ORDER BY number LIMIT %(limit)s OFFSET %(start)s) h"""

    def _ranked(self, cut: str = "TRUE") -> str:
        """The studies found; where words were asked for, with the vector that ranks them."""
        if not self.words:
            return f"m WHERE {self.passing.passes()} AND {cut}"
        return f"m JOIN trials_study v ON v.id = m.id WHERE {self.passing.passes()} AND {cut}"

    def _first_page(self) -> str:
        """Ranking by words is dear: spared where the status alone puts a study past the page."""
        if not self.words or self._order() != self._recruiting():
            return "TRUE"
        return f"""m.rank <= coalesce((
            SELECT m.rank FROM m WHERE {self.passing.passes()}
            ORDER BY m.rank LIMIT 1 OFFSET %(end)s), 99)"""

    def _order(self) -> str:
        if self.criteria.sort == "updated":
            return f"m.updated DESC NULLS LAST, {self._recruiting()}"
        is_nearest = self.criteria.near and self.criteria.sort in ("", "nearest")
        return f"m.distance NULLS LAST, {self._recruiting()}" if is_nearest else self._recruiting()

    def _recruiting(self) -> str:
        words = f"ts_rank(v.search_vector, {self.words}) DESC, " if self.words else ""
        return f"m.rank, {words}m.updated DESC NULLS LAST, m.nct_id"

    def _counts(self) -> str:
        """How many studies have each value of each filter, by what they fail; one pass for all."""
        sets = ", ".join(f"(m.failed, m.{name})" for name in COUNTED)
        columns = ", ".join(f"m.{name}" for name in COUNTED)
        values = ", ".join(f"m.{name}" for name in VALUES)
        return f"""
            SELECT grouping({columns})::text,
                coalesce(array_to_string(coalesce({values}), '{SEPARATOR}'), m.is_trial::text),
                count(*), NULL, m.failed
            FROM m GROUP BY GROUPING SETS ({sets})"""

    def _places(self) -> str:
        """Countries and states of the studies that pass all but the country; each study once."""
        return f"""
            SELECT CASE WHEN w.is_country THEN 'country' ELSE 'state' END,
                w.country_code || CASE WHEN w.is_country THEN '' ELSE '-' || w.state_code END,
                count(*), NULL, 0
            FROM (
                SELECT t.country_code, t.state_code, grouping(t.state_code) = 1 AS is_country
                FROM m JOIN trials_site t ON t.study_id = m.id
                WHERE {self.passing.passes("country")} AND {self.found.near} AND {SITE_STATUS}
                    AND t.country_code <> ''
                GROUP BY GROUPING SETS (
                    (t.study_id, t.country_code), (t.study_id, t.country_code, t.state_code))) w
            WHERE w.is_country OR w.state_code <> ''
            GROUP BY w.is_country, w.country_code, w.state_code"""


def _named(sql: str, words: list[str]) -> tuple[str, dict[str, str]]:
    """The condition of words with named parameters, since it stands in the statement twice."""
    for number in range(len(words)):
        sql = sql.replace("%s", f"%(word{number})s", 1)
    return sql, {f"word{number}": word for number, word in enumerate(words)}
