"""What went wrong, as RFC 9457 has it (application/problem+json)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

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
TITLES = {
    400: "The request can't be read",
    404: "Not found",
    405: "This method is not allowed here",
    422: "The request can't be read",
    429: "Too many requests",
    500: "A fault of ours",
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

    @api.exception_handler(Exception)
    def failed(_request: HttpRequest, error: Exception) -> HttpResponse:
        raise error  # to failures.py, which sees those of the ETag's query too

    @api.exception_handler(HttpError)
    def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error))
