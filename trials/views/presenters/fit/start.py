"""Words for the first page of 'My situation'."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.fit.answers import Answers
from trials.views.fit.questions import QUESTIONS
from trials.views.presenters.fit.addresses import address_of
from trials.views.presenters.fit.asking import ASKING
from trials.views.presenters.fit.told import Told, lost_text, told_so_far
from trials.views.presenters.frame import Head, Link


@dataclass(frozen=True, slots=True)
class StartPage:
    """``lost`` is "" unless answers could not be read."""

    head: Head
    lost: str
    what: tuple[str, ...]
    privacy: tuple[str, ...]
    begin: Link
    results: Link
    questions: tuple[Link, ...]
    told: Told


def start_page(answers: Answers, *, is_lost: bool) -> StartPage:
    """``answers`` may be empty."""
    title = _("My situation")
    description = _("Put what you know about yourself beside what each study asks for.")
    return StartPage(
        head=Head(title, description, reverse("fit")),
        lost=lost_text() if is_lost else "",
        what=_what(),
        privacy=_privacy(),
        begin=_begin(answers),
        results=Link(_("See how the studies look"), reverse("fit_results")),
        questions=tuple(
            Link(str(ASKING[one.slug].short), address_of(one.slug)) for one in QUESTIONS
        ),
        told=told_so_far(answers),
    )


def _what() -> tuple[str, ...]:
    return (
        _(
            "We ask %(count)s short questions, one on each page. You can skip any of them, stop at "
            "any time, and take as long as you like."
        )
        % {"count": len(QUESTIONS)},
        _(
            "Then we put your answers beside what each study asks for. You see what looks met, "
            "what looks not met, and what to ask. No study is left out."
        ),
        _("Only the people who run a study can say who can join."),
    )


def _privacy() -> tuple[str, ...]:
    return (
        _(
            "Your answers stay on this device, in a sealed cookie. We keep no copy. The cookie "
            "goes when you close the browser, or when you press “Forget my answers”."
        ),
        _("Some browsers bring cookies back when they start again. On a shared device, press it."),
    )


def _begin(answers: Answers) -> Link:
    """The first question without an answer."""
    left = [one for one in QUESTIONS if not answers.to(one).is_given]
    if not answers.count:
        return Link(_("Start with the first question"), address_of(QUESTIONS[0].slug))
    if left:
        return Link(_("Go on with the questions"), address_of(left[0].slug))
    return Link(_("Look at the first question again"), address_of(QUESTIONS[0].slug))
