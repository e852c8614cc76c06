"""Where the studies of a search are: the same conditions as the list, so the same counts."""

# The statement is put together of conditions of our own; what somebody typed is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from trials.places import PlaceFound
from trials.search.conditions import conditions
from trials.search.criteria import Criteria
from trials.search.statement import SITE_STATUS, Statement


@dataclass(frozen=True, slots=True)
class SitePoint:
    """One site that fits the search's country and status, as a place; see models.Site.

    ``is_near``: it fits the search's distance too. A site of a study that the search
    finds can be too far; a site that isn't near can belong to a study that it doesn't find.
    """

    study_id: int
    country_code: str
    state_code: str
    city: str
    latitude: float | None
    longitude: float | None
    is_approximate: bool
    is_near: bool


@dataclass(frozen=True, slots=True)
class SitePoints:
    """``found``: ids of the studies that the search finds, in the order of their NCT ids.

    ``trials``: how many of these are interventional.
    """

    found: tuple[int, ...]
    trials: int
    points: tuple[SitePoint, ...]

    @property
    def here(self) -> tuple[SitePoint, ...]:
        """The sites that make the search find their study, in a country that we know."""
        return tuple(point for point in self.points if point.is_near and point.country_code)

    @property
    def without_place(self) -> tuple[int, ...]:
        """Ids of the studies found that have no such site."""
        placed = {point.study_id for point in self.here}
        return tuple(study_id for study_id in self.found if study_id not in placed)


class _Statement(Statement):
    """The search's studies, as if no distance were asked for, each with its sites."""

    def sql(self) -> str:
        country, near = self.found.country, self.found.near
        return f"""
            {self._studies()}
            SELECT m.id, ({self.passing.passes()}) AS is_found, t.id IS NOT NULL AS has_site,
                t.country_code, t.state_code, t.city, t.latitude, t.longitude,
                t.is_approximate, coalesce({near}, FALSE) AS is_near, m.is_trial
            FROM m LEFT JOIN trials_site t
                ON t.study_id = m.id AND {country} AND {SITE_STATUS}
            WHERE {self.passing.passes("near")}
            ORDER BY m.nct_id, t.position"""


def site_points(criteria: Criteria, *, place: PlaceFound | None = None) -> SitePoints:
    """The sites of one search. One query; ``place`` is the one that ``criteria.near`` names."""
    statement = _Statement(criteria, conditions(criteria, place), page_size=1)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql(), statement.parameters)
        rows = cursor.fetchall()
    found = {row[0]: row[-1] for row in rows if row[1]}
    points = (SitePoint(row[0], *row[3:-1]) for row in rows if row[2])
    return SitePoints(tuple(found), sum(found.values()), tuple(dict.fromkeys(points)))
