"""Machines are answered first: before redirects, host names and sessions."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

PLACES = ("/health/", "/metrics")
GetResponse = Callable[[HttpRequest], HttpResponse]


def machines_first(get_response: GetResponse) -> GetResponse:
    """Middleware. A balancer asks by number, without HTTPS: neither must make a process ill."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PLACES):
            return get_response(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return get_response(request)
        request.resolver_match = match
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response

    return middleware
