"""The sheet: plain facts at the top, then the questions with what the record answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from django.urls import reverse
from django.utils.translation import ngettext

from trials.models import Study
from trials.records import StudyRecord
from trials.search.said import said as _
from trials.views.presenters.addresses import study_address
from trials.views.presenters.dates import moment_in_words, text_in_words
from trials.views.presenters.frame import REGISTRY, Head, Link
from trials.views.presenters.guide.essential_questions import essential_questions
from trials.views.presenters.questions.answers import ReadForSheet, SheetAnswer, answers
from trials.views.presenters.results.cards import Fact
from trials.views.presenters.statuses import mark_of
from trials.views.presenters.verified import starter_note, unconfirmed
from trials.views.presenters.wording import in_countries

LONGEST_TITLE = 150
LONGEST_NAME = 80
MOST_COUNTRIES = 5


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One question, with what the record says to it."""

    number: int
    asks: str
    answers: tuple[SheetAnswer, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``registry``: the address in words, since paper has no links."""

    head: Head
    title: str
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    questions: tuple[SheetQuestion, ...]
    registry: str
    back: Link


def sheet(study: Study, record: StudyRecord, read: ReadForSheet | None, *, today: date) -> Sheet:
    """``read`` is None where only starter facts are here."""
    title = _("Questions to ask about %(nct_id)s") % {"nct_id": study.nct_id}
    description = _("One page to print: what the record says, and what to ask.")
    address = reverse("questions", kwargs={"typed": study.nct_id})
    return Sheet(
        head=Head(title, description, address),
        title=shorten(study.brief_title or study.nct_id, LONGEST_TITLE, placeholder=" …"),
        facts=tuple(_facts(study, record)),
        notes=tuple(note for note in _notes(study, today) if note),
        questions=tuple(
            SheetQuestion(number, one.asks, answers(one.code, study, record, read))
            for number, one in enumerate(essential_questions(), start=1)
        ),
        registry=f"{REGISTRY}/study/{study.nct_id}",
        back=Link(_("Back to the study's page"), study_address(study.nct_id)),
    )


def _facts(study: Study, record: StudyRecord) -> Iterator[Fact]:
    yield Fact(_("Study number"), study.nct_id)
    yield Fact(_("Status"), mark_of(study).text)
    if study.lead_sponsor:
        yield Fact(_("Run by"), _short(study.lead_sponsor), is_registrys=True)
    yield Fact(_("Where"), _where(study, record))
    if contact := _contact(record):
        yield Fact(_("Contact"), contact, is_registrys=True)
    if study.status_verified_date:
        yield Fact(_("Record last checked"), text_in_words(study.status_verified_date))


def _where(study: Study, record: StudyRecord) -> str:
    codes = {site.country_code for site in record.locations if site.country_code}
    if not codes:
        return _("Not known here yet") if study.is_starter else _("No place is listed")
    text = ngettext("%(count)s place", "%(count)s places", len(record.locations))
    places = text % {"count": len(record.locations)}
    if len(codes) > MOST_COUNTRIES:
        return _("%(places)s in %(count)s countries") % {"places": places, "count": len(codes)}
    where = in_countries(codes)
    return where if study.is_starter else f"{places}: {where}"


def _contact(record: StudyRecord) -> str:
    """The first contact's e-mail, or else phone: of the study, or of its first site with one."""
    at_sites = (one for site in record.locations for one in site.contacts)
    for one in (*record.central_contacts, *at_sites):
        if one.email or one.phone:
            return _short(one.email or one.phone)
    return ""


def _notes(study: Study, today: date) -> Iterator[str]:
    yield starter_note(study)
    yield unconfirmed(study, today)
    if study.delisted_at:
        yield _("No longer listed since %(date)s") % {"date": moment_in_words(study.delisted_at)}


def _short(text: str) -> str:
    return shorten(text, LONGEST_NAME, placeholder=" …")
