"""Requests that ask for more than the site gives at once, and get a calm page for it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from trialfinder.watching.routes import route_of
from trials.models.time_limit import is_cut_off
from trials.views.comfort_cookie import comfort
from trials.views.headers import PRIVATE
from trials.views.presenters.errors import ErrorPage
from trials.views.presenters.frame import frame
from trials.views.presenters.waiting import crowded_page, too_often_page, took_too_long_page

log = logging.getLogger(__name__)
TEMPLATE = "errors/error.jinja"
MINUTE = 60
MOMENT = 10
MOST_DIGITS = 20  # of a length; more are as good as these, and Python doesn't read thousands


class TooMuch:
    """Middleware: a body that no form of ours fills, and a query that was cut off."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if body_length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig("the body is longer than any form of the site")
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not is_cut_off(error):
            return None
        limit = settings.STATEMENT_TIMEOUT_MS
        log.error("A page's query was cut off after %s ms: %s", limit, route_of(request))
        return _waiting(request, took_too_long_page(), seconds=MINUTE, status=503)


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """429, and when to come back."""
    return _waiting(request, too_often_page(seconds), seconds=seconds, status=429)


def crowded(request: HttpRequest) -> HttpResponse:
    """503: others are sending forms, and this one was not read."""
    return _waiting(request, crowded_page(MOMENT), seconds=MOMENT, status=503)


def _waiting(request: HttpRequest, page: ErrorPage, *, seconds: int, status: int) -> HttpResponse:
    """Asks nothing of the database, which may be what is slow."""
    framed = frame(page.head, classes=comfort(request).classes)
    text = render_to_string(TEMPLATE, {"page": page, "frame": framed, "freshness": None})
    headers = {"Retry-After": str(seconds), "Cache-Control": PRIVATE}
    return HttpResponse(text, status=status, headers=headers)


def body_length(request: HttpRequest) -> int:
    """Bytes, as the request says; 0 where it says nothing, and no body is read then."""
    text = request.META.get("CONTENT_LENGTH") or "0"
    if not (text.isascii() and text.isdigit()):
        return 0
    return int(text.lstrip("0")[:MOST_DIGITS] or "0")
