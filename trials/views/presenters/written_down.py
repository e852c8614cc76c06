"""Words on what the site writes down of its readers: log lines, counts, and who asks too often.

Each sentence follows the settings, so that the pages stay true where they are changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trials.exports.rates import limit_of
from trials.views.presenters.policy import Section

COUNTED: dict[str, str | Promise] = {
    "write": gettext_lazy("A form was sent: we forget it %(time)s after the last one."),
    "export": gettext_lazy(
        "A file of trials was fetched: we forget it %(time)s after the last one."
    ),
    "api": gettext_lazy("A program asked for data: we forget it %(time)s after the last one."),
    "follow": gettext_lazy("E-mail was asked for: we forget it %(time)s after the last one."),
    "signin": gettext_lazy(
        "A sign-in of our own staff was tried: we forget it %(time)s after the last one."
    ),
}
"""By their names in the setting RATES; a limit without words fails the page."""


def written_down() -> Section:
    return Section(
        _("What our computers write down"),
        (
            line_of_a_page(),
            _(
                "We count how often each kind of page is asked for, and how long it takes. "
                "A count knows of no person."
            ),
            _(
                "When something breaks, a line says on which kind of page, and what broke. It has "
                "neither your answers nor what you searched for."
            ),
            _("How long lines are kept is up to those who run this copy of the site."),
            _("What you say in “My situation” is never put on a disk of ours."),
            _(
                "Those who run the network can see that you came here. They cannot see what you "
                "read, if the address begins with “https”. If others have put a computer in front "
                "of ours, it may write down more. This program cannot tell."
            ),
        ),
    )


def line_of_a_page() -> str:
    """Setting ACCESS_LOG; the line is written in trialfinder/watching/requests.py."""
    if not settings.ACCESS_LOG:
        return _("This copy of the site writes no line for a page that is asked for.")
    return _(
        "For each page that is asked for, we write one line. It says when, which kind of page "
        "(such as “study” or “search”), if it came through, and how long it took. A number made "
        "for that one page stands with it. It does not say which trial, not what was searched "
        "for, and not who asked."
    )


def counted_for_a_while() -> Section:
    """What trials/exports/rates.py keeps: times, under a keyed hash of the day and the network."""
    return Section(
        _("So that nobody asks too much"),
        (
            _(
                "Programs can ask so much that people have to wait. So we note when one part of "
                "the network did one of the things below. A part is 256 addresses or more. It "
                "stands under a code that changes each day, not under its address."
            ),
            _("To read pages is not noted like this."),
        ),
        items=tuple(_limits()),
    )


def _limits() -> Iterator[str]:
    for scope in settings.RATES:
        yield str(COUNTED[scope]) % {"time": _time(limit_of(scope).seconds)}


def _time(seconds: int) -> str:
    """'90 seconds', '7 minutes', '1 hour': in the largest unit that it is whole in."""
    if seconds % 3600 == 0:
        hours = seconds // 3600
        return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    if seconds % 60 == 0:
        minutes = seconds // 60
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    return ngettext("%(count)s second", "%(count)s seconds", seconds) % {"count": seconds}
