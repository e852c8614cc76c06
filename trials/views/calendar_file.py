"""/trials/NCT01234567/dates.ics: a study's dates, for a calendar that subscribes to them."""

from __future__ import annotations

from datetime import UTC, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe
from icalendar import Calendar
from icalendar import Event as CalendarEvent

from trials.exports.etag import etag_of
from trials.models import Study
from trials.models.known_study import known_study
from trials.models.study_record import record_of
from trials.views.errors import unknown_study
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.calendar_file import Event, events

FRESH_FOR = timedelta(days=1)


@require_safe
@condition(etag_func=etag_of)
def dates_file(request: HttpRequest, typed: str) -> HttpResponse:
    """The dates that the record gives; a plain word where it gives none."""
    nct_id = nct_id_of(typed)
    study = known_study(nct_id) if nct_id else None
    if study is None:
        return unknown_study(request, nct_id)
    if study.nct_id != typed:
        address = reverse("study_dates", kwargs={"typed": study.nct_id})
        return HttpResponsePermanentRedirect(address)
    found = list(events(study, record_of(study), study.changes.all()))
    return _file(study, found) if found else _no_dates()


def _no_dates() -> HttpResponse:
    text = _("The record of this study gives no dates.")
    return HttpResponse(text, status=404, content_type="text/plain; charset=utf-8")


def _file(study: Study, found: list[Event]) -> HttpResponse:
    calendar = Calendar()
    calendar.add("prodid", "-//ALS Stem Cell Trial Finder//dates//EN")
    calendar.add("version", "2.0")
    calendar.add("name", _("Dates of %(study)s") % {"study": study.nct_id})
    calendar.add("refresh-interval", FRESH_FOR, parameters={"VALUE": "DURATION"})
    for one in found:
        calendar.add_component(_event(one))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{study.nct_id}-dates.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _event(one: Event) -> CalendarEvent:
    event = CalendarEvent()
    event.add("uid", one.uid)
    event.add("dtstamp", one.changed.astimezone(UTC))
    event.add("last-modified", one.changed.astimezone(UTC))
    event.add("sequence", one.sequence)
    event.add("dtstart", one.start)
    event.add("dtend", one.end)
    event.add("summary", one.title)
    event.add("description", one.text)
    event.add("url", one.address)
    event.add("status", "TENTATIVE" if one.is_tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
