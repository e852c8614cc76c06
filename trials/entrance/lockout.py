"""A lock for those who guess passwords: one name from one network, for a while.

Not the name alone, or anybody could keep a curator out; not the network alone, or one guesser
would keep out an office. What is counted stands in the cache under a keyed hash, for the length
of the lock, and nowhere else.
"""

from __future__ import annotations

import logging
from typing import Any

from axes.handlers.cache import AxesCacheHandler
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

from trials.exports.rates import network_of

log = logging.getLogger(__name__)


def hashed_network(request: HttpRequest) -> str:
    """The visitor's network, so that nobody can turn it back into an address."""
    return salted_hmac("network of a sign-in", network_of(request)).hexdigest()


class Lockout(AxesCacheHandler):  # type: ignore[misc]
    """Without the cache nobody is locked out: the second factor still stands before the admin."""

    def get_failures(self, request: Any, credentials: dict[str, Any] | None = None) -> int:
        try:
            return int(super().get_failures(request, credentials))
        except RedisError as error:
            log.warning("Sign-ins are not counted: the cache can't be reached (%s)", type(error))
            return 0

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **values: Any
    ) -> None:
        try:
            super().user_login_failed(sender, credentials, request, **values)
        except RedisError as error:
            log.warning("A sign-in was not counted: the cache can't be reached (%s)", type(error))

    def user_logged_in(self, sender: Any, request: Any, user: Any, **values: Any) -> None:
        try:
            super().user_logged_in(sender, request, user, **values)
        except RedisError as error:
            log.warning("Failed sign-ins stay counted: no cache (%s)", type(error))


def locked_out(
    _request: HttpRequest, _response: HttpResponse | None, _credentials: Any
) -> HttpResponse:
    """What django-axes answers to somebody who is locked out."""
    return locked_page(int(settings.AXES_COOLOFF_TIME.total_seconds()))


def locked_page(seconds: int) -> HttpResponse:
    """429: too many tries; the same words whether or not there is such a name."""
    text = render_to_string("admin/locked_out.html", {"minutes": -(-seconds // 60)})
    headers = {"Retry-After": str(seconds), "Cache-Control": "private, no-store"}
    return HttpResponse(text, status=429, headers=headers)
