"""What ninja's own handlers don't see, told as problems too: an ETag's query that fails, a method
that no address takes, a database that is away, a fault of ours."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from trialfinder.watching.routes import route_of
from trials.api.problems import problem
from trials.models.away import is_away
from trials.models.time_limit import is_cut_off

log = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]
MINUTE = "60"


def with_problems(view: View) -> View:
    """A view whose every failure is a problem document."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        try:
            response = view(request, *args, **values)
        except SuspiciousOperation as error:
            log.warning("A request could not be read: %s", type(error).__name__)
            return problem(400, "The request is longer than it may be, or made of unknown signs.")
        except Exception as error:  # noqa: BLE001 whatever it is, a program waits for JSON
            return _failed(request, error)
        return _not_allowed(response) if response.status_code == 405 else response

    return answer


def _failed(request: HttpRequest, error: Exception) -> HttpResponse:
    if is_cut_off(error):
        log.error("The query of an answer was cut off: %s", route_of(request))
        return _later("This took too long. Please try again in a minute, or ask for less at once.")
    if is_away(error):
        log.warning("The database is away: no %s (%s)", route_of(request), type(error).__name__)
        return _later("The site can't reach its data. Please try again in a minute.")
    got_request_exception.send(sender=None, request=request)  # as Django does: tests see it
    log.error("An answer failed: %s", route_of(request), exc_info=error)
    return problem(500, "The fault is ours. Please try again later.")


def _later(detail: str) -> HttpResponse:
    response = problem(503, detail)
    response.headers["Retry-After"] = MINUTE
    return response


def _not_allowed(response: HttpResponseBase) -> HttpResponse:
    allowed = response.headers["Allow"]
    refused = problem(405, f"This address takes {allowed}.")
    refused.headers["Allow"] = allowed
    return refused
