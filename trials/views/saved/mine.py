"""/saved/: my list, and what can be done with it. Everything by plain POST."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from trials.saved import lists
from trials.views.errors import unknown_study
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.saved.list_page import full_page, list_page
from trials.views.saved.device import (
    Slip,
    drop_slip,
    forget,
    hand_slip,
    list_of,
    remember,
    slip_of,
)
from trials.views.saved.private import posted_back, posted_study, private, see
from trials.views.showing import show

STEPS = {"up": -1, "down": 1}


@private
@require_safe
def my_list(request: HttpRequest) -> HttpResponse:
    """The list, or how to begin one."""
    mine = list_of(request)
    kept = lists.kept_studies(mine) if mine else ()
    slip = slip_of(request)
    response = show(
        request, "saved/list.jinja", list_page(mine, kept, slip, today=timezone.now().date())
    )
    if slip:
        drop_slip(response)
    return response


@private
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Put a study on the list; the list's page then offers the undo and the way back."""
    study = posted_study(request)
    if study is None:
        return unknown_study(request, nct_id_of(request.POST.get("nct_id", "")))
    try:
        mine = lists.save_study(list_of(request), study, now=timezone.now())
    except lists.ListIsFull:
        return show(request, "saved/message.jinja", full_page(), status=409)
    response = see(reverse("saved"))
    remember(response, mine)
    hand_slip(response, Slip("saved", study.nct_id, posted_back(request)))
    return response


@private
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Take a study off the list, with an undo."""
    mine, study = list_of(request), posted_study(request)
    response = see(reverse("saved"))
    if mine and study:
        lists.remove_study(mine, study)
        hand_slip(response, Slip("removed", study.nct_id, posted_back(request)))
    return response


@private
@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Write a note beside a study."""
    mine, study = list_of(request), posted_study(request)
    if mine and study:
        lists.write_note(mine, study, request.POST.get("note", ""))
    return see(reverse("saved") + (f"#{study.nct_id}" if study else ""))


@private
@require_POST
def move(request: HttpRequest) -> HttpResponse:
    """One place up or down."""
    mine, study = list_of(request), posted_study(request)
    if mine and study:
        lists.move_study(mine, study, by=STEPS.get(request.POST.get("way", ""), 0))
    return see(reverse("saved") + (f"#{study.nct_id}" if study else ""))


@private
@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Delete the list for good, on every device and for everybody it was shared with."""
    mine = list_of(request)
    if mine:
        lists.delete_list(mine)
    response = see(reverse("saved"))
    forget(response)
    return response
