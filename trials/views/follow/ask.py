"""/follow/ and /follow/NCT01234567/: asking for news by mail. One answer for every address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from trials.exports.rates import paced
from trials.models import Alert
from trials.models.known_study import known_study
from trials.saved.alerts import asking
from trials.search.asked import ask
from trials.search.find import tally
from trials.tasks import hand_over
from trials.views.errors import unknown_study
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.follow.ask_page import (
    Subject,
    Typed,
    ask_page,
    fault_of_address,
    fault_of_rhythm,
    search_subject,
    study_subject,
)
from trials.views.presenters.follow.other_pages import hurried_page, sent_page
from trials.views.saved.private import private, see
from trials.views.showing import show

LONGEST = 254
Ask = Callable[[str, str, datetime], Alert | None]


@private
@require_http_methods(["GET", "HEAD", "POST"])
def follow_search(request: HttpRequest) -> HttpResponse:
    """Follow the search of the address's parameters."""
    asked = ask(dict(request.GET.lists()))
    subject = search_subject(asked, tally(asked.criteria, place=asked.place))

    def begin(email: str, frequency: str, now: datetime) -> Alert | None:
        return asking.ask_for_search(email, asked.criteria, frequency=frequency, now=now)

    return _answer(request, subject, begin)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def follow_study(request: HttpRequest, typed: str) -> HttpResponse:
    """Follow one trial."""
    nct_id = nct_id_of(typed)
    study = known_study(nct_id) if nct_id else None
    if study is None:
        return unknown_study(request, nct_id)

    def begin(email: str, frequency: str, now: datetime) -> Alert | None:
        return asking.ask_for_study(email, study, frequency=frequency, now=now)

    return _answer(request, study_subject(study), begin)


@private
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What comes next."""
    return show(request, "follow/message.jinja", sent_page())


def _answer(request: HttpRequest, subject: Subject, begin: Ask) -> HttpResponse:
    if request.method != "POST" or not settings.ALERTS_BY_MAIL:
        return show(request, "follow/ask.jinja", ask_page(subject, Typed()))
    typed = _typed(request)
    if typed.fault:
        return show(request, "follow/ask.jinja", ask_page(subject, typed), status=400)

    def refuse(seconds: int) -> HttpResponse:
        return show(request, "follow/message.jinja", hurried_page(seconds), status=429)

    def take(_request: HttpRequest) -> HttpResponse:
        alert = begin(typed.email, typed.frequency, timezone.now())
        if alert:
            transaction.on_commit(lambda: hand_over(alert.pk))
        return see(reverse("follow_sent"))

    answer = paced("follow", refuse)(take)(request)
    assert isinstance(answer, HttpResponse)  # noqa: S101 neither of the two streams
    return answer


def _typed(request: HttpRequest) -> Typed:
    email = request.POST.get("email", "").strip()[: LONGEST + 1]
    frequency = request.POST.get("frequency", "")
    if not _is_address(email):
        return Typed(email.replace("\x00", ""), frequency, fault_of_address())
    if frequency not in Alert.Frequency.values:
        return Typed(email, "", fault_of_rhythm())
    return Typed(email, frequency)


def _is_address(text: str) -> bool:
    try:
        EmailValidator(allowlist=[])(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST
