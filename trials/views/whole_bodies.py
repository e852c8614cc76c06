"""A form is read whole before anything else is done with it, and only so many at once.

One that doesn't say how long it is can't be read, and is refused before it changes anything.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError

from trials.exports.rates import network_of
from trials.exports.seats import Seats
from trials.views.errors import unmeasured
from trials.views.headers import FOR_ALL_SITES
from trials.views.too_much import body_length, crowded

SAID_BY_ADDRESS = "/follow/end/"
"""RFC 8058: mail programs send it as they like, and nothing of it is read but its address."""


class WholeBodies:
    """Middleware. A thread that reads waits for the sender, for ever if the rest never comes.

    Nothing ends such a wait from outside; so only few threads may ever wait, and all others
    stay with those who read pages. Only a POST's body is read anywhere, and none by the API.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.seats = Seats(settings.FORMS_AT_ONCE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_unmeasured(request):
            return unmeasured(request)
        if not _is_read(request):
            return self.get_response(request)
        give_back = self.seats.take(network_of(request))
        if give_back is None:
            return crowded(request)
        try:
            is_whole = _is_whole(request)
        finally:
            give_back()
        if not is_whole:  # half a note must not be kept in place of the whole one
            raise BadRequest("the line broke before the end of the form")
        return self.get_response(request)


def _is_unmeasured(request: HttpRequest) -> bool:
    """Whether a form may be there that Django, which goes by its length, would take for empty."""
    if not _is_form(request) or request.path_info.startswith(SAID_BY_ADDRESS):
        return False
    if request.META.get("HTTP_TRANSFER_ENCODING"):
        return True
    return _may_leave_out_length(request) and not request.META.get("CONTENT_LENGTH")


def _may_leave_out_length(request: HttpRequest) -> bool:
    """From HTTP/2 on a body ends by itself, and only its type tells that there is one."""
    is_older = request.META.get("SERVER_PROTOCOL", "HTTP/1.1").startswith("HTTP/1")
    return not is_older and bool(request.content_type)


def _is_form(request: HttpRequest) -> bool:
    return request.method == "POST" and not request.path_info.startswith(FOR_ALL_SITES)


def _is_read(request: HttpRequest) -> bool:
    return _is_form(request) and body_length(request) > 0


def _is_whole(request: HttpRequest) -> bool:
    """Reads it; Django keeps what was read, so that nobody waits for it any more."""
    try:
        return len(request.body) == body_length(request)
    except UnreadablePostError:
        return False
