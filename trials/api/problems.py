"""What went wrong, as RFC 9457 has it (application/problem+json)."""

from __future__ import annotations

import logging
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from trialfinder.watching.routes import route_of
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
MINUTE = "60"
log = logging.getLogger(__name__)
TITLES = {
    404: "Not found",
    405: "This method is not allowed here",
    422: "The request can't be read",
    429: "Too many requests",
    503: "This took too long",
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
    content = {CONTENT_TYPE: {"schema": SCHEMA}}
    return {
        "responses": {
            str(status): {"description": TITLES[status], "content": content}
            for status in (*statuses, 429)
        }
    }


def handle_problems(api: NinjaAPI) -> None:
    """Make every refusal of the API a problem document."""

    @api.exception_handler(ValidationError)
    def unreadable(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        lines = (f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
        return problem(422, "; ".join(lines))

    @api.exception_handler(OperationalError)
    def slow(request: HttpRequest, error: OperationalError) -> HttpResponse:
        if not is_cut_off(error):
            raise error
        log.error("The query of an answer was cut off: %s", route_of(request))
        response = problem(503, "Please try again in a minute, or ask for less at once.")
        response.headers["Retry-After"] = MINUTE
        return response

    @api.exception_handler(HttpError)
    def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error))
