"""Words for the pages that the links in our e-mails open."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.models import Alert
from trials.saved.alerts.digest_words import followed
from trials.saved.alerts.letters import rhythm
from trials.saved.alerts.looking import found
from trials.views.presenters.frame import Head, Link


@dataclass(frozen=True, slots=True)
class ButtonPage:
    """One question, one large button that posts to the page's own address."""

    head: Head
    title: str
    followed: str
    paragraphs: tuple[str, ...]
    button: str


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A page that says one thing."""

    head: Head
    title: str
    paragraphs: tuple[str, ...]
    links: tuple[Link, ...]


def confirm_page(alert: Alert) -> ButtonPage:
    """Asks for the yes."""
    title = _("Do you want these e-mails?")
    texts = (
        _("We send news about this, %(rhythm)s.") % {"rhythm": rhythm(alert)},
        _(
            "By pressing the button you agree that we keep your address for it. Each e-mail has a "
            "link to end it, and then your address is deleted."
        ),
    )
    return ButtonPage(_head(title), title, _subject(alert), texts, _("Yes, send me these e-mails"))


def renew_page(alert: Alert) -> ButtonPage:
    """Asks for the yes for one more year."""
    title = _("Do you still want these e-mails?")
    texts = (
        _("We send news about this, %(rhythm)s.") % {"rhythm": rhythm(alert)},
        _("By pressing the button you agree that we keep your address for one more year."),
    )
    return ButtonPage(_head(title), title, _subject(alert), texts, _("Yes, for one more year"))


def end_page() -> ButtonPage:
    """Asks for one press; it says nothing about anybody."""
    title = _("End these e-mails?")
    text = _("Press the button, and no more of these e-mails come. Your address is deleted.")
    return ButtonPage(_head(title), title, "", (text,), _("End these e-mails"))


def sent_page() -> MessagePage:
    """The same for every address, known or not."""
    texts = (
        _("If the address is right, an e-mail with a link is on its way to it."),
        _("Open the link within seven days, and press the button there. Then you get news."),
        _("Nothing has come after some minutes? Look among the e-mails marked as junk."),
    )
    return _message(_("Look into your mailbox"), *texts)


def begun_page(alert: Alert) -> MessagePage:
    """After the yes."""
    texts = (
        _("We send you an e-mail when something changes, %(rhythm)s.") % {"rhythm": rhythm(alert)},
        _("When nothing changes, you hear nothing from us."),
    )
    return _message(_("Thank you, it is done"), *texts)


def ended_page() -> MessagePage:
    """After the end, the first time and each time."""
    return _message(_("These e-mails have ended"), _("Your address is deleted."))


def gone_page() -> MessagePage:
    """A link that was never ours, or is too old, or whose alert has ended."""
    texts = (
        _("It may be too old, or these e-mails may have ended."),
        _("You can ask for news again on the page of a search or a trial."),
    )
    return _message(_("This link no longer works"), *texts)


def hurried_page(_seconds: int) -> MessagePage:
    """Too many requests from one network."""
    return _message(_("Please wait a little"), _("Many people ask just now. Try in an hour."))


def _subject(alert: Alert) -> str:
    return followed(alert, len(found(alert)))


def _message(title: str, *paragraphs: str) -> MessagePage:
    return MessagePage(
        _head(title), title, paragraphs, (Link(_("Find a trial"), reverse("search")),)
    )


def _head(title: str) -> Head:
    """Without the link's own address, which nobody else should see."""
    return Head(title, title, reverse("follow"))
