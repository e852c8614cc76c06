"""/health/live: the process answers. It asks nobody else, so that only a hung process fails."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.views.health.lines import Line, answer


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    return answer([Line("process", is_well=True, words="answers")], is_well=True)
