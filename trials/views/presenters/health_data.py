"""The notice on consumer health data (Washington, RCW 19.373.020 names what it must tell)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.frame import Head, Link
from trials.views.presenters.policy import PolicyPage, Section, whom_to_write_to
from trials.views.presenters.written_down import line_of_a_page

LAW = "https://app.leg.wa.gov/RCW/default.aspx?cite=19.373"


def health_data_page() -> PolicyPage:
    title = _("Notice on health data")
    return PolicyPage(
        head=Head(title, title, reverse("health_data")),
        intro=(
            _(
                "That somebody comes to this site can already say something about health. So we "
                "treat a visit itself as health data. This page says what becomes of it."
            ),
            _("A lawyer has not checked this page yet."),
        ),
        sections=(*_what(), *_rights()),
    )


def _what() -> tuple[Section, ...]:
    return (
        Section(
            _("What we collect, and why"),
            (
                _(
                    "We store no health data, unless you ask us to: a list that you keep, or an "
                    "e-mail address that wants news. They serve for that and for nothing else."
                ),
                _(
                    "To show a page, our computer reads what your browser sends: the address of "
                    "the page, and in “My situation” your answers. It uses them for that one "
                    "page. Then it drops them."
                ),
                line_of_a_page(),
                _(
                    "Where a form is sent or a file is fetched, it notes for a short time that a "
                    "part of the network asked, under a code. How long stands on the page on what "
                    "we keep."
                ),
            ),
        ),
        Section(_("Where it comes from"), (_("From you alone, by what you press and type here."),)),
        Section(
            _("Whom we share it with, and what we sell"),
            (
                _("We share it with nobody, and sell nothing."),
                _("No page loads anything from another site."),
                _("An e-mail goes through the mail systems between us and you, as any does."),
            ),
        ),
    )


def _rights() -> tuple[Section, ...]:
    return (
        Section(
            _("Your rights"),
            (
                _(
                    "You may ask which health data we hold about you, ask us to delete it, and "
                    "take back a consent. Most of it you can do yourself, at once: delete your "
                    "list, end the e-mails, clear your device. For the rest, write to us."
                ),
                *whom_to_write_to(),
            ),
            links=(
                Link(_("What we keep about you, and how to clear this device"), reverse("privacy")),
                Link(_("The law in the state of Washington: RCW 19.373"), LAW),
            ),
        ),
        Section(
            _("If this changes"),
            (_("Should we ever want to keep more, this page will say so first."),),
        ),
    )
