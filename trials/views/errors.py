"""Pages for what went wrong: what happened, what to do next."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

from trials.models.away import is_away
from trials.models.study_record import DamagedRecord
from trials.views.comfort_cookie import comfort
from trials.views.headers import PRIVATE
from trials.views.presenters.errors import (
    ErrorPage,
    bad_request_page,
    damaged_study_page,
    forbidden_page,
    not_found_page,
    only_read_page,
    server_error_page,
    unknown_study_page,
    unmeasured_page,
    unreachable_page,
    untaken_form_page,
)
from trials.views.presenters.frame import frame
from trials.views.showing import show

log = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = 120
CURATORS = "/admin/"
READING = ("GET", "HEAD")
TEMPLATE = "errors/error.jinja"
LAST_RESORT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Something went wrong</title></head>
<body><h1>Something went wrong on our side</h1>
<p>It is not your fault. Please try again in a few minutes.</p>
<p>The registry itself is at <a href="https://clinicaltrials.gov">ClinicalTrials.gov</a>.</p>
</body></html>
"""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request can't be read."""
    return _private(show(request, TEMPLATE, bad_request_page(), status=400))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return _private(show(request, TEMPLATE, forbidden_page(), status=403))


def unmeasured(request: HttpRequest) -> HttpResponse:
    """411: a form without its length, of which nothing was read."""
    return _private(HttpResponse(_text_without_data(request, unmeasured_page), status=411))


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form of curators; 405 for a page that takes none.

    Forms of readers need no token (docs/adr/0008), so what lacks one there is for no form.
    """
    if request.path_info.startswith(CURATORS):
        words = _text_without_data(request, untaken_form_page)
        return _private(HttpResponse(words, status=403))
    response = HttpResponseNotAllowed(READING, _text_without_data(request, only_read_page))
    return _private(response)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 for an address that leads nowhere."""
    return show(request, TEMPLATE, not_found_page(), status=404)


def unknown_study(request: HttpRequest, nct_id: str | None) -> HttpResponse:
    """404 for a study that is not here; ``nct_id`` None where the address has no id in it."""
    return show(request, TEMPLATE, unknown_study_page(nct_id), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: without the database and, if need be, without templates and static files."""
    error = sys.exc_info()[1]
    if _is_database_away(error):
        return unreachable(request)
    if isinstance(error, DamagedRecord):
        return damaged(request, error.nct_id)
    return _private(HttpResponse(_text_without_data(request, server_error_page), status=500))


def _is_database_away(error: BaseException | None) -> bool:
    """Whether it failed, or made the error fail whose words stand for it."""
    return any(is_away(one) for one in (error, getattr(error, "__context__", None)))


def unreachable(request: HttpRequest) -> HttpResponse:
    """503 while the database is away; asks nothing of it."""
    response = _private(HttpResponse(_text_without_data(request, unreachable_page), status=503))
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def damaged(request: HttpRequest, nct_id: str) -> HttpResponse:
    """503 for a study whose stored record can't be read until a sync has fetched it again."""
    words = _text_without_data(request, lambda: damaged_study_page(nct_id))
    return _private(HttpResponse(words, status=503))


def _text_without_data(request: HttpRequest, make: Callable[[], ErrorPage]) -> str:
    try:
        page = make()
        framed = frame(page.head, classes=comfort(request).classes)
        return render_to_string(TEMPLATE, {"page": page, "frame": framed, "freshness": None})
    except Exception:  # whatever it is, somebody waits for a page
        log.exception("The error page itself could not be made")
        return LAST_RESORT


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = PRIVATE
    return response
