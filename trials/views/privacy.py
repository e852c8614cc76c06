"""/privacy/ and its notice on health data; and the button that clears this device."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from trials.views.comfort_cookie import forget_comfort
from trials.views.fit.sealed import forget
from trials.views.headers import PRIVATE
from trials.views.presenters.health_data import health_data_page
from trials.views.presenters.privacy import cleared_page, privacy_page
from trials.views.same_site import from_this_site
from trials.views.saved.device import forget as forget_list
from trials.views.showing import show


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about a visitor, exactly."""
    return show(request, "privacy.jinja", privacy_page())


@require_safe
def health_data(request: HttpRequest) -> HttpResponse:
    """The notice on consumer health data, on a page of its own as Washington's law asks."""
    return show(request, "policy.jinja", health_data_page())


@from_this_site
@require_POST
def clear_device(request: HttpRequest) -> HttpResponse:
    """Deletes every cookie of this site, and asks the browser to drop what else it kept of it."""
    request.COOKIES.clear()
    response = show(request, "policy.jinja", cleared_page())
    forget(response)
    forget_comfort(response)
    forget_list(response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Cache-Control"] = PRIVATE
    return response
