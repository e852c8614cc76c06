"""How long ago somebody confirmed a record, in words."""

from __future__ import annotations

from datetime import date, timedelta

from trials.models import Study
from trials.records import PartialDate
from trials.search.said import said as _
from trials.views.presenters.dates import in_words

TWO_YEARS = timedelta(days=730)
STILL_OPEN = frozenset(
    {
        "RECRUITING",
        "NOT_YET_RECRUITING",
        "ENROLLING_BY_INVITATION",
        "AVAILABLE",
        "ACTIVE_NOT_RECRUITING",
        "SUSPENDED",
        "TEMPORARILY_NOT_AVAILABLE",
    }
)


def unconfirmed(study: Study, today: date) -> str:
    """A sentence where an open status was not confirmed for two years; else ""."""
    text = study.status_verified_date
    if not text or study.overall_status not in STILL_OPEN:
        return ""
    verified = PartialDate.parse(text)
    if verified.latest + TWO_YEARS >= today:
        return ""
    return _("Nobody has confirmed this status since %(month)s, more than two years ago.") % {
        "month": in_words(verified)
    }


def starter_note(study: Study) -> str:
    """'Facts as known in July 2026' for a starter study; else ""."""
    if not study.is_starter:
        return ""
    known = PartialDate.parse(study.as_of)
    month = in_words(PartialDate(known.year, known.month))
    return _("Facts as known in %(month)s.") % {"month": month}
