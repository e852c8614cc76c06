"""What every answer of the API has in common: its pace, its ETag and who may read it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import condition

from trials.api.problems import too_often
from trials.exports.etag import etag_of
from trials.exports.rates import paced

View = Callable[..., HttpResponseBase]
PRIVATE = "private, no-store"


def _open_to_all(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        response = view(request, *args, **values)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


def answering(view: View) -> View:
    """For answers that stay the same until the data changes: a 304 asks for no study."""
    return _open_to_all(paced("api", too_often)(condition(etag_func=etag_of)(view)))


def answering_in_private(view: View) -> View:
    """For answers to what somebody typed, which no cache may keep."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        response = view(request, *args, **values)
        response.headers["Cache-Control"] = PRIVATE
        return response

    return _open_to_all(paced("api", too_often)(answer))
