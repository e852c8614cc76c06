"""/check/: what the registry says of a number that a clinic quoted, and signs to look for.

The form is sent by GET: a POST would need a cookie against forged forms, and the site sets
none. What was typed then stands in the address, so the answer is never cached or listed,
and no log keeps a query string. There is no address of its own for a checked study.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.models.known_study import known_study
from trials.models.stored_reading import criteria_of
from trials.models.study_record import record_of
from trials.reading.signals import read_oversight
from trials.views.closing_doors import closing_criterion, closing_doors
from trials.views.headers import PRIVATE
from trials.views.presenters.check.answers import Answer, found, unknown
from trials.views.presenters.check.earlier_cells import earlier_cells_page
from trials.views.presenters.check.page import Asked, check_page
from trials.views.quoted_ids import quoted_ids
from trials.views.showing import show

MOST = 3


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The form, what was found for the numbers in ``id``, the signs, and who turns away."""
    asked = _asked(_shown(request.GET["id"])) if "id" in request.GET else None
    response = show(request, "check.jinja", check_page(asked, closing_doors()))
    if request.GET:
        response.headers["Cache-Control"] = PRIVATE
    return response


@require_safe
def earlier_cells(request: HttpRequest) -> HttpResponse:
    """The studies that turn away people who had cells before, each with its sentence."""
    return show(request, "check_earlier_cells.jinja", earlier_cells_page(closing_doors()))


def _shown(typed: str) -> str:
    """What was typed, less signs that no page can show; a line's end becomes a space."""
    return "".join(sign if sign.isprintable() else " " for sign in typed)


def _asked(typed: str) -> Asked:
    quoted = quoted_ids(typed)
    return Asked(
        typed=typed,
        answers=tuple(_answer(nct_id) for nct_id in quoted.ids[:MOST]),
        broken=quoted.broken,
        left=quoted.ids[MOST:],
    )


def _answer(nct_id: str) -> Answer:
    study = known_study(nct_id)
    if study is None:
        return unknown(nct_id)
    record, today = record_of(study), timezone.now().date()
    if study.is_starter:
        return found(study, record, oversight=(), closing=None, today=today, asked=nct_id)
    return found(
        study,
        record,
        oversight=read_oversight(record),
        closing=closing_criterion(criteria_of(study.reading, record)),
        today=today,
        asked=nct_id,
    )
