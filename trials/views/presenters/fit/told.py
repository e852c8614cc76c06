"""What was told so far: on every page of 'My situation'."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.views.fit.answers import Answers
from trials.views.fit.questions import BY_SLUG, QUESTIONS
from trials.views.presenters.fit.addresses import address_of
from trials.views.presenters.fit.asking import ASKING
from trials.views.presenters.fit.choices import answer_in_words
from trials.views.presenters.frame import Link


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One answer, and the way to change it."""

    label: str
    text: str
    change: Link


@dataclass(frozen=True, slots=True)
class Told:
    """``undo``: the last change in words, "" where there is none to undo."""

    lines: tuple[ToldLine, ...]
    count: str
    undo: str


def told_so_far(answers: Answers) -> Told:
    """All answers in the order of the questions."""
    lines = tuple(
        ToldLine(
            str(ASKING[one.slug].short),
            answer_in_words(one, answers.to(one)),
            Link(_("Change: %(name)s") % {"name": ASKING[one.slug].short}, address_of(one.slug)),
        )
        for one in QUESTIONS
        if answers.to(one).is_given
    )
    return Told(lines, _count(answers.count), _last_change(answers))


def _count(count: int) -> str:
    if not count:
        return _("You have answered no question so far.")
    return ngettext(
        "You have answered %(count)s question of %(all)s.",
        "You have answered %(count)s questions of %(all)s.",
        count,
    ) % {"count": count, "all": len(QUESTIONS)}


def _last_change(answers: Answers) -> str:
    if not answers.undo:
        return ""
    question = BY_SLUG[answers.undo.slug]
    name = ASKING[question.slug].short
    if not answers.to(question).is_given:
        return _("You took your answer out: %(name)s.") % {"name": name}
    text = answer_in_words(question, answers.to(question))
    return _("You answered: %(name)s: %(text)s.") % {"name": name, "text": text}


def lost_text() -> str:
    """For a cookie that could not be read."""
    return _(
        "We could not read the answers that this device had kept, so they are gone. They may have "
        "been too old. Please start again. Nothing else was lost."
    )
