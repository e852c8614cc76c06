"""Asking for an alert. Whether an address is known can't be told from what happens here."""

from __future__ import annotations

from datetime import datetime, timedelta

from trials.models import Alert, Study
from trials.search.criteria import Criteria

MOST_OPEN = 5  # unconfirmed alerts of one address: no stranger can fill its mailbox
MOST_ALERTS = 100
DAY = timedelta(days=1)


def ask_for_search(
    email: str, criteria: Criteria, *, frequency: str, now: datetime
) -> Alert | None:
    """A pending alert for the search; None where the address has too many open questions."""
    query = criteria.with_(sort="").query_string()
    return _ask(Alert(email=email, query=query, frequency=frequency), now=now)


def ask_for_study(email: str, study: Study, *, frequency: str, now: datetime) -> Alert | None:
    """A pending alert for one study; None where the address has too many open questions."""
    return _ask(Alert(email=email, study=study, frequency=frequency), now=now)


def _ask(alert: Alert, *, now: datetime) -> Alert | None:
    if _has_too_many(alert.email, now):
        return None
    alert.created_at = alert.next_at = now
    alert.save(force_insert=True)
    return alert


def _has_too_many(email: str, now: datetime) -> bool:
    theirs = Alert.objects.filter(email__iexact=email)
    a_day_around = (now - DAY, now + DAY)  # not those of a clock that was ahead
    lately = theirs.filter(state=Alert.State.PENDING, created_at__range=a_day_around)
    return lately.count() >= MOST_OPEN or theirs.count() >= MOST_ALERTS
