"""The page for checking a clinic's offer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.check.answers import Answer
from trials.views.presenters.check.earlier_cells import ClosingDoors, count_in_words
from trials.views.presenters.frame import REGISTRY_SEARCH, Head, Link
from trials.views.presenters.guide.pages import reviewed
from trials.views.presenters.guide.sources import SOURCES, Source
from trials.views.presenters.guide.warning_signs import WarningSign, warning_signs
from trials.views.presenters.results.filters import Field
from trials.views.presenters.results.notices import Notice

LONGEST = 500
LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed, and what came of it. ``left``: numbers past the most at once."""

    typed: str
    answers: tuple[Answer, ...]
    broken: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """``has_asked``: somebody sent the form, so ``notices`` and ``answers`` come first."""

    head: Head
    has_asked: bool
    field: Field
    notices: tuple[Notice, ...]
    answers: tuple[Answer, ...]
    signs: tuple[WarningSign, ...]
    sources: Mapping[str, Source]
    closing_count: str
    closing_link: Link | None
    reviewed: str


def check_page(asked: Asked | None, doors: ClosingDoors) -> CheckPage:
    """``asked`` None: the form was not sent."""
    title = _("Check a clinic's offer")
    description = _("What the registry says of a study number, and signs to look for.")
    return CheckPage(
        head=Head(title, description, reverse("check")),
        has_asked=asked is not None,
        field=_field(asked.typed if asked else ""),
        notices=tuple(_notices(asked)) if asked else (),
        answers=asked.answers if asked else (),
        signs=warning_signs(),
        sources=SOURCES,
        closing_count=count_in_words(doors),
        closing_link=_closing_link() if doors.closing else None,
        reviewed=reviewed(),
    )


def _field(typed: str) -> Field:
    return Field(
        name="id",
        label=_("Study number"),
        hint=_("NCT and eight digits. You can also paste the sentence that it stands in."),
        value=typed[:LONGEST],
        longest=LONGEST,
    )


def _closing_link() -> Link:
    return Link(_("See these studies, and what each says"), reverse("earlier_cells"))


def _notices(asked: Asked) -> Iterator[Notice]:
    if not asked.typed.strip():
        yield Notice(_("The field was empty"), (_("Type the number that the clinic gave you."),))
    elif not asked.answers and not asked.broken:
        yield _without_number()
    for typed in asked.broken:
        yield _broken(typed)
    if asked.left:
        yield Notice(
            _("We look at three numbers at a time"),
            (_("These are left. You can check each of them now:"),),
            tuple(_check(nct_id) for nct_id in asked.left),
        )


def _without_number() -> Notice:
    return Notice(
        _("We found no study number in what you typed"),
        (
            _("A study's number has the letters NCT and eight digits. Ask the clinic for it."),
            _("Some studies stand on other lists only. We cannot look those up."),
        ),
        (Link(_("Search ClinicalTrials.gov itself"), REGISTRY_SEARCH),),
    )


def _broken(typed: str) -> Notice:
    digits = sum(sign.isdigit() for sign in typed)
    shown = typed[:LONGEST_SHOWN]
    return Notice(
        _("“%(typed)s” is not a whole study number") % {"typed": shown},
        (
            _("We count %(digits)s digits. A number has the letters NCT and eight digits.")
            % {"digits": digits},
            _("Check each digit, or ask the clinic to write it down for you."),
        ),
    )


def _check(nct_id: str) -> Link:
    return Link(_("Check %(nct_id)s") % {"nct_id": nct_id}, f"{reverse('check')}?id={nct_id}")
