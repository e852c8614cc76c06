"""Samples for the page of components. Invented: the page is not there on a site that people use."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.records import Contact
from trials.search.words import STATUS
from trials.views.presenters.frame import REGISTRY, Head, Link
from trials.views.presenters.prose import Block, prose
from trials.views.presenters.results.cards import Card, Fact
from trials.views.presenters.results.filters import Field, Group, Option
from trials.views.presenters.results.notices import Notice
from trials.views.presenters.results.page import Paging
from trials.views.presenters.saved.list_page import KeptStudy
from trials.views.presenters.statuses import LOOKS, StatusMark, status_mark
from trials.views.presenters.study.evidence import Why
from trials.views.presenters.study.posted_results import Table
from trials.views.presenters.study.where import ContactLine, contact_line

NCT_ID, TITLE = "NCT90000001", "A Sample Study of Cells in ALS"
TEXT = "First line of a text.\n\n* A point\n  * A point below it\n\n1. A numbered point"


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """One sample, or each state, of every component."""

    head: Head
    links: tuple[Link, ...]
    chips: tuple[Link, ...]
    statuses: tuple[StatusMark, ...]
    facts: tuple[Fact, ...]
    why: Why
    prose: tuple[Block, ...]
    cards: tuple[Card, ...]
    notices: tuple[Notice, ...]
    field: Field
    groups: tuple[Group, ...]
    table: Table
    pagings: tuple[Paging, ...]
    contacts: tuple[ContactLine, ...]
    kept: KeptStudy


def components_page() -> ComponentsPage:
    title = _("Components")
    return ComponentsPage(
        head=Head(title, _("The parts that pages are made of."), reverse("components")),
        links=(Link(_("A link on this site"), reverse("home")), _outward()),
        chips=(Link(_("Remove filter: a sample"), reverse("search")),),
        statuses=tuple(status_mark(one) for one in STATUS if one in LOOKS),
        facts=_facts(),
        why=Why(_("Title"), TITLE),
        prose=prose(TEXT),
        cards=(_card(1, "RECRUITING"), _card(2, "UNKNOWN", _("A note on this study."))),
        notices=_notices(),
        field=Field("sample", _("A line to type in"), _("What helps to fill it in."), "", 100),
        groups=_groups(),
        table=Table(
            TITLE,
            (),
            _("What"),
            ("Cells", "Placebo"),
            (("People", ("12", "11")), ("Age", ("", "61"))),
        ),
        pagings=_pagings(),
        contacts=_contacts(),
        kept=_kept(),
    )


def _outward() -> Link:
    return Link(_("A link away from it"), REGISTRY)


def _facts() -> tuple[Fact, ...]:
    return (
        Fact(_("Phase"), _("Phase 2")),
        Fact(_("Run by"), "Example University", is_registrys=True),
    )


def _card(number: int, status: str, *notes: str) -> Card:
    return Card(
        number=number,
        nct_id=f"NCT9000000{number}",
        title=TITLE,
        address=reverse("study", kwargs={"typed": f"NCT9000000{number}"}),
        open_label=_("Open trial %(number)s") % {"number": number},
        save_label=_("Save %(number)s to my list") % {"number": number},
        compare_label=_("Compare %(number)s") % {"number": number},
        mark=status_mark(status),
        notes=notes,
        facts=_facts(),
    )


def _notices() -> tuple[Notice, ...]:
    return (
        Notice(_("A notice alone")),
        Notice(_("A notice with a way on"), (_("What it is about."),), (_again(),)),
    )


def _again() -> Link:
    return Link(_("What can be done about it"), reverse("components"))


def _groups() -> tuple[Group, ...]:
    options = (
        Option("a", _("Chosen"), is_chosen=True),
        Option("b", _("Not chosen"), is_chosen=False),
    )
    hint = _("A hint under the title.")
    return (
        Group("ticks", _("Tick any"), "checkbox", options, is_open=True),
        Group("one", _("Choose one"), "radio", options, is_open=True, hint=hint),
        Group("folded", _("Folded away"), "checkbox", options, is_open=False),
    )


def _pagings() -> tuple[Paging, ...]:
    page = reverse("search")
    text = _("Page %(page)s of %(pages)s") % {"page": 2, "pages": 3}
    before, after = Link(_("Previous page"), page), Link(_("Next page"), f"{page}?page=3")
    return (Paging(text, before, after),)


def _contacts() -> tuple[ContactLine, ...]:
    whole = Contact(
        name="Study office", role="CONTACT", phone="+1 555 0100", email="office@example.org"
    )
    return (contact_line(whole, NCT_ID), contact_line(Contact(name="Study lead"), NCT_ID))


def _kept() -> KeptStudy:
    return KeptStudy(
        number=3,
        nct_id="NCT90000003",
        title=TITLE,
        address=reverse("study", kwargs={"typed": "NCT90000003"}),
        open_label=_("Open trial %(number)s") % {"number": 3},
        mark=status_mark("RECRUITING"),
        notes=(),
        saved_text=_("Saved today."),
        news_text=_("Nothing changed since."),
        changes=(),
        note=_("A note of mine."),
        is_first=False,
        is_last=False,
    )
