"""Earlier treatment with cells can close a later trial: how many say so, and which."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.models import Study
from trials.views.presenters.addresses import study_address
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.statuses import LOOKS, StatusMark, mark_of
from trials.views.presenters.study.evidence import Why, place_in_words

TONES = ("open", "soon", "stopped", "closed")


@dataclass(frozen=True, slots=True)
class ClosingStudy:
    """One study, and the words that close it: where they stand, and verbatim."""

    study: Study
    field: str
    quote: str


@dataclass(frozen=True, slots=True)
class ClosingDoors:
    """``with_criteria``: of how many listed studies we could read criteria."""

    closing: tuple[ClosingStudy, ...]
    with_criteria: int


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """One study that turns people away for earlier cells, and its sentence."""

    title: str
    mark: StatusMark
    why: Why
    link: Link


@dataclass(frozen=True, slots=True)
class EarlierCellsPage:
    """Those that people may still join come first."""

    head: Head
    title: str
    count: str
    lines: tuple[ClosingLine, ...]


def earlier_cells_page(doors: ClosingDoors) -> EarlierCellsPage:
    title = _("Studies that turn away people who had cells before")
    description = _("What each record says on earlier treatment with cells.")
    ordered = sorted(doors.closing, key=lambda one: (_order(one), one.study.nct_id))
    return EarlierCellsPage(
        head=Head(title, description, reverse("earlier_cells")),
        title=title,
        count=count_in_words(doors),
        lines=tuple(_line(one) for one in ordered),
    )


def count_in_words(doors: ClosingDoors) -> str:
    """How many of the listed studies turn people away for earlier cells."""
    if not doors.with_criteria:
        return _("We do not have the studies' rules yet, so we cannot count how many do this.")
    if not doors.closing:
        return _("We have not found such a rule in the records that we list now.")
    text = ngettext(
        "We could read the rules of %(all)s studies on our list. %(count)s has such a rule.",
        "We could read the rules of %(all)s studies on our list. %(count)s have such a rule.",
        len(doors.closing),
    )
    return text % {"count": f"{len(doors.closing):,}", "all": f"{doors.with_criteria:,}"}


def _order(one: ClosingStudy) -> int:
    return TONES.index(LOOKS.get(one.study.overall_status, ("closed", ""))[0])


def _line(one: ClosingStudy) -> ClosingLine:
    study = one.study
    return ClosingLine(
        title=study.brief_title,
        mark=mark_of(study),
        why=Why(place_in_words(one.field), one.quote),
        link=Link(
            _("Who can take part in %(nct_id)s") % {"nct_id": study.nct_id},
            f"{study_address(study.nct_id)}#who",
        ),
    )
