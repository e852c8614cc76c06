"""The one SQL statement of a search: its page, its total, and every filter's counts.

A study is looked at once. For each filter the statement knows whether the study
passes it, so that a filter's counts can leave out its own choice, and so that 'no
match' can say what each choice costs.
"""

# Only column names and conditions of our own are put together here; every value that
# somebody may have typed is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trials.search.conditions import STATUS, VALUES, Conditions
from trials.search.criteria import Criteria
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
PLACE_FILTERS = ("country", "near")
SITE_STATUS = (
    "(t.status = '' OR cardinality(%(status)s::varchar[]) = 0 OR t.status = ANY(%(status)s))"
)
_OWN_STATUS = "(t.status = '' OR t.status = s.overall_status)"
_RANK = f"coalesce(array_position(ARRAY{list(STATUS_ORDER)}::varchar[], ({STATUS})::varchar), 99)"


class Statement:
    """Builds the SQL for one set of criteria; ``parameters`` are for all of it."""

    def __init__(self, criteria: Criteria, found: Conditions, *, page_size: int) -> None:
        self.criteria, self.found = criteria, found
        self.words, self.word_parameters = tsquery(criteria.q)
        self.page_size = page_size
        self.has_place = (found.country, found.near) != ("TRUE", "TRUE")

    @property
    def parameters(self) -> dict[str, Any]:
        words = {f"word{number}": word for number, word in enumerate(self.word_parameters)}
        start = (self.criteria.page - 1) * self.page_size
        return self.found.parameters | words | {"limit": self.page_size, "start": start}

    @property
    def filters(self) -> tuple[str, ...]:
        """Names of the filters that somebody set, as relaxations can drop them."""
        of_study = tuple(self.found.of_study)
        set_places = {"country": self.found.country, "near": self.found.near}
        return of_study + tuple(name for name, sql in set_places.items() if sql != "TRUE")

    def sql(self) -> str:
        """Rows of (part, value, number, distance): part is 'hit', 'total', 'less' or a filter.

        The total's value says how many of the studies are trials (interventional).
        """
        parts = [self._hits(), self._total(), *self._facets(), *self._relaxations()]
        return f"WITH place AS ({self._place()}), m AS MATERIALIZED ({self._studies()}) " + (
            " UNION ALL ".join(f"({part})" for part in parts)
        )

    def ids_sql(self) -> str:
        """The ids of every study of the answer, on all pages, in its order."""
        return f"""
            WITH place AS ({self._place()}), m AS MATERIALIZED ({self._studies()})
            SELECT m.id FROM m WHERE {self._passing()} ORDER BY {self._order()}"""

    def _place(self) -> str:
        country, near, distance = self.found.country, self.found.near, self.found.distance
        return f"""
            SELECT t.study_id,
                bool_or({country} AND {near} AND {SITE_STATUS}) AS here,
                bool_or({country} AND {near} AND {_OWN_STATUS}) AS here_by_own_status,
                bool_or({country} AND {near}) AS here_any_status,
                bool_or({near} AND {SITE_STATUS}) AS here_any_country,
                bool_or({country} AND {SITE_STATUS}) AS here_any_distance,
                min({distance}) FILTER (WHERE {country} AND {near} AND {SITE_STATUS}) AS distance,
                array_agg(DISTINCT t.country_code) FILTER (
                    WHERE t.country_code <> '' AND {near} AND {SITE_STATUS}) AS countries,
                array_agg(DISTINCT t.country_code || '-' || t.state_code) FILTER (
                    WHERE t.state_code <> '' AND {near} AND {SITE_STATUS}) AS states
            FROM trials_site t JOIN trials_study s ON s.id = t.study_id
            GROUP BY t.study_id"""

    def _studies(self) -> str:
        values = ", ".join(f"{sql} AS {name}_values" for name, sql in VALUES.items())
        passed = ", ".join(f"({sql}) AS {name}_ok" for name, sql in self.found.of_study.items())
        where = "s.delisted_at IS NULL AND s.scope <> 'left_out'"
        rank = "0"
        if self.words:
            where += f" AND s.search_vector @@ ({self._named_words()})"
            rank = f"ts_rank(s.search_vector, {self._named_words()})"
        return f"""
            SELECT s.id, s.nct_id, s.last_update_post_date AS updated, {_RANK} AS rank,
                s.study_type = 'INTERVENTIONAL' AS is_trial,
                {rank} AS words_rank, p.here, p.here_by_own_status, p.here_any_status,
                p.here_any_country, p.here_any_distance, p.distance, p.countries AS country_values,
                p.states AS state_values, {values}{", " + passed if passed else ""}
            FROM trials_study s JOIN trials_reading r ON r.study_id = s.id
            LEFT JOIN place p ON p.study_id = s.id
            WHERE {where}"""

    def _named_words(self) -> str:
        sql = self.words
        for number in range(len(self.word_parameters)):
            sql = sql.replace("%s", f"%(word{number})s", 1)
        return sql

    def _hits(self) -> str:
        return f"""
            SELECT 'hit' AS part, m.id::text AS value,
                row_number() OVER (ORDER BY {self._order()}) AS number, m.distance
            FROM m WHERE {self._passing()} ORDER BY number LIMIT %(limit)s OFFSET %(start)s"""

    def _order(self) -> str:
        recruiting = "m.rank, m.words_rank DESC, m.updated DESC NULLS LAST, m.nct_id"
        if self.criteria.sort == "updated":
            return f"m.updated DESC NULLS LAST, {recruiting}"
        is_nearest = self.criteria.near and self.criteria.sort in ("", "nearest")
        return f"m.distance NULLS LAST, {recruiting}" if is_nearest else recruiting

    def _total(self) -> str:
        trials = "(count(*) FILTER (WHERE m.is_trial))::text"
        return f"SELECT 'total', {trials}, count(*), NULL FROM m WHERE {self._passing()}"

    def _facets(self) -> Iterator[str]:
        for name in (*VALUES, "country", "state"):
            dropped = "country" if name == "state" else name
            passing = self._passing("own_status" if name == "status" else dropped)
            yield f"""
                SELECT '{name}', v, count(*), NULL FROM m, unnest(m.{name}_values) AS v
                WHERE {passing} GROUP BY v"""

    def _relaxations(self) -> Iterator[str]:
        for name in self.filters:
            yield f"SELECT 'less', '{name}', count(*), NULL FROM m WHERE {self._passing(name)}"

    def _passing(self, dropped: str = "") -> str:
        """The condition that a study passes every filter but the dropped one.

        "own_status": every filter, as if the study's own status had been chosen.
        """
        off = "status" if dropped == "own_status" else dropped
        kept = [f"m.{name}_ok" for name in self.found.of_study if name != off]
        if self.has_place and (place := self._place_passing(dropped)):
            kept.append(f"m.{place}")
        return " AND ".join(kept) or "TRUE"

    def _place_passing(self, dropped: str) -> str:
        others = {"country": self.found.near, "near": self.found.country}
        if others.get(dropped) == "TRUE":
            return ""
        columns = {
            "own_status": "here_by_own_status",
            "status": "here_any_status",
            "country": "here_any_country",
            "near": "here_any_distance",
        }
        return columns.get(dropped, "here")
