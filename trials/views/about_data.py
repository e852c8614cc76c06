"""/about/data/: where the data comes from, how fresh it is, and what was left out."""

from collections import Counter

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.models import Edition, Gazetteer, Study, SyncProblem, SyncRun
from trials.views.left_out import left_out_by_reason
from trials.views.presenters.about_data import Holdings, data_page
from trials.views.showing import show

LAST_RUNS = 10


@require_safe
def about_data(request: HttpRequest) -> HttpResponse:
    """The catalogue in numbers, and the last runs in the operator's own words."""
    return show(request, "about/data.jinja", data_page(_holdings()))


def _holdings() -> Holdings:
    last = SyncRun.objects.filter(kind=SyncRun.Kind.FULL).latest_published()
    listed = Study.objects.still_listed().values_list("scope").annotate(Count("pk"))
    return Holdings(
        edition=Edition.current(),
        last=last,
        by_scope=dict(Counter(dict(listed))),
        starters=Study.objects.starters().count(),
        delisted=Study.objects.filter(delisted_at__isnull=False).count(),
        left_out=left_out_by_reason(),
        set_aside=tuple(SyncProblem.objects.filter(run=last, is_fatal=True)) if last else (),
        runs=tuple(SyncRun.objects.newest_first()[:LAST_RUNS]),
        gazetteer=Gazetteer.objects.order_by("-loaded_at").first(),
    )
