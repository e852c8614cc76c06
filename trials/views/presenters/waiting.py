"""Words for those who have to wait a little."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.views.presenters.errors import ErrorPage
from trials.views.presenters.frame import Head, Link


def too_often_page(seconds: int) -> ErrorPage:
    """Too many forms from one network."""
    return _wait(_("Many forms came from your network at once."), seconds)


def crowded_page(seconds: int) -> ErrorPage:
    """Too many forms that are being sent at this moment."""
    return _wait(_("Many forms are being sent at once. Yours was not read."), seconds)


def _wait(why: str, seconds: int) -> ErrorPage:
    then = ngettext(
        "Please wait %(count)s second, go back, and send it again.",
        "Please wait %(count)s seconds, go back, and send it again.",
        seconds,
    )
    title, texts = _("Please wait a little"), (why, then % {"count": seconds})
    return ErrorPage(Head(title, why, ""), title, texts, _ways_on())


def took_too_long_page() -> ErrorPage:
    """The database needed longer than a reader should wait."""
    title = _("This took too long")
    texts = (
        _("It is not your fault: many people may be asking just now."),
        _("Please try again in a minute, or ask for less at once."),
    )
    return ErrorPage(Head(title, texts[0], ""), title, texts, _ways_on())


def _ways_on() -> tuple[Link, ...]:
    return (
        Link(_("Find a trial on this site"), reverse("search")),
        Link(_("Go to the first page"), reverse("home")),
    )
