"""/trials/NCT01234567/questions/: one sheet to print and take to a visit."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.models import Study
from trials.models.known_study import known_study
from trials.models.stored_reading import burdens_of, criteria_of
from trials.models.study_record import record_of
from trials.reading.signals import read_oversight, read_signals
from trials.views.closing_doors import closing_criterion
from trials.views.errors import unknown_study
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.questions.answers import ReadForSheet
from trials.views.presenters.questions.sheet import Sheet
from trials.views.presenters.questions.sheet import sheet as present
from trials.views.showing import show


@require_safe
def questions(request: HttpRequest, typed: str) -> HttpResponse:
    """The sheet; the study's other addresses lead to it for good."""
    nct_id = nct_id_of(typed)
    study = known_study(nct_id) if nct_id else None
    if study is None:
        return unknown_study(request, nct_id)
    if study.nct_id != typed:
        address = reverse("questions", kwargs={"typed": study.nct_id})
        return HttpResponsePermanentRedirect(address)
    return show(request, "questions.jinja", _sheet(study, today=timezone.now().date()))


def _sheet(study: Study, *, today: date) -> Sheet:
    record = record_of(study)
    if study.is_starter:  # silence of the facts that we brought along is not the record's
        return present(study, record, None, today=today)
    read = ReadForSheet(
        oversight=read_oversight(record),
        signals=read_signals(record, today=today),
        burdens=burdens_of(study.reading, record),
        closing=closing_criterion(criteria_of(study.reading, record)),
    )
    return present(study, record, read, today=today)
