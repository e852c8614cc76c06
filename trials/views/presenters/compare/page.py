"""The page of studies side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext

from trials.search.said import said as _
from trials.views.presenters.addresses import study_address
from trials.views.presenters.compare import facts
from trials.views.presenters.compare.asks import asks_rows
from trials.views.presenters.compare.study import Cell, ComparedStudy
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.results.notices import Notice

MOST = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One study at the top of the table; ``label`` stands above its cells, or at each.

    The label has the short name where there is one; ``id`` is the number, and the short name.
    """

    label: str
    id: str
    title: str
    open: Link
    take_out: Link


@dataclass(frozen=True, slots=True)
class CompareRow:
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of rows under one heading."""

    title: str
    rows: tuple[CompareRow, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """``columns`` and ``parts`` are empty where there is no study to show."""

    head: Head
    action: str
    notices: tuple[Notice, ...]
    text: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    kept: tuple[str, ...]
    room: int


def compare_page(
    studies: Sequence[ComparedStudy],
    *,
    bad: Sequence[str],
    unknown: Sequence[str],
    twice: Sequence[str],
    too_many: Sequence[str],
    today: date,
) -> ComparePage:
    """``studies``: at most four; the rest are ids that could not be used, by reason."""
    ids = tuple(one.study.nct_id for one in studies)
    title = _title(len(ids))
    return ComparePage(
        head=Head(title, _("Studies of stem cells for ALS, side by side."), address(ids)),
        action=reverse("compare"),
        notices=tuple(_notices(bad, unknown, twice, too_many)),
        text=_text(len(ids)),
        columns=tuple(_column(number, one, ids) for number, one in enumerate(studies, start=1)),
        parts=tuple(_parts(studies, today)) if studies else (),
        kept=ids,
        room=MOST - len(ids),
    )


def address(ids: Sequence[str]) -> str:
    query = urlencode([("id", one) for one in ids])
    return reverse("compare") + (f"?{query}" if query else "")


def _title(count: int) -> str:
    if not count:
        return _("Compare studies")
    return ngettext("%(count)s study to compare", "%(count)s studies side by side", count) % {
        "count": count
    }


def _text(count: int) -> str:
    if count == 0:
        return _(
            "You can put two to four studies side by side. Tick them in the list of studies, or "
            "type their numbers here."
        )
    if count == 1:
        return _("Add at least one more study, so that there is something to compare.")
    return _("In the order that you chose. No study is better here because it comes first.")


def _notices(
    bad: Sequence[str], unknown: Sequence[str], twice: Sequence[str], too_many: Sequence[str]
) -> Iterator[Notice]:
    reasons = (
        (bad, _("“%(id)s” is no study number. It begins with NCT and has eight digits.")),
        (unknown, _("%(id)s is a study that we do not hold. The registry may have it.")),
        (twice, _("%(id)s was named twice, so it stands here once.")),
        (too_many, _("%(id)s did not fit: there is room for four.")),
    )
    lines = tuple(text % {"id": one} for ids, text in reasons for one in dict.fromkeys(ids))
    if lines:
        yield Notice(_("Some of it could not be used"), lines)


def _column(number: int, one: ComparedStudy, ids: tuple[str, ...]) -> Column:
    nct_id, short = one.study.nct_id, one.record.identification.acronym
    rest = tuple(each for each in ids if each != nct_id)
    return Column(
        label=_("Study %(number)s: %(name)s") % {"number": number, "name": short or nct_id},
        id=f"{nct_id} ({short})" if short else nct_id,
        title=one.study.brief_title or nct_id,
        open=Link(_("Open study %(number)s") % {"number": number}, study_address(nct_id)),
        take_out=Link(_("Take out study %(number)s") % {"number": number}, address(rest)),
    )


def _parts(studies: Sequence[ComparedStudy], today: date) -> Iterator[Part]:
    first = (
        (_("Status"), tuple(facts.status(one, today) for one in studies)),
        (_("Kind of study"), tuple(map(facts.kind, studies))),
        (_("Where"), tuple(map(facts.where, studies))),
        (_("Run by"), tuple(map(facts.run_by, studies))),
    )
    given = (
        (_("Which cells"), tuple(map(facts.cells, studies))),
        (_("From what tissue"), tuple(map(facts.tissue, studies))),
        (_("Whose cells"), tuple(map(facts.donor, studies))),
        (_("How they are given"), tuple(map(facts.route, studies))),
        (_("Phase"), tuple(map(facts.phase, studies))),
        (_("Placebo or sham group"), tuple(map(facts.placebo, studies))),
        (_("How many people"), tuple(map(facts.size, studies))),
    )
    who = (
        (_("Ages"), tuple(map(facts.ages, studies))),
        *((title, tuple(map(rule, studies))) for title, rule in asks_rows()),
    )
    rest = (
        (_("What it takes"), tuple(map(facts.takes, studies))),
        (_("Dates"), tuple(map(facts.dates, studies))),
        (_("Results"), tuple(map(facts.results, studies))),
    )
    titles = (_("In short"), _("What is given"), _("Who can take part"), _("What else to know"))
    for title, rows in zip(titles, (first, given, who, rest), strict=True):
        yield Part(title, tuple(CompareRow(*row) for row in rows))
