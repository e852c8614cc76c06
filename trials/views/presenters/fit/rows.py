"""One thing that a study asks, beside the person's answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from trials.reading.fit import CriterionFit, Looks, Window
from trials.views.presenters.dates import day_in_words
from trials.views.presenters.fit.reasons import looks_in_words, reason_in_words
from trials.views.presenters.study.criteria import criterion_in_words

SHAPES = {
    Looks.MET: ("met", "disc"),
    Looks.NOT_MET: ("not-met", "ring"),
    Looks.NOT_STATED: ("unsaid", "square"),
    Looks.ASK: ("ask", "question"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """``tone`` and ``shape`` only repeat ``looks``; ``sentence`` is the registry's, or ""."""

    looks: str
    tone: str
    shape: str
    what: str
    reason: str
    sentence: str
    window: str
    is_in_the_way: bool


def row(fitted: CriterionFit) -> Row:
    tone, shape = SHAPES[fitted.looks]
    return Row(
        looks=looks_in_words(fitted.looks),
        tone=tone,
        shape=shape,
        what=_what(fitted),
        reason=reason_in_words(fitted),
        sentence=fitted.sentence if fitted.criterion else "",
        window=window_in_words(fitted.window) if fitted.window else "",
        is_in_the_way=fitted.looks is Looks.NOT_MET,
    )


def window_in_words(window: Window) -> str:
    """When a time limit ends for this person, and the question that goes with it."""
    values = {"day": day_in_words(window.closes_on)}
    if window.is_earliest:
        return (
            _(
                "By the date you gave, this time ends on %(day)s at the earliest. Counted to "
                "which visit? Ask."
            )
            % values
        )
    return _("By the date you gave, this time ends on %(day)s. Counted to which visit? Ask.") % (
        values
    )


def _what(fitted: CriterionFit) -> str:
    if fitted.criterion:
        return criterion_in_words(fitted.criterion)
    sexes = {"ALL": _("all"), "FEMALE": _("women only"), "MALE": _("men only")}
    values = {"value": fitted.sentence}
    words = {
        "minimum_age": _("Youngest age: %(value)s") % values,
        "maximum_age": _("Oldest age: %(value)s") % values,
        "age": _("Age"),
        "sex": _("Sex: %(value)s") % {"value": sexes.get(fitted.sentence, _("not stated"))},
    }
    return words[fitted.kind]
