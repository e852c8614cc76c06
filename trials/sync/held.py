"""The catalogue as one run sees it: every study, told by the little that a run weighs."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q

from trials.models import Study
from trials.models.study import HOLLOW
from trials.reading.scope import Scope


class Held(NamedTuple):
    """``digest``: names the state of its record; None for a starter study."""

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
    studies = Study.objects.annotate(is_listed=Q(delisted_at__isnull=True), is_hollow=HOLLOW)
    rows = studies.values_list("nct_id", "snapshot_id", "scope", "is_listed", "is_hollow")
    return {nct_id: Held(*rest) for nct_id, *rest in rows}
