"""/fit/results/: per study and criterion how it looks; no study is hidden."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.views.fit.person import person_of
from trials.views.fit.private import private
from trials.views.fit.sealed import forget, opened
from trials.views.fit.studies import compared
from trials.views.presenters.fit.results import results_page
from trials.views.showing import show


@private
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Ten studies a page; the number of the page is all that the address says."""
    today = timezone.now().date()
    found = opened(request, today=today)
    page = results_page(
        compared(person_of(found.answers), today=today),
        found.answers,
        number=_number(request.GET.get("page", "")),
        is_lost=found.is_lost,
        today=today,
    )
    response = show(request, "fit/results.jinja", page)
    if found.is_lost:
        forget(response)
    return response


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
