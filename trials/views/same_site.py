"""POST forms without a token: the browser says where a form was sent from (docs/adr/0008)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def from_this_site(view: View[P]) -> View[P]:
    """Lets a view take POSTs of this site's own pages only; all others get a 403."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method in UNSAFE and not is_from_this_site(request):
            raise PermissionDenied("the form was sent from another site")
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)


def is_from_this_site(request: HttpRequest) -> bool:
    """Whether the browser says so. One that says nothing at all is not believed."""
    if fetched_from := request.headers.get("Sec-Fetch-Site"):
        return fetched_from == "same-origin"
    if origin := request.headers.get("Origin"):
        return _is_ours(request, origin)
    return _is_ours(request, request.headers.get("Referer", ""))


def _is_ours(request: HttpRequest, address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    origin = f"{parts.scheme}://{parts.netloc}"
    own = f"{request.scheme}://{request.get_host()}"
    return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS
