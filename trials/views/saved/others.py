"""/lists/<token>/ and /saved/move/...: showing the list to others, taking it elsewhere."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trials.saved import lists, sharing
from trials.views.presenters.saved.list_page import full_page
from trials.views.presenters.saved.other_pages import (
    arrival_page,
    gone_page,
    move_page,
    shared_page,
)
from trials.views.saved.device import list_of, remember
from trials.views.saved.private import private, see
from trials.views.showing import show

MESSAGE = "saved/message.jinja"


@private
@require_POST
def share(request: HttpRequest) -> HttpResponse:
    """Make the read-only link; the list's page shows it."""
    if mine := list_of(request):
        sharing.share(mine, with_notes=request.POST.get("notes") == "yes")
    return see(reverse("saved") + "#share")


@private
@require_POST
def stop_sharing(request: HttpRequest) -> HttpResponse:
    """The link dies."""
    if mine := list_of(request):
        sharing.stop_sharing(mine)
    return see(reverse("saved") + "#share")


@private
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody's list, to read."""
    source = sharing.shared_list(token)
    if source is None:
        return show(request, MESSAGE, gone_page(), status=404)
    page = shared_page(source, lists.kept_studies(source), today=timezone.now().date())
    return show(request, "saved/shared.jinja", page)


@private
@require_POST
def copy(request: HttpRequest, token: str) -> HttpResponse:
    """Put the studies of a shared list on mine."""
    source = sharing.shared_list(token)
    if source is None:
        return show(request, MESSAGE, gone_page(), status=404)
    try:
        mine = sharing.copy_shared(source, list_of(request), now=timezone.now())
    except lists.ListIsFull:
        return show(request, MESSAGE, full_page(), status=409)
    response = see(reverse("saved"))
    remember(response, mine)
    return response


@private
@require_POST
def start_move(request: HttpRequest) -> HttpResponse:
    """Show the one-time link for the other device."""
    mine = list_of(request)
    if mine is None:
        return see(reverse("saved"))
    token = sharing.start_move(mine, now=timezone.now())
    address = settings.SITE_URL + reverse("saved_arrive", kwargs={"token": token})
    return show(request, "saved/move.jinja", move_page(address))


@private
@require_http_methods(["GET", "HEAD", "POST"])
def arrive(request: HttpRequest, token: str) -> HttpResponse:
    """On the other device: a page with one button (mail programs open links by themselves)."""
    if request.method != "POST":
        return show(request, "saved/arrive.jinja", arrival_page())
    mine = sharing.finish_move(token, now=timezone.now())
    if mine is None:
        return show(request, MESSAGE, gone_page(), status=404)
    response = see(reverse("saved"))
    remember(response, mine)
    return response
