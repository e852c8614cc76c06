"""Words on whether the site is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.models import Edition, SyncRun
from trials.sync.clock import APART
from trials.views.presenters.dates import moment_in_words
from trials.views.presenters.frame import REGISTRY, Head, Link
from trials.views.presenters.policy import PolicyPage, Section

LATE = timedelta(days=4)
"""Full updates run from Monday to Friday: after a weekend the last one is three days old."""


def status_page(
    edition: Edition, runs: tuple[SyncRun, ...], last: SyncRun | None, *, now: datetime
) -> PolicyPage:
    """``runs``: the last ones, newest first; ``last``: the last that was published."""
    title = _("Is this site up to date?")
    return PolicyPage(
        head=Head(title, title, reverse("status")),
        intro=tuple(_in_short(edition, last, now)),
        sections=(
            Section(
                _("The last updates"),
                () if runs else (_("There has been none so far."),),
                items=tuple(_run(run) for run in runs),
                links=(
                    Link(_("About the data"), reverse("about_data")),
                    Link(_("The registry itself"), REGISTRY),
                ),
            ),
        ),
    )


def _in_short(edition: Edition, last: SyncRun | None, now: datetime) -> Iterator[str]:
    if edition.data_timestamp is None or last is None or last.finished_at is None:
        yield _("Not yet: no update from the registry has come through so far.")
        yield _("What you see are facts that were known before. Each study shows its own date.")
        return
    yield _("The data here is what the registry had on %(day)s.") % {
        "day": moment_in_words(edition.data_timestamp)
    }
    yield _last(last.finished_at, now)
    yield _("New data is fetched from Monday to Friday, with a smaller check in between.")


def _last(finished: datetime, now: datetime) -> str:
    days = (now.date() - finished.date()).days
    when = ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}
    if days <= 0:
        when = _("today")
    if finished > now + APART:
        return _(
            "When the last update came through is not known, because a clock was wrong. "
            "Newer facts may be missing."
        )
    if now - finished > LATE:
        return _(
            "The last update came through %(when)s. That is late: newer facts may be missing."
        ) % {"when": when}
    return _("The last update came through %(when)s, so all is as it should be.") % {"when": when}


def _run(run: SyncRun) -> str:
    """'20 November 2026, 15:10 UTC: all records fetched. It came through: 3 new, 2 changed.'"""
    began = date_format(run.started_at, "j F Y, H:i") + " UTC"
    kinds = {
        SyncRun.Kind.FULL: _("all records"),
        SyncRun.Kind.LIGHT: _("new and changed records"),
        SyncRun.Kind.REPLAY: _("stored records, read again"),
    }
    return f"{began}, {kinds[SyncRun.Kind(run.kind)]}: {_end(run)}"


def _end(run: SyncRun) -> str:
    words = {
        SyncRun.State.RUNNING: _("it runs right now."),
        SyncRun.State.PUBLISHED: _("it came through. %(new)s new, %(changed)s changed.")
        % {"new": run.new, "changed": run.changed},
        SyncRun.State.REFUSED: _("the answer lacked too much, so we kept what we had."),
        SyncRun.State.FAILED: _("it did not come through, so we kept what we had."),
        SyncRun.State.INTERRUPTED: _("it was cut off, so we kept what we had."),
    }
    return words[SyncRun.State(run.state)]
