"""How the data stands, for the operator: how old it is, what failed, what waits, what is odd."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from trials.models import Edition, Study, SyncProblem, SyncRun
from trials.reading.study_reading import READING_VERSION

FAILED = (SyncRun.State.FAILED, SyncRun.State.REFUSED, SyncRun.State.INTERRUPTED)


@dataclass(frozen=True, slots=True)
class Standing:
    """``data_timestamp`` is the registry's own; None while nothing has come from there.

    ``unread``: studies that no rules or older rules than today's have read. ``set_aside``:
    studies that could not be read since the last full run began.
    """

    data_timestamp: datetime | None
    published: SyncRun | None
    failed: SyncRun | None
    unread: int
    set_aside: int

    def age(self, *, now: datetime) -> timedelta | None:
        """How old the registry's data is; None where there is none."""
        return now - self.data_timestamp if self.data_timestamp else None

    @property
    def is_failing(self) -> bool:
        """Whether the last run that ended did not publish."""
        if self.failed is None or self.published is None:
            return self.failed is not None
        return self.failed.pk > self.published.pk


def standing() -> Standing:
    """Six small queries."""
    runs = SyncRun.objects.exclude(kind=SyncRun.Kind.REPLAY)
    full = runs.filter(kind=SyncRun.Kind.FULL).latest_published()
    return Standing(
        data_timestamp=Edition.current().data_timestamp,
        published=runs.latest_published(),
        failed=runs.filter(state__in=FAILED).newest_first().first(),
        unread=Study.objects.exclude(reading__version=READING_VERSION).count(),
        set_aside=_set_aside(since=full) if full else 0,
    )


def _set_aside(*, since: SyncRun) -> int:
    problems = SyncProblem.objects.filter(is_fatal=True, run__gte=since.pk)
    return problems.values("nct_id").distinct().count()
