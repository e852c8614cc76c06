"""Words on what is kept about a visitor."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.frame import Head, Link
from trials.views.presenters.policy import PolicyPage, Section, whom_to_write_to
from trials.views.presenters.written_down import counted_for_a_while, written_down


def privacy_page() -> PolicyPage:
    title = _("What we keep about you")
    return PolicyPage(
        head=Head(title, title, reverse("privacy")),
        intro=(
            _("In short: nothing that says who you are, unless you ask for e-mail."),
            _("There is no account and no advert. We count pages, not people."),
            _("No other site is told. This page says what we do keep, and how long."),
        ),
        sections=(
            *(_device(), _list(), _mail(), _spare_copies()),
            *(written_down(), counted_for_a_while()),
            *(_places(), _others(), _contact()),
        ),
    )


def _device() -> Section:
    return Section(
        _("What stays on your own device"),
        (
            _("Cookies, and only where you ask for what needs one. No other site can read them."),
            _(
                "As with any site, your browser may keep pages that you have seen, and asks us "
                "each time if they have changed. Pages of “My situation” and of your list are "
                "marked so that it keeps none."
            ),
        ),
        (
            _(
                "“Comfort”: how you like to read, in five words at most, for one year. It is the "
                "same for all who like the same, so it says nothing about who you are."
            ),
            _(
                "“My situation”: your answers, sealed, so that nobody who finds the cookie can "
                "read them. Your browser sends it only to the pages of “My situation”. There we "
                "open it to make your page, and then drop it. It goes when you press “Forget my "
                "answers”, or when you close the browser; some browsers bring it back then. It "
                "cannot be read after 30 days."
            ),
            _(
                "“My list”: the number of your list, for a year. For ten minutes also what you "
                "did last, so that you can undo it. Your browser sends both only to the pages of "
                "your list."
            ),
        ),
        (Link(_("My situation"), reverse("fit")), Link(_("Comfort"), reverse("comfort"))),
    )


def _list() -> Section:
    """trials/saved/lists.py: KEPT_UNUSED is 400 days."""
    return Section(
        _("If you keep a list"),
        (_("Then our computers keep it, so that you can share it or move it."),),
        items=(
            _("We keep the studies, their order, your notes, and the days when you saved them."),
            _("We note when the list was made, and the day when it was last used."),
            _("It has no name and no address, only a long number made by chance."),
            _("You can delete the list at any time. One not used for 400 days is deleted."),
            _("Who has the link to a shared list can see it, until you stop sharing it."),
        ),
        links=(Link(_("My list"), reverse("saved")),),
    )


def _mail() -> Section:
    """trials/saved/alerts/consent.py and settling.py; their terms are held to these in a test."""
    return Section(
        _("If you ask for e-mail"),
        (_("An address beside the name of an illness tells of your health. So we keep little:"),),
        items=(
            _("We keep the address, what you follow, how often, and the day you said yes."),
            _("We note which news you have had. When each e-mail went is kept for 90 days."),
            _("You say yes in an e-mail. Without it, all of it is deleted after seven days."),
            _("A yes holds for a year. Then we ask again; with no yes within 30 days, it goes."),
            _("Every e-mail has a link that ends it, and deletes at once the address kept for it."),
            _("If a mail server says that there is no such address, we delete it, too."),
            _("No e-mail can tell us if you opened it."),
        ),
    )


def _spare_copies() -> Section:
    """docs/operations.md, "Backup and restore"."""
    return Section(
        _("Spare copies"),
        (
            _(
                "Those who run this site may make spare copies of lists and of addresses for "
                "e-mail, in case a computer breaks. What you delete stays in older copies until "
                "these are deleted, too."
            ),
        ),
    )


def _places() -> Section:
    return Section(
        _("What you search for"),
        (
            _(
                "A search stands in the address of its page, so that you can keep it or send it. "
                "So does a number of a study that you check. Your browser may list such pages "
                "among those that you saw. Your answers in “My situation” never stand in an "
                "address."
            ),
            _(
                "A ZIP code that we know is changed at once into the name of a town, and that "
                "name stands in the address. One that we do not know stays there as you typed it. "
                "It is looked up on our own computer and told to nobody."
            ),
        ),
    )


def _others() -> Section:
    return Section(
        _("When you leave this site"),
        (
            _(
                "A link to the registry or to a paper leads to another site, with its own rules. "
                "We do not tell it which page you came from."
            ),
        ),
        links=(Link(_("Notice on health data"), reverse("health_data")),),
    )


def _contact() -> Section:
    return Section(_("Questions"), tuple(whom_to_write_to()))


def cleared_page() -> PolicyPage:
    """After the button that clears this device."""
    title = _("This device is cleared")
    return PolicyPage(
        head=Head(title, title, reverse("privacy")),
        intro=(
            _("The cookies of this site are deleted: your answers, and how you like to read."),
            _(
                "If you had a list, this device no longer knows of it. A link to it that you "
                "shared goes on."
            ),
            _("Your browser may still list the pages that you saw. Only you can clear that list."),
        ),
        sections=(
            Section(_("Where to go now"), links=(Link(_("Find a trial"), reverse("search")),)),
        ),
    )
