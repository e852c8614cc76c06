"""What every page of a saved list is wrapped in: only from this site, kept by nobody."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from trials.models import Study
from trials.views.headers import PRIVATE
from trials.views.nct_ids import nct_id_of
from trials.views.same_site import from_this_site

SEE_OTHER = 303
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def private(view: View[P]) -> View[P]:
    """For pages that show or change a list. No referrer: an address may carry a token."""

    def shielded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = PRIVATE
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wraps(view)(from_this_site(shielded))


def see(address: str) -> HttpResponseRedirect:
    """Redirect after a POST."""
    response = HttpResponseRedirect(address)
    response.status_code = SEE_OTHER
    return response


def posted_study(request: HttpRequest) -> Study | None:
    """The study that a form names."""
    nct_id = nct_id_of(request.POST.get("nct_id", ""))
    return Study.objects.filter(nct_id=nct_id).first() if nct_id else None


def posted_back(request: HttpRequest) -> str:
    """The page of this site that the person came from; "" where it is none of ours."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back[:1] == "/"
    return back[:1000] if is_ours else ""
