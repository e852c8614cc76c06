"""/guide/ and its short pages: what to know before looking for a trial."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.views.presenters.guide.pages import PAGES
from trials.views.presenters.guide.pages import guide_index as present_index
from trials.views.presenters.guide.pages import guide_page as present
from trials.views.showing import show


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The list of the guide's pages."""
    return show(request, "guide/index.jinja", present_index())


@require_safe
def guide_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page; its template has the name of its slug."""
    if slug not in PAGES:
        raise Http404
    return show(request, f"guide/{slug}.jinja", present(slug))
