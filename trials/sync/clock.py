"""Whether this machine's clock can be believed: the registry's own time vouches for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from trials.models import Edition

NEAR = timedelta(days=30)


def is_believable(*, now: datetime) -> bool:
    """Whether the registry's newest data is of about now; so too where there is none yet.

    What deletes by age asks this: to a clock that is years ahead, everything is old.
    """
    stamp = Edition.current().data_timestamp
    return stamp is None or abs(now - stamp) <= NEAR
