"""How far two clocks may differ, and whether this machine's can be believed."""

from __future__ import annotations

from datetime import datetime, timedelta

from trials.models import Edition, SyncRun

APART = timedelta(minutes=1)  # by so much the clocks of two machines may differ
NEAR = timedelta(days=30)
MANY_DAYS = 14  # with syncs, whatever became of them; most days have several


def is_believable(*, now: datetime) -> bool:
    """Whether the registry's newest data is of about now; so too where there is none yet.

    What deletes by age asks this: to a clock that is years ahead, everything is old. Where no
    data have come for long, the syncs of the last weeks vouch: a clock that jumped has none.
    """
    stamp = Edition.current().data_timestamp
    return stamp is None or abs(now - stamp) <= NEAR or _has_gone_for_weeks(now)


def _has_gone_for_weeks(now: datetime) -> bool:
    lately = SyncRun.objects.filter(started_at__range=(now - NEAR, now))
    return lately.datetimes("started_at", "day").count() >= MANY_DAYS
