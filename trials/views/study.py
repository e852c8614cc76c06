"""/trials/NCT01234567/: one study."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.models import Correction, Study
from trials.models.change import last_changes
from trials.models.known_study import known_study
from trials.models.stored_reading import burdens_of, criteria_of
from trials.models.study_record import record_of
from trials.reading.in_short import in_short
from trials.reading.signals import read_oversight, read_signals
from trials.reading.wording import Sentence
from trials.records import StudyRecord
from trials.views.errors import unknown_study
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.addresses import study_address
from trials.views.presenters.study.page import Readings, StudyPage
from trials.views.presenters.study.page import study_page as present
from trials.views.showing import show

LAST_CHANGES = 50


@require_safe
def study_page(request: HttpRequest, typed: str) -> HttpResponse:
    """The study's page; its other addresses (aliases, small letters) lead to it for good."""
    nct_id = nct_id_of(typed)
    study = known_study(nct_id) if nct_id else None
    if study is None:
        return unknown_study(request, nct_id)
    if study.nct_id != typed:
        return HttpResponsePermanentRedirect(study_address(study.nct_id))
    return show(request, "study.jinja", _page(study, today=timezone.now().date()))


def _page(study: Study, *, today: date) -> StudyPage:
    record = record_of(study)
    corrections = Correction.objects.filter(nct_id=study.nct_id) if study.reading.corrected else ()
    return present(
        study,
        record,
        _readings(study, record, today),
        corrections=list(corrections),
        changes=last_changes(study.pk, LAST_CHANGES),
        today=today,
    )


def _readings(study: Study, record: StudyRecord, today: date) -> Readings:
    """Of starter facts only the short paragraph: silence of theirs is not the record's."""
    paragraph = _in_short(study, record, today)
    if study.is_starter:
        return Readings(paragraph, criteria=(), burdens=(), signals=(), oversight=())
    return Readings(
        paragraph,
        criteria=criteria_of(study.reading, record),
        burdens=burdens_of(study.reading, record),
        signals=read_signals(record, today=today),
        oversight=read_oversight(record),
    )


def _in_short(study: Study, record: StudyRecord, today: date) -> tuple[Sentence, ...]:
    reading = study.reading
    return in_short(
        record,
        condition=reading.condition,
        role=reading.role,
        cell_type=tuple(reading.cell_type) or None,
        tissue=tuple(reading.tissue) or None,
        donor=reading.donor,
        route=tuple(reading.route) or None,
        today=today,
        delisted_since=study.delisted_at.date() if study.delisted_at else None,
    )
