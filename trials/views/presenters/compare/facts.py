"""Rows on what a study is: status, cells, phase, groups, places, dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import ngettext

from trials.records import Age, DateStruct
from trials.search.said import said as _
from trials.search.words import CELL, DONOR, ROUTE, TISSUE, Words
from trials.views.presenters.compare.asks import not_known_yet
from trials.views.presenters.compare.study import Cell, ComparedStudy, Line
from trials.views.presenters.dates import struct_in_words
from trials.views.presenters.results.cards import phases
from trials.views.presenters.statuses import mark_of
from trials.views.presenters.study.burdens import burden_line
from trials.views.presenters.verified import starter_note, unconfirmed
from trials.views.presenters.wording import countries, worded

PLACEBO_ARMS = frozenset({"PLACEBO_COMPARATOR", "SHAM_COMPARATOR"})


def status(one: ComparedStudy, today: date) -> Cell:
    notes = (starter_note(one.study), unconfirmed(one.study, today))
    since = _("The registry does not list it any more.") if one.study.delisted_at else ""
    return _lines([mark_of(one.study).text, *notes, since])


def kind(one: ComparedStudy) -> Cell:
    words = {
        "INTERVENTIONAL": _("A trial: people get a treatment"),
        "OBSERVATIONAL": _("It watches people and gives no treatment"),
        "EXPANDED_ACCESS": _("Expanded access: you can ask for a treatment that is still in tests"),
    }
    return _lines([words.get(one.study.study_type, one.study.study_type) or not_known_yet()])


def cells(one: ComparedStudy) -> Cell:
    return _worded(one, CELL, one.study.reading.cell_type)


def tissue(one: ComparedStudy) -> Cell:
    return _worded(one, TISSUE, one.study.reading.tissue)


def donor(one: ComparedStudy) -> Cell:
    return _worded(one, DONOR, [one.study.reading.donor] if one.study.reading.donor else [])


def route(one: ComparedStudy) -> Cell:
    return _worded(one, ROUTE, one.study.reading.route)


def _worded(one: ComparedStudy, words: Words, codes: list[str]) -> Cell:
    if one.study.is_starter and codes in ([], ["not_stated"]):
        return _lines([not_known_yet()])
    return _lines([worded(words, codes) if codes else _("We could not tell from this record")])


def phase(one: ComparedStudy) -> Cell:
    return _lines([phases(one.study)])


def placebo(one: ComparedStudy) -> Cell:
    """By the types of the arms; silence is not a no."""
    arms = one.record.arm_groups
    if one.study.is_starter:
        return _lines([not_known_yet()])
    named = [arm.label for arm in arms if arm.type in PLACEBO_ARMS]
    if named:
        return (Line(_("Stated: a placebo or sham group"), ", ".join(named)),)
    if arms and all(arm.type for arm in arms):
        return _lines([_("No group of that kind is listed")])
    return _lines([_("Not stated: ask")])


def size(one: ComparedStudy) -> Cell:
    count = one.record.design.enrollment_count
    if count is None:
        return _lines([not_known_yet() if one.study.is_starter else _("Not stated: ask")])
    return _lines([ngettext("%(n)s person", "%(n)s people", count) % {"n": f"{count:,}"}])


def ages(one: ComparedStudy) -> Cell:
    eligibility = one.record.eligibility
    if one.study.is_starter and not (eligibility.minimum_age or eligibility.maximum_age):
        return _lines([not_known_yet()])
    return _lines([_ages(eligibility.minimum_age, eligibility.maximum_age)])


def _ages(youngest: Age | None, oldest: Age | None) -> str:
    if youngest and oldest:
        return _("%(youngest)s to %(oldest)s") % {"youngest": youngest, "oldest": oldest}
    if youngest:
        return _("%(youngest)s or older") % {"youngest": youngest}
    return _("%(oldest)s or younger") % {"oldest": oldest} if oldest else _("No limit stated")


def takes(one: ComparedStudy) -> Cell:
    """What taking part takes, with the words of the record."""
    found = tuple(
        Line(" ".join(filter(None, (line.text, line.count))), line.why.quote)
        for line in map(burden_line, one.burdens)
    )
    if one.study.is_starter:
        return _lines([not_known_yet()])
    return found or _lines([_("We found nothing on this in the record: ask")])


def where(one: ComparedStudy) -> Cell:
    sites = one.record.locations
    if not sites:
        missing = not_known_yet() if one.study.is_starter else _("No place is listed")
        return _lines([missing])
    count = ngettext("%(count)s place", "%(count)s places", len(sites)) % {"count": len(sites)}
    codes = {site.country_code for site in sites if site.country_code}
    return _lines([count, countries(codes)])


def run_by(one: ComparedStudy) -> Cell:
    name = one.study.lead_sponsor
    return (Line(name, is_registrys=True),) if name else _lines([_("Not stated: ask")])


def dates(one: ComparedStudy) -> Cell:
    status = one.record.status
    told = (
        (_("Start: %(date)s"), status.start_date),
        (_("Main measurements end: %(date)s"), status.primary_completion_date),
        (_("End: %(date)s"), status.completion_date),
    )
    lines = [_dated(words, struct) for words, struct in told if struct]
    return _lines(lines or [not_known_yet() if one.study.is_starter else _("Not stated: ask")])


def _dated(words: str, struct: DateStruct) -> str:
    text = words % {"date": struct_in_words(struct)}
    return _("%(text)s (planned)") % {"text": text} if struct.is_estimated else text


def results(one: ComparedStudy) -> Cell:
    if one.study.is_starter:
        return _lines([not_known_yet()])
    has_some = one.study.has_results
    return _lines([_("Posted on the registry") if has_some else _("None posted on the registry")])


def _lines(texts: Iterable[str]) -> Cell:
    return tuple(Line(text) for text in texts if text)
