"""What a device keeps of a list: its random id, signed; and a slip of paper for one undo."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trials.models import SavedList
from trials.saved.lists import find_list, note_use

# Both cookies are for the list's own pages only: no other page's copy in a cache depends on them.
LIST_PATH = "/saved/"
A_YEAR = 365 * 24 * 3600
TEN_MINUTES = 600


def cookie_name(plain: str) -> str:
    """``plain``: 'list' or 'slip'."""
    return f"__Secure-{plain}" if settings.HTTPS else plain


@dataclass(frozen=True, slots=True)
class Slip:
    """What was just done: 'saved' or 'removed', which study, and where the person came from."""

    done: str
    nct_id: str
    back: str


def list_of(request: HttpRequest) -> SavedList | None:
    """The list that this device knows, if it still exists."""
    try:
        list_id = request.get_signed_cookie(
            cookie_name("list"), "", salt="saved list", max_age=A_YEAR
        )
    except signing.BadSignature:
        return None
    mine = find_list(str(list_id))
    if mine:
        note_use(mine, now=timezone.now())
    return mine


def remember(response: HttpResponse, mine: SavedList) -> None:
    """Let the device know the list."""
    response.set_signed_cookie(
        cookie_name("list"),
        str(mine.pk),
        salt="saved list",
        max_age=A_YEAR,
        path=LIST_PATH,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Let the device know nothing."""
    response.delete_cookie(cookie_name("list"), path=LIST_PATH)
    response.delete_cookie(cookie_name("slip"), path=LIST_PATH)


def hand_slip(response: HttpResponse, slip: Slip) -> None:
    """Give the next page of the list what it needs to offer an undo."""
    response.set_cookie(
        cookie_name("slip"),
        signing.dumps([slip.done, slip.nct_id, slip.back], salt="saved slip"),
        max_age=TEN_MINUTES,
        path=LIST_PATH,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def slip_of(request: HttpRequest) -> Slip | None:
    """The slip that the device brings, if it is ours and fresh."""
    text = request.COOKIES.get(cookie_name("slip"), "")
    try:
        return Slip(*signing.loads(text, salt="saved slip", max_age=TEN_MINUTES))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def drop_slip(response: HttpResponse) -> None:
    """An undo is offered once."""
    response.delete_cookie(cookie_name("slip"), path=LIST_PATH)
