"""A form is read whole before anything else is done with it, and only so many at once."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError

from trials.exports.rates import network_of
from trials.exports.seats import Seats
from trials.views.headers import FOR_ALL_SITES
from trials.views.too_much import body_length, crowded


class WholeBodies:
    """Middleware. A thread that reads waits for the sender, for ever if the rest never comes.

    Nothing ends such a wait from outside; so only few threads may ever wait, and all others
    stay with those who read pages. Only a POST's body is read anywhere, and none by the API.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.seats = Seats(settings.FORMS_AT_ONCE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
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


def _is_read(request: HttpRequest) -> bool:
    is_form = request.method == "POST" and not request.path_info.startswith(FOR_ALL_SITES)
    return is_form and body_length(request) > 0


def _is_whole(request: HttpRequest) -> bool:
    """Reads it; Django keeps what was read, so that nobody waits for it any more."""
    try:
        return len(request.body) == body_length(request)
    except UnreadablePostError:
        return False
