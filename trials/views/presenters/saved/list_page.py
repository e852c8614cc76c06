"""Words for my list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.models import SavedList, Study
from trials.saved.lists import MOST_STUDIES, Kept
from trials.views.presenters.addresses import study_address
from trials.views.presenters.dates import moment_in_words
from trials.views.presenters.frame import Head
from trials.views.presenters.statuses import StatusMark, mark_of
from trials.views.presenters.study.history import ChangeLine, change_lines
from trials.views.presenters.verified import starter_note, unconfirmed
from trials.views.saved.device import Slip


@dataclass(frozen=True, slots=True)
class KeptStudy:
    """One study of the list; labels start with what people see on the buttons."""

    number: int
    nct_id: str
    title: str
    address: str
    open_label: str
    mark: StatusMark
    notes: tuple[str, ...]
    saved_text: str
    news_text: str
    changes: tuple[ChangeLine, ...]
    note: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Undo:
    """What was just done, and the form that takes it back."""

    text: str
    address: str
    nct_id: str
    label: str
    back: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """``share_address`` is "" while the list is not shared."""

    head: Head
    count_text: str
    who_sees: str
    studies: tuple[KeptStudy, ...]
    undo: Undo | None
    share_address: str
    shares_notes: bool
    has_list: bool


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A page that says one thing."""

    head: Head
    title: str
    paragraphs: tuple[str, ...]


def list_page(
    mine: SavedList | None, kept: tuple[Kept, ...], slip: Slip | None, *, today: date
) -> ListPage:
    """My list as it is now."""
    token = mine.share_token if mine else None
    path = reverse("shared_list", kwargs={"token": token}) if token else ""
    return ListPage(
        head=Head(_("My list"), _("Trials that you keep on this device."), reverse("saved")),
        count_text=ngettext("%(count)s trial", "%(count)s trials", len(kept))
        % {"count": len(kept)},
        who_sees=_who_sees(is_shared=bool(token)),
        studies=kept_studies(kept, today=today),
        undo=_undo(slip) if slip else None,
        share_address=settings.SITE_URL + path if path else "",
        shares_notes=bool(mine and mine.shares_notes),
        has_list=mine is not None,
    )


def _who_sees(*, is_shared: bool) -> str:
    if is_shared:
        return _("Whoever has your link can read this list. You can take the link back below.")
    return _("Kept for this device only, until you share or move the list.")


def kept_studies(
    kept: Iterable[Kept], *, today: date, with_notes: bool = True
) -> tuple[KeptStudy, ...]:
    """The lines of a list, mine or a shared one."""
    lines = tuple(kept)
    return tuple(
        _kept_study(one, number, len(lines), today=today, with_notes=with_notes)
        for number, one in enumerate(lines, 1)
    )


def _kept_study(one: Kept, number: int, total: int, *, today: date, with_notes: bool) -> KeptStudy:
    study = one.saved.study
    return KeptStudy(
        number=number,
        nct_id=study.nct_id,
        title=study.brief_title,
        address=study_address(study.nct_id),
        open_label=_("Open trial %(number)s") % {"number": number},
        mark=mark_of(study),
        notes=tuple(note for note in _notes(study, today) if note),
        saved_text=_("Saved on %(day)s.") % {"day": moment_in_words(one.saved.saved_at)},
        news_text=_news(len(one.changes)),
        changes=change_lines(one.changes),
        note=one.saved.note if with_notes else "",
        is_first=number == 1,
        is_last=number == total,
    )


def _notes(study: Study, today: date) -> Iterator[str]:
    """How much its facts can be trusted to be of today."""
    if study.delisted_at:
        yield _("No longer listed by the registry since %(day)s.") % {
            "day": moment_in_words(study.delisted_at)
        }
    yield starter_note(study)
    yield unconfirmed(study, today)


def _news(count: int) -> str:
    if not count:
        return _("Nothing has changed since.")
    text = ngettext("%(count)s change since then:", "%(count)s changes since then:", count)
    return text % {"count": count}


def _undo(slip: Slip) -> Undo:
    names = {"nct_id": slip.nct_id}
    if slip.done == "saved":
        text, label = _("%(nct_id)s is on your list."), _("Undo: take it off again")
        return Undo(text % names, reverse("saved_remove"), slip.nct_id, label, slip.back)
    text, label = _("%(nct_id)s is off your list."), _("Undo: put it back")
    return Undo(text % names, reverse("saved_save"), slip.nct_id, label, slip.back)


def full_page() -> MessagePage:
    """The list holds as many as it can."""
    title = _("Your list is full")
    text = _("It holds %(most)s trials. Take one off, then save again.") % {"most": MOST_STUDIES}
    return MessagePage(Head(title, title, reverse("saved")), title, (text,))
