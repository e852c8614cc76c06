"""When a full sync is due, and whether one that was due never began."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings

from trials.models import SyncRun

SATURDAY = 5
GRACE = timedelta(minutes=30)  # a worker may be busy; after this long, the asking was lost


def last_due(now: datetime, at: time) -> datetime:
    """The latest moment, at or before ``now``, of a weekday's ``at``."""
    due = datetime.combine(now.date(), at, tzinfo=now.tzinfo)
    while due > now or due.weekday() >= SATURDAY:
        due -= timedelta(days=1)
    return due


def is_missed(*, now: datetime) -> bool:
    """Whether no full sync has begun since one was due: the worker, beat or broker was away.

    A site that never had a sync has missed none: its operator asks for the first. One that had
    its only sync by a clock that was ahead has.
    """
    fulls = SyncRun.objects.filter(kind=SyncRun.Kind.FULL)
    last = fulls.filter(started_at__lte=now).order_by("-started_at").first()
    if last is None:
        return fulls.exists()
    began: datetime = last.started_at
    return began < last_due(now - GRACE, settings.FULL_SYNC_AT)
