"""Words for the studies beside one person's answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.reading.fit import Looks
from trials.views.fit.answers import Answers
from trials.views.fit.studies import Compared, Door
from trials.views.presenters.addresses import study_address
from trials.views.presenters.fit.rows import Row, row
from trials.views.presenters.fit.told import Told, lost_text, told_so_far
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.results.page import Paging
from trials.views.presenters.statuses import StatusMark, mark_of
from trials.views.presenters.verified import starter_note, unconfirmed
from trials.views.presenters.wording import studies

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class FitCard:
    """One study. ``first``: what looks not met or ends some day; ``rest``: all else, folded."""

    number: int
    nct_id: str
    title: str
    mark: StatusMark
    notes: tuple[str, ...]
    in_short: str
    first: tuple[Row, ...]
    rest: tuple[Row, ...]
    rest_label: str
    open: Link


@dataclass(frozen=True, slots=True)
class FitGroup:
    """Studies of one kind of status."""

    title: str
    text: str
    cards: tuple[FitCard, ...]


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Everything that the template places."""

    head: Head
    lost: str
    intro: tuple[str, ...]
    to_ask: tuple[str, ...]
    groups: tuple[FitGroup, ...]
    paging: Paging | None
    links: tuple[Link, ...]
    told: Told


def results_page(
    everything: Sequence[Compared],
    answers: Answers,
    *,
    number: int,
    is_lost: bool,
    today: date,
) -> ResultsPage:
    """Page ``number`` of ``everything``; a number past the end is the last page."""
    pages = max(1, -(-len(everything) // PAGE_SIZE))
    number = min(max(1, number), pages)
    first = (number - 1) * PAGE_SIZE
    here = list(enumerate(everything[first : first + PAGE_SIZE], start=first + 1))
    title = _("How the studies look beside your answers")
    if number > 1:
        title = _("%(title)s, page %(number)s") % {"title": title, "number": number}
    return ResultsPage(
        head=Head(title, title, reverse("fit_results")),
        lost=lost_text() if is_lost else "",
        intro=tuple(_intro(len(everything), answers)),
        to_ask=tuple(_to_ask(answers)),
        groups=tuple(
            _group(door, [_card(place, one, today) for place, one in group])
            for door, group in groupby(here, key=lambda numbered: numbered[1].door)
        ),
        paging=_paging(number, pages) if pages > 1 else None,
        links=(
            Link(_("Back to the questions"), reverse("fit")),
            Link(_("Search all studies"), reverse("search")),
        ),
        told=told_so_far(answers),
    )


def _intro(count: int, answers: Answers) -> Iterator[str]:
    yield _("We put %(studies)s beside your answers. None was left out because of an answer.") % {
        "studies": studies(count)
    }
    if not answers.count:
        yield _("You have given no answers yet, so most of it says “Not stated”.")
    yield _(
        "First come studies that people can join. In each part, those with the fewest things in "
        "the way come first. That is no praise and no promise: where a record says little, little "
        "stands in the way."
    )
    yield _(
        "Our rules read the records, and rules can be wrong. Only the people who run a study can "
        "say who can join. Ask them, even where something looks not met."
    )


def _to_ask(answers: Answers) -> Iterator[str]:
    """What no rule compares, so that the person asks."""
    if answers.of("prior_gene_therapy") == "yes":
        yield _("You told us of a gene treatment. We do not compare that. Ask each study about it.")


def _group(door: Door, cards: list[FitCard]) -> FitGroup:
    words = {
        Door.OPEN: (
            _("People can join, or will be able to"),
            _("Their records say that they take people, will do so, or invite them."),
        ),
        Door.OPEN_WHEN_LAST_KNOWN: (
            _("Open when last known"),
            _("We hold only a few facts on these. Each shows from when they are."),
        ),
        Door.SHUT_OR_UNKNOWN: (
            _("No new people now, or not known"),
            _("They run without taking people, are paused, or have not been confirmed for long."),
        ),
        Door.ENDED: (
            _("Ended"),
            _("Nobody can join these any more. They stand here so that nothing is hidden."),
        ),
    }
    return FitGroup(*words[door], tuple(cards))


def _card(number: int, one: Compared, today: date) -> FitCard:
    rows = [row(fitted) for fitted in one.fit.rows]
    first = [one_row for one_row in rows if one_row.is_in_the_way or one_row.window]
    rest = [one_row for one_row in rows if one_row not in first]
    return FitCard(
        number=number,
        nct_id=one.study.nct_id,
        title=one.study.brief_title,
        mark=mark_of(one.study),
        notes=tuple(note for note in _notes(one, today) if note),
        in_short=_in_short(one),
        first=tuple(first),
        rest=tuple(rest),
        rest_label=_rest_label(number, len(rest), has_more=bool(first)),
        open=Link(_("Open study %(number)s") % {"number": number}, study_address(one.study.nct_id)),
    )


def _notes(one: Compared, today: date) -> Iterator[str]:
    yield starter_note(one.study)
    yield unconfirmed(one.study, today)
    if one.study.is_starter:
        yield _("We do not hold yet what this study asks for. See the registry.")


def _in_short(one: Compared) -> str:
    """'Looks not met: 1. Looks met: 3. To ask about: 2. Not stated: 4.'"""
    if not one.fit.rows:
        return ""
    counts = {looks: sum(each.looks is looks for each in one.fit.rows) for looks in Looks}
    return " ".join(_counted(one.in_the_way, counts))


def _counted(in_the_way: int, counts: dict[Looks, int]) -> Iterator[str]:
    """What looks not met is said also where it is none; all else only where there is some."""
    yield _("Looks not met: %(count)s.") % {"count": in_the_way}
    if counts[Looks.MET]:
        yield _("Looks met: %(count)s.") % {"count": counts[Looks.MET]}
    if counts[Looks.ASK]:
        yield _("To ask about: %(count)s.") % {"count": counts[Looks.ASK]}
    if counts[Looks.NOT_STATED]:
        yield _("Not stated: %(count)s.") % {"count": counts[Looks.NOT_STATED]}


def _rest_label(number: int, count: int, *, has_more: bool) -> str:
    values = {"count": count, "number": number}
    if not has_more:
        return (
            ngettext(
                "Show the %(count)s thing that study %(number)s asks",
                "Show the %(count)s things that study %(number)s asks",
                count,
            )
            % values
        )
    return (
        ngettext(
            "Show %(count)s more thing that study %(number)s asks",
            "Show %(count)s more things that study %(number)s asks",
            count,
        )
        % values
    )


def _paging(number: int, pages: int) -> Paging:
    here = reverse("fit_results")
    before = Link(_("Previous page"), f"{here}?page={number - 1}") if number > 1 else None
    after = Link(_("Next page"), f"{here}?page={number + 1}") if number < pages else None
    text = _("Page %(number)s of %(pages)s") % {"number": number, "pages": pages}
    return Paging(text, before, after)
