"""The pages that the links of our mails open: a page with one button; mail programs open links
by themselves, and nothing happens before the button is pressed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from trials.saved.alerts import consent
from trials.saved.alerts.tokens import Purpose, find_alert, is_genuine_end
from trials.views.headers import PRIVATE
from trials.views.presenters.follow.other_pages import (
    begun_page,
    confirm_page,
    end_page,
    ended_page,
    gone_page,
    renew_page,
)
from trials.views.same_site import paced_writes
from trials.views.saved.private import private
from trials.views.showing import show

BUTTON, MESSAGE = "follow/button.jinja", "follow/message.jinja"
METHODS = ["GET", "HEAD", "POST"]


@private
@require_http_methods(METHODS)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The second yes, from the mailbox."""
    now = timezone.now()
    is_yes = request.method == "POST"
    alert = consent.confirm(token, now=now) if is_yes else consent.to_confirm(token, now=now)
    if alert is None:
        return show(request, MESSAGE, gone_page(), status=404)
    if is_yes:
        return show(request, MESSAGE, begun_page(alert))
    return show(request, BUTTON, confirm_page(alert))


@private
@require_http_methods(METHODS)
def renew(request: HttpRequest, token: str) -> HttpResponse:
    """The yes for another year."""
    is_yes = request.method == "POST"
    alert = consent.renew(token, now=timezone.now()) if is_yes else consent.to_renew(token)
    if alert is None:
        return show(request, MESSAGE, gone_page(), status=404)
    if is_yes:
        return show(request, MESSAGE, begun_page(alert))
    return show(request, BUTTON, renew_page(alert))


@csrf_exempt
@paced_writes
@require_http_methods(METHODS)
def end(request: HttpRequest, token: str) -> HttpResponse:
    """RFC 8058: a POST ends it, from wherever it comes, with no cookie; the link is the proof."""
    response = _end(request, token)
    response.headers["Cache-Control"] = PRIVATE
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _end(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        is_ours = consent.end(token)
    else:
        is_ours = is_genuine_end(token) or find_alert(token, Purpose.END) is not None
    if not is_ours:
        return show(request, MESSAGE, gone_page(), status=404)
    if request.method == "POST":
        return show(request, MESSAGE, ended_page())
    return show(request, BUTTON, end_page())
