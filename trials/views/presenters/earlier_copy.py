"""Words for a page that is shown from a copy."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils.translation import gettext as _

from trials.views.presenters.dates import day_in_words
from trials.views.presenters.results.notices import Notice


def earlier_copy_notice(made_at: datetime) -> Notice:
    """That the data is out of reach, and how old this copy of the page is."""
    made = made_at.astimezone(UTC)
    values = {"day": day_in_words(made.date()), "time": f"{made:%H:%M}"}
    return Notice(
        _("We can't reach our data right now"),
        (
            _("This page is a copy. We made it on %(day)s at %(time)s (UTC).") % values,
            _("A trial may have changed since then. Please look again in a few minutes."),
        ),
    )
