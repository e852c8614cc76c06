"""POST forms without a token: the browser says where a form was sent from (docs/adr/0008).

And only so often from one network (settings: RATES), whatever the form.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from trials.exports.rates import Pace
from trials.views.too_much import too_often

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def from_this_site(view: View[P]) -> View[P]:
    """Lets a view take POSTs of this site's own pages only; all others get a 403."""

    taken = paced_writes(view)

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method in UNSAFE and not is_from_this_site(request):
            raise PermissionDenied("the form was sent from another site")
        return taken(request, *args, **kwargs)

    return csrf_exempt(guarded)


def paced_writes(view: View[P]) -> View[P]:
    """Lets a view take only so many POSTs of one network; 429 says when to come back."""

    @wraps(view)
    def paced(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        pace = Pace("write")
        if request.method not in UNSAFE or pace.allow_request(request):
            return view(request, *args, **kwargs)
        return too_often(request, max(1, ceil(pace.wait() or 1)))

    return paced


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
