"""/: what this is, how many studies recruit now, and the ways in."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.models import Study
from trials.search.criteria import Criteria
from trials.search.find import search
from trials.views.presenters.home import home_page
from trials.views.showing import show


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page; its browse links carry the counts of the bare search."""
    everything = search(Criteria(), page_size=1)
    recruiting = Study.objects.recruiting_now().count()
    starters = Study.objects.starters().exists()
    return show(request, "home.jinja", home_page(everything, recruiting, has_starters=starters))
