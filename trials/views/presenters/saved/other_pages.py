"""Words for a shared list, for moving a list, and for links that lead nowhere any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.models import SavedList
from trials.saved.lists import Kept
from trials.views.presenters.frame import Head
from trials.views.presenters.saved.list_page import KeptStudy, MessagePage, kept_studies


@dataclass(frozen=True, slots=True)
class SharedPage:
    """Somebody's list, to read."""

    head: Head
    count_text: str
    studies: tuple[KeptStudy, ...]
    copy_address: str


@dataclass(frozen=True, slots=True)
class MovePage:
    """The link for the other device."""

    head: Head
    address: str


@dataclass(frozen=True, slots=True)
class ArrivalPage:
    """The page on the other device."""

    head: Head


def shared_page(source: SavedList, kept: tuple[Kept, ...], *, today: date) -> SharedPage:
    """A list that somebody shares; its notes only where they chose so."""
    copy = reverse("shared_copy", kwargs={"token": source.share_token or ""})
    return SharedPage(
        head=Head(_("A list of trials"), _("Somebody shows you these trials."), reverse("saved")),
        count_text=ngettext("%(count)s trial", "%(count)s trials", len(kept))
        % {"count": len(kept)},
        studies=kept_studies(kept, today=today, with_notes=source.shares_notes),
        copy_address=copy,
    )


def move_page(address: str) -> MovePage:
    """Where the one-time link is shown, once."""
    title = _("Take your list to another device")
    return MovePage(Head(title, title, reverse("saved")), address)


def arrival_page() -> ArrivalPage:
    """What the link opens on the other device."""
    title = _("Bring your list to this device")
    return ArrivalPage(Head(title, title, reverse("saved")))


def gone_page() -> MessagePage:
    """A link that was taken back, used up or too old."""
    title = _("This link no longer works")
    texts = (
        _("It may have been used already, or taken back, or be more than a day old."),
        _("Ask the person who sent it for a new one."),
    )
    return MessagePage(Head(title, title, reverse("saved")), title, texts)
