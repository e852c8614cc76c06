"""Where the studies of a search are: the same conditions as the list, so the same counts."""

# The statement is put together of conditions of our own; what somebody typed is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db import connection

from trials.places import PlaceFound
from trials.places.distance import Point
from trials.search.conditions import conditions
from trials.search.criteria import Criteria
from trials.search.reach import site_status
from trials.search.statement import Statement, Text

MOST_SITES = 100_000  # of one study; a position has at most 32,767


class SitePoint(NamedTuple):
    """One place with sites that fit the search's country and status; see models.Site.

    ``studies``: ids of those with a site at this very place, by this very name; one with two
    sites there twice. ``is_near``: it fits the search's distance too. A site of a study that the
    search finds can be too far; a site that isn't near can belong to a study that it doesn't find.
    """

    studies: tuple[int, ...]
    country_code: str
    state_code: str
    city: str
    point: Point | None
    is_approximate: bool
    is_near: bool


@dataclass(frozen=True)
class SitePoints:
    """``found``: ids of the studies that the search finds, in the order of their NCT ids.

    ``trials``: how many of these are interventional; ``points``: those of the study with the
    first NCT id come first, in the order of its record.
    """

    found: tuple[int, ...]
    trials: int
    points: tuple[SitePoint, ...]

    @cached_property
    def here(self) -> tuple[SitePoint, ...]:
        """The sites that make the search find their study, in a country that we know."""
        return tuple(point for point in self.points if point.is_near and point.country_code)

    @cached_property
    def without_place(self) -> tuple[int, ...]:
        """Ids of the studies found that have no such site."""
        placed = frozenset[int]().union(*(point.studies for point in self.here))
        return tuple(study_id for study_id in self.found if study_id not in placed)


class _Text(Text):
    """The search's studies, as if no distance were asked for, at the places of their sites."""

    def _told(self) -> str:
        """Nothing: places are neither counted by a filter nor put in the list's order."""
        return ""

    def points_sql(self) -> str:
        """The studies found, and which of them are trials, in a first row; then a row a place.

        Thousands of sites lie at some hundred places, so they are put together here.
        """
        country, near, status = self.found.country, self.found.near, site_status(self.found)
        return f"""
            {self._studies(", s.nct_id")}
            (SELECT coalesce(array_agg(m.id ORDER BY m.nct_id), '{{}}'),
                NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                count(*) FILTER (WHERE m.is_trial), 0 AS first
            FROM m WHERE {self.passing.passes()})
            UNION ALL
            (SELECT array_agg(m.id), t.country_code, t.state_code, t.city, t.latitude, t.longitude,
                t.is_approximate, coalesce({near}, FALSE), NULL,
                min(m.first + t.position)
            FROM (
                SELECT m.id, substr(m.nct_id, 4)::bigint * {MOST_SITES} AS first
                FROM m WHERE {self.passing.passes("near")} OFFSET 0) m
            JOIN trials_site t ON t.study_id = m.id AND {country} AND {status}
            GROUP BY t.latitude, t.longitude, t.city, t.country_code, t.state_code,
                t.is_approximate)
            ORDER BY first"""


def site_points(criteria: Criteria, *, place: PlaceFound | None = None) -> SitePoints:
    """The sites of one search. One query; ``place`` is the one that ``criteria.near`` names."""
    statement = Statement(criteria, conditions(criteria, place), page_size=1)
    text = _Text(statement.found.conditions, statement.words, "")
    with connection.cursor() as cursor:
        cursor.execute(text.points_sql(), statement.parameters)
        (found, *_nothing, trials, _first), *rows = cursor.fetchall()
    return SitePoints(tuple(found), trials, tuple(_site_point(*row) for row in rows))


def _site_point(  # noqa: PLR0917 the columns of the statement
    studies: list[int],
    country: str,
    state: str,
    city: str,
    latitude: float | None,
    longitude: float | None,
    is_approximate: bool,
    is_near: bool,
    _trials: None,
    _first: int,
) -> SitePoint:
    point = None if latitude is None or longitude is None else (latitude, longitude)
    return SitePoint(tuple(studies), country, state, city, point, is_approximate, is_near)
