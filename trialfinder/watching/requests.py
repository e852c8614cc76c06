"""One line and one count for each request: how it was answered, not what was looked at."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trialfinder.watching import ids
from trialfinder.watching.counts import REQUESTS, SECONDS
from trialfinder.watching.routes import route_of

log = logging.getLogger("trialfinder.access")
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
GetResponse = Callable[[HttpRequest], HttpResponse]


def watched(get_response: GetResponse) -> GetResponse:
    """Middleware, the outermost: gives each request its id, a log line and a place in the counts.

    The line has the route's name in place of the address: which study somebody read is in no log.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        with ids.of_request(request.headers.get("X-Request-ID", "")) as request_id:
            ids.mark(request.META, request_id)
            began = perf_counter()
            response = get_response(request)
            _note(request, response.status_code, seconds=perf_counter() - began)
            response.headers["X-Request-ID"] = request_id
            return response

    return middleware


def _note(request: HttpRequest, status: int, *, seconds: float) -> None:
    route = route_of(request)
    method = request.method if request.method in METHODS else "other"
    REQUESTS.labels(route, method, str(status)).inc()
    SECONDS.labels(route).observe(seconds)
    if settings.ACCESS_LOG and route != "static":
        fields = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000)}
        log.info("%(method)s %(route)s %(status)s %(ms)s ms", fields, extra=fields)
