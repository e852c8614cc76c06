"""The catalogue as one run sees it: every study, told by the little that a run weighs."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from trials.reading.scope import Scope

STUDIES = """
    SELECT nct_id, snapshot_id, scope, delisted_at IS NULL, overall_status = '' OR brief_title = ''
    FROM "trials_study"
"""


class Held(NamedTuple):
    """``digest``: names the state of its record; None for a starter study.

    ``is_hollow``: without a status or a title, which every record of the registry has.
    """

    digest: str | None
    scope: str
    is_listed: bool
    is_hollow: bool

    @property
    def is_left_out(self) -> bool:
        return self.scope == Scope.LEFT_OUT

    @property
    def is_shown(self) -> bool:
        """Whether readers can find it, starter studies apart."""
        return self.digest is not None and self.is_listed and not self.is_left_out


def held_studies() -> dict[str, Held]:
    """By their ids. One query."""
    with connection.cursor() as cursor:
        cursor.execute(STUDIES)
        return {nct_id: Held(*rest) for nct_id, *rest in cursor.fetchall()}
