"""/favicon.ico: browsers that can't draw SVG ask there without being told to."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from trials.views.headers import PUBLIC


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """To the icon under its hashed name, so that a new one is seen."""
    return HttpResponseRedirect(static("icon-180.png"), headers={"Cache-Control": PUBLIC})
