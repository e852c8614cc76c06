"""What went wrong, as RFC 9457 has it (application/problem+json)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from trialfinder.watching.routes import route_of
from trials.models.away import is_away
from trials.models.time_limit import is_cut_off

CONTENT_TYPE = "application/problem+json"
SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}
HEADERS: dict[int, tuple[str, ...]] = {
    429: ("Retry-After", "RateLimit", "RateLimit-Policy"),
    503: ("Retry-After",),
}
MINUTE = "60"
View = Callable[..., HttpResponseBase]
log = logging.getLogger(__name__)
TITLES = {
    404: "Not found",
    405: "This method is not allowed here",
    422: "The request can't be read",
    429: "Too many requests",
    503: "Not to be had right now",
}


def problem(status: int, detail: str) -> HttpResponse:
    """A problem of the kind that its HTTP status names."""
    values = {
        "type": "about:blank",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "detail": detail,
    }
    return JsonResponse(values, status=status, content_type=CONTENT_TYPE)


def too_often(seconds: int) -> HttpResponse:
    return problem(429, f"Please try again in {seconds} seconds.")


def documented(*statuses: int) -> dict[str, Any]:
    """The problems of an operation, for its OpenAPI description (``openapi_extra``)."""
    return {"responses": {str(status): _description(status) for status in (*statuses, 429, 503)}}


def _description(status: int) -> dict[str, Any]:
    content = {CONTENT_TYPE: {"schema": SCHEMA}}
    headers = {name: {"schema": {"type": "string"}} for name in HEADERS.get(status, ())}
    return {"description": TITLES[status], "content": content, "headers": headers}


def handle_problems(api: NinjaAPI) -> None:
    """Make every refusal of the API a problem document."""

    @api.exception_handler(ValidationError)
    def unreadable(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        lines = (f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
        return problem(422, "; ".join(lines))

    @api.exception_handler(Error)
    def of_the_database(_request: HttpRequest, error: Error) -> HttpResponse:
        raise error  # to ``with_problems``, which sees those of the ETag's query too

    @api.exception_handler(HttpError)
    def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error))


def with_problems(view: View) -> View:
    """What ninja's own handlers don't see: an ETag's query that fails, and a wrong method."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        try:
            response = view(request, *args, **values)
        except Error as error:
            return _of_the_database(request, error)
        return _not_allowed(response) if response.status_code == 405 else response

    return answer


def _of_the_database(request: HttpRequest, error: Error) -> HttpResponse:
    """503 where it took too long or is away. Raises what is a fault of ours."""
    if is_cut_off(error):
        log.error("The query of an answer was cut off: %s", route_of(request))
        return _later("This took too long. Please try again in a minute, or ask for less at once.")
    if is_away(error):
        log.warning("The database is away: no %s (%s)", route_of(request), type(error).__name__)
        return _later("The site can't reach its data. Please try again in a minute.")
    raise error


def _later(detail: str) -> HttpResponse:
    response = problem(503, detail)
    response.headers["Retry-After"] = MINUTE
    return response


def _not_allowed(response: HttpResponseBase) -> HttpResponse:
    allowed = response.headers["Allow"]
    refused = problem(405, f"This address takes {allowed}.")
    refused.headers["Allow"] = allowed
    return refused
