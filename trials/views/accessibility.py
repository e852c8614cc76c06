"""/accessibility/: who can use this site, what was tried and what was not."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.views.presenters.accessibility import accessibility_page
from trials.views.showing import show


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement."""
    return show(request, "policy.jinja", accessibility_page())
