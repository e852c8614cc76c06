"""/fit/forget/ and /fit/bring-back/: the answers go at once; a slip can be mended."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from trials.views.fit.private import private
from trials.views.fit.sealed import UNDO_LASTS, forget, keep, opened, sealed, unsealed
from trials.views.presenters.fit.addresses import address_of_start
from trials.views.presenters.fit.forgotten import forgotten_page
from trials.views.showing import show

SEE_OTHER = 303


@private
@require_POST
def forget_answers(request: HttpRequest) -> HttpResponse:
    """Deletes the cookie. The page that says so is the only one that could bring it back."""
    found = opened(request, today=timezone.now().date())
    kept = sealed(found.answers) if found.answers.count else ""
    response = show(request, "fit/forgotten.jinja", forgotten_page(kept))
    forget(response)
    return response


@private
@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Undo of the deletion, from the page that told of it, for ten minutes."""
    today = timezone.now().date()
    answers = unsealed(request.POST.get("kept", ""), today=today, lasts=UNDO_LASTS)
    if answers is None:
        return show(request, "fit/forgotten.jinja", forgotten_page("", is_too_late=True))
    response = HttpResponseRedirect(address_of_start())
    response.status_code = SEE_OTHER
    keep(response, answers)
    return response
