"""/fit/: what 'My situation' is, and the way in."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.views.fit.private import private
from trials.views.fit.sealed import forget, opened
from trials.views.presenters.fit.start import start_page
from trials.views.showing import show


@private
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The first page, with all questions and what was told so far."""
    found = opened(request, today=timezone.now().date())
    response = show(request, "fit/start.jinja", start_page(found.answers, is_lost=found.is_lost))
    if found.is_lost:
        forget(response)
    return response
