"""Pages by their names in urls.py: what a log may say of an address."""

from __future__ import annotations

import logging

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve


def route_of(request: HttpRequest) -> str:
    """The name in urls.py; 'static' for files, 'none' for an address that leads nowhere."""
    match = request.resolver_match
    if match is None and request.path_info.startswith(settings.STATIC_URL):
        return "static"
    try:
        # Answers that come before the routing, such as kept pages, have no match yet.
        match = match or resolve(request.path_info)
    except Resolver404:
        return "none"
    return match.view_name


class WithoutAddress(logging.Filter):
    """Django's own lines about a request name its address: the page's name stands there instead."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            record.args = tuple(
                route_of(request) if each == request.path else each for each in record.args
            )
        return True
