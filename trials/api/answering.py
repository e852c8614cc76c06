"""What answers of the API have in common: their pace, their ETag and who may read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import condition

from trials.api.failures import with_problems
from trials.api.problems import too_often
from trials.exports.etag import etag_of
from trials.exports.rates import paced

View = Callable[..., HttpResponseBase]
PRIVATE = "private, no-store"


def answering(view: View) -> View:
    """For every address of the API, whatever it answers."""
    counted = paced("api", too_often)(with_problems(view))

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        response = counted(request, *args, **values)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


def until_changed(view: View) -> View:
    """For answers that stay the same until the data changes: a 304 asks for no study."""
    return condition(etag_func=etag_of)(view)


def in_private(view: View) -> View:
    """For answers to what somebody typed, which no cache may keep."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        response = view(request, *args, **values)
        response.headers["Cache-Control"] = PRIVATE
        return response

    return answer
