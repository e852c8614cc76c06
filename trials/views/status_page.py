"""/status/: for people, whether the site is up to date."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.models import Edition, SyncRun
from trials.views.presenters.status_page import status_page
from trials.views.showing import show

LAST_RUNS = 5


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """The data's date, and the last updates in plain words."""
    runs = tuple(SyncRun.objects.newest_first()[:LAST_RUNS])
    last = SyncRun.objects.published().exclude(kind=SyncRun.Kind.REPLAY).latest_published()
    page = status_page(Edition.current(), runs, last, now=timezone.now())
    return show(request, "policy.jinja", page)
