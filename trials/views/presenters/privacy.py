"""Words on what is kept about a visitor."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.frame import Head, Link
from trials.views.presenters.policy import PolicyPage, Section, whom_to_write_to


def privacy_page() -> PolicyPage:
    title = _("What we keep about you")
    return PolicyPage(
        head=Head(title, title, reverse("privacy")),
        intro=(
            _("In short: nothing, unless you keep a list or ask for e-mail. Then exactly this."),
            _("There is no account, no count of visits and no advert. No other site is told."),
        ),
        sections=(_device(), _list(), _mail(), _server(), _places(), _others(), _contact()),
    )


def _device() -> Section:
    return Section(
        _("What stays on your own device"),
        (_("Only where you ask for it. Each is a cookie that this site alone can read."),),
        (
            _(
                "“Comfort”: how you like to read, in five words, for one year. It is the same for "
                "all who like the same, so it says nothing about who you are."
            ),
            _(
                "“My situation”: your answers, sealed, so that nobody who finds the cookie can "
                "read them. Your browser sends it only to the pages of “My situation”. There we "
                "open it to make your page, and then drop it. It goes when you close the browser "
                "or press “Forget my answers”, and cannot be read after 30 days."
            ),
            _(
                "Pages that you have seen, as with any site: your browser may keep them, and asks "
                "us each time if they have changed. Pages of “My situation” are marked so that it "
                "keeps none."
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
            _("It has no name and no address, only a long number made by chance."),
            _("Your device holds that number in a cookie for a year, for the list's pages only."),
            _("You can delete the list at any time. One not used for 400 days is deleted."),
            _("Who has the link to a shared list can see it, until you stop sharing it."),
        ),
        links=(Link(_("My list"), reverse("saved")),),
    )


def _mail() -> Section:
    """trials/saved/alerts/: an address is purged after 7 days without a yes; a yes lasts a year."""
    return Section(
        _("If you ask for e-mail"),
        (_("An address beside the name of an illness tells of your health. So we keep little:"),),
        items=(
            _("We keep the address, what you follow, how often, and the days of our e-mails."),
            _("You say yes in an e-mail. Without it, all of it is deleted after seven days."),
            _("A yes holds for a year. Then we ask again."),
            _("Every e-mail has a link that ends it. That deletes the address at once."),
            _("No e-mail can tell us if you opened it."),
        ),
    )


def _server() -> Section:
    return Section(
        _("What our computers write down"),
        (
            _(
                "This program writes no list of visits. Your answers in “My situation” are never "
                "written to disk."
            ),
            _(
                "When something breaks, a line says which page it was and what broke. It has "
                "neither your answers nor what you searched for."
            ),
            _(
                "Where files are fetched by programs, we count for a minute how often one part of "
                "the network asks. It stands under a code of the day, not under its address."
            ),
            _(
                "Those who run the network can see that you came here. They cannot see what you "
                "read, if the address begins with “https”."
            ),
        ),
    )


def _places() -> Section:
    return Section(
        _("What you search for"),
        (
            _(
                "A search stands in the address of its page, so that you can keep it or send it. "
                "Your browser may list it among the pages that you saw. Age, dates and all else "
                "about you never stand in an address."
            ),
            _(
                "A ZIP code is changed at once into the name of a town, and that name stands in "
                "the address. It is looked up on our own computer and told to nobody."
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
