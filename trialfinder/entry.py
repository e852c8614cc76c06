"""From a web server to the middleware: what a stranger's request can break on the way there.

What fails here fails before any middleware: without our headers, our page, our count or our log.
"""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import BadRequest
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import parse_header_parameters

from trialfinder.watching import ids
from trialfinder.watching.counts import REQUESTS
from trials.views.errors import LAST_RESORT
from trials.views.headers import ALWAYS, PRIVATE

log = logging.getLogger(__name__)
HEADERS = {
    **ALWAYS,
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Cache-Control": PRIVATE,
}


UNREADABLE = (ValueError, LookupError, TypeError, AttributeError)
"""How the parser of such heads fails, which is made for mails."""


class Request(WSGIRequest):
    """A request whose text is UTF-8, as every page and form of the site is.

    Django would take the charset that a request names for its address too, and reads that
    address here: 'idna' or 'rot13' are charsets to Python, and then nobody gets an answer.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            found = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except UNREADABLE:
            found = ("", {})
        self.content_type, self.content_params = found

    def _load_post_and_files(self) -> None:
        """The heads of a form's parts go through the same parser."""
        try:
            super()._load_post_and_files()
        except UNREADABLE as error:
            self._mark_post_parse_error()  # type: ignore[attr-defined]
            raise BadRequest("a part of the form has a head that can't be read") from error


class Entry(WSGIHandler):
    """Answers every request, and if all else fails with a plain page of ours."""

    request_class = Request

    def __call__(self, environ: dict[str, Any], start_response: Any) -> HttpResponseBase:
        try:
            return super().__call__(environ, start_response)
        except Exception as error:  # noqa: BLE001 whatever it is, somebody waits for a page
            with ids.of_request(environ.get("HTTP_X_REQUEST_ID", "")) as request_id:
                response = _failed(error)
            response.headers["X-Request-ID"] = request_id
            start_response("500 Internal Server Error", list(response.items()))
            return response


def _failed(error: Exception) -> HttpResponse:
    """Its words and its traceback stay out of the log: they may hold what was asked for."""
    log.error("A request could not be answered: %s", type(error).__name__)
    REQUESTS.labels("none", "other", "500").inc()
    return HttpResponse(LAST_RESORT, status=500, headers=HEADERS)
