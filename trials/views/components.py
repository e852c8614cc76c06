"""/about/components/: every component in each of its states, for whoever builds or tests pages."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.views import errors
from trials.views.presenters.components import components_page
from trials.views.showing import show

ERRORS: dict[int, Callable[[HttpRequest], HttpResponse]] = {
    400: lambda request: errors.bad_request(request, ValueError()),
    403: lambda request: errors.forbidden(request, PermissionError()),
    404: lambda request: errors.not_found(request, Http404()),
    500: errors.server_error,
}


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """The page of samples: on a site of developers or tests only."""
    _only_while_building()
    return show(request, "about/components.jinja", components_page())


@require_safe
def error_sample(request: HttpRequest, status: int) -> HttpResponse:
    """The page of one error, which no address of a working site leads to."""
    _only_while_building()
    if status not in ERRORS:
        raise Http404
    return ERRORS[status](request)


def _only_while_building() -> None:
    """No reader meets an invented study: this is not there on a site that people use."""
    if not (settings.DEBUG or settings.ACCEPT_TEST_STUDIES):
        raise Http404
