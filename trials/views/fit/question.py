"""/fit/age/ and its like: one question a page, every one of them optional."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trials.views.fit.answers import Answers
from trials.views.fit.posted import Posted, posted
from trials.views.fit.private import private
from trials.views.fit.questions import BY_SLUG, Question
from trials.views.fit.sealed import forget, keep, opened
from trials.views.presenters.fit.addresses import address_after
from trials.views.presenters.fit.question import question_page
from trials.views.showing import show

SEE_OTHER = 303


@private
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """The question; a good answer leads to the next, a bad one back to its own words."""
    asked = BY_SLUG.get(slug)
    if asked is None:
        raise Http404
    today = timezone.now().date()
    found = opened(request, today=today)
    if request.method == "POST":
        return _answered(request, asked, found.answers, today)
    response = _page(request, asked, found.answers, is_lost=found.is_lost)
    if found.is_lost:
        forget(response)
    return response


def _answered(request: HttpRequest, asked: Question, answers: Answers, today: date) -> HttpResponse:
    told = posted(asked, request.POST, today=today)
    if told.wrong:
        return _page(request, asked, answers, told=told)
    response = HttpResponseRedirect(address_after(asked))
    response.status_code = SEE_OTHER
    is_news = told.answer != answers.to(asked)
    keep(response, answers.changed(asked, told.answer) if is_news else answers)
    return response


def _page(
    request: HttpRequest,
    asked: Question,
    answers: Answers,
    *,
    told: Posted | None = None,
    is_lost: bool = False,
) -> HttpResponse:
    page = question_page(asked, answers, told=told, is_lost=is_lost)
    return show(request, "fit/question.jinja", page, status=422 if told else 200)
