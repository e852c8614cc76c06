"""Headers that keep a visit private, and say how long a page may be kept."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERMISSIONS = "geolocation=(), camera=(), microphone=(), browsing-topics=()"
ALWAYS = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
FOR_ALL_SITES = "/api/v1/"
PUBLIC = "public, max-age=300, stale-while-revalidate=3600"
PAGE = "public, no-cache"
"""For pages: may be stored, and is asked for again each time (why: docs/adr/0011)."""
PRIVATE = "private, no-store"
CACHED_STATUSES = (200, 301, 304, 404)
GetResponse = Callable[[HttpRequest], HttpResponse]


def privacy_headers(get_response: GetResponse) -> GetResponse:
    """Middleware. A page is public unless its view said otherwise by its Cache-Control."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(FOR_ALL_SITES):
            response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", _cache_control(request, response))
        if request.META.get("QUERY_STRING") or "private" in response.headers["Cache-Control"]:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return middleware


def _cache_control(request: HttpRequest, response: HttpResponse) -> str:
    is_public = request.method in ("GET", "HEAD") and response.status_code in CACHED_STATUSES
    return PUBLIC if is_public and not response.cookies else PRIVATE
