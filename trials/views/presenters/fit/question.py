"""Words for one question's page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.fit.answers import Answers
from trials.views.fit.posted import Posted
from trials.views.fit.questions import QUESTIONS, Question
from trials.views.presenters.fit.addresses import address_after, address_before, address_of
from trials.views.presenters.fit.asking import ASKING
from trials.views.presenters.fit.choices import answer_in_words
from trials.views.presenters.fit.controls import Control, control
from trials.views.presenters.fit.told import Told, lost_text, told_so_far
from trials.views.presenters.frame import Head, Link


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """``now``: the answer as it stands; ``faults``: links to the controls to mend, first of all."""

    head: Head
    lost: str
    title: str
    hint: str
    progress: str
    now: str
    action: str
    is_one_press: bool
    controls: tuple[Control, ...]
    faults: tuple[Link, ...]
    unknown: str
    back: Link
    skip: Link
    results: Link
    told: Told


def question_page(
    question: Question, answers: Answers, *, told: Posted | None, is_lost: bool
) -> QuestionPage:
    """``told``: what was posted with a fault in it, else None."""
    asking, answer = ASKING[question.slug], answers.to(question)
    made = tuple(control(field, answer, told) for field in question.fields)
    faults = tuple(Link(one.fault, f"#{one.first_id}") for one in made if one.fault)
    title = str(asking.title)
    return QuestionPage(
        head=Head(_title(title, has_faults=bool(faults)), title, address_of(question.slug)),
        lost=lost_text() if is_lost else "",
        title=title,
        hint=str(asking.hint),
        progress=_progress(question),
        now=answer_in_words(question, answer),
        action=address_of(question.slug),
        is_one_press=question.is_one_press,
        controls=made,
        faults=faults,
        unknown=str(asking.unknown),
        back=_back(question),
        skip=_skip(question),
        results=Link(_("See how the studies look"), reverse("fit_results")),
        told=told_so_far(answers),
    )


def _title(title: str, *, has_faults: bool) -> str:
    return _("Please check: %(title)s") % {"title": title} if has_faults else title


def _progress(question: Question) -> str:
    place = QUESTIONS.index(question) + 1
    return _("Question %(place)s of %(all)s. You can skip it.") % {
        "place": place,
        "all": len(QUESTIONS),
    }


def _back(question: Question) -> Link:
    is_first = question is QUESTIONS[0]
    text = _("Back to the start") if is_first else _("Back to the question before")
    return Link(text, address_before(question))


def _skip(question: Question) -> Link:
    is_last = question is QUESTIONS[-1]
    text = _("Skip it and see how the studies look") if is_last else _("Skip this question")
    return Link(text, address_after(question))
