"""/fit/undo/: the last change taken back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from trials.views.fit.private import private
from trials.views.fit.sealed import keep, opened
from trials.views.presenters.fit.addresses import address_of, address_of_start

SEE_OTHER = 303


@private
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Leads to the question that the change was made in, with its answer as before."""
    answers = opened(request, today=timezone.now().date()).answers
    address = address_of(answers.undo.slug) if answers.undo else address_of_start()
    response = HttpResponseRedirect(address)
    response.status_code = SEE_OTHER
    keep(response, answers.undone())
    return response
