"""/comfort/: text size, large buttons, calm, contrast, one column."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from trials.views.comfort_cookie import Comfort, comfort, comfort_of, keep_comfort
from trials.views.headers import PRIVATE
from trials.views.presenters.comfort import comfort_page
from trials.views.same_site import from_this_site
from trials.views.showing import show

SEE_OTHER = 303


@from_this_site
@require_http_methods(["GET", "HEAD", "POST"])
def comfort_settings(request: HttpRequest) -> HttpResponse:
    """Shows the settings; a POST sets them and leads back here, where they can be seen at once."""
    if request.method == "POST":
        return _set(request)
    response = show(request, "comfort.jinja", comfort_page(comfort(request)))
    response.headers["Cache-Control"] = PRIVATE
    return response


def _set(request: HttpRequest) -> HttpResponse:
    """Without any known value (the button 'as it was'), everything is normal again."""
    chosen = Comfort() if "reset" in request.POST else comfort_of(request.POST.dict())
    response = HttpResponseRedirect(reverse("comfort"))
    response.status_code = SEE_OTHER
    response.headers["Cache-Control"] = PRIVATE
    keep_comfort(response, chosen)
    return response
