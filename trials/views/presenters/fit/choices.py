"""The choices of each field in plain words, and an answer as a line."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trials.records import PartialDate
from trials.views.fit.answers import Answer
from trials.views.fit.questions import (
    NOTHING,
    ChoiceField,
    DateField,
    Field,
    Question,
    TicksField,
)
from trials.views.presenters.dates import in_words

YES_NO = {"yes": gettext_lazy("Yes"), "no": gettext_lazy("No")}
CHOICES: dict[str, dict[str, Promise]] = {
    "sex": {"FEMALE": gettext_lazy("Female"), "MALE": gettext_lazy("Male")},
    "vital_capacity_test": {
        "svc": gettext_lazy("Blown out slowly (SVC)"),
        "fvc": gettext_lazy("Blown out with force (FVC)"),
    },
    "vital_capacity_position": {
        "upright": gettext_lazy("Sitting up"),
        "supine": gettext_lazy("Lying down"),
    },
    "ventilation": {
        "noninvasive": gettext_lazy("A mask, on some hours (NIV, BiPAP)"),
        "invasive": gettext_lazy("A tube in the neck (tracheostomy)"),
        "diaphragm_pacing": gettext_lazy("A pacer for the breathing muscle"),
        NOTHING: gettext_lazy("No help at all"),
    },
    "gene": {
        "SOD1": gettext_lazy("Yes, in SOD1"),
        "C9orf72": gettext_lazy("Yes, in C9orf72"),
        "FUS": gettext_lazy("Yes, in FUS"),
        "other": gettext_lazy("Yes, in another gene"),
        "none_found": gettext_lazy("I was tested, and nothing was found"),
    },
    "el_escorial": {
        "suspected": gettext_lazy("Suspected"),
        "possible": gettext_lazy("Possible"),
        "lab_supported_probable": gettext_lazy("Probable, backed by lab tests"),
        "probable": gettext_lazy("Probable"),
        "definite": gettext_lazy("Definite"),
    },
}


def choice_in_words(name: str, value: str) -> str:
    return str(CHOICES.get(name, YES_NO)[value])


def answer_in_words(question: Question, answer: Answer) -> str:
    """'Yes, since May 2024'; "" where there is no answer."""
    if answer.is_unknown:
        return _("I do not know")
    parts = [_part(field, answer.values.get(field.name, "")) for field in question.fields]
    return ", ".join(part for part in parts if part)


def _part(field: Field, text: str) -> str:
    if not text:
        return ""
    if isinstance(field, ChoiceField):
        return choice_in_words(field.name, text)
    if isinstance(field, TicksField):
        return ", ".join(choice_in_words(field.name, one) for one in text.split())
    if isinstance(field, DateField):
        return _date(field.name, in_words(PartialDate.parse(text)))
    units = {
        "vital_capacity_percent": _("%(value)s percent"),
        "alsfrs_total": _("%(value)s of 48 points"),
        "age": _("%(value)s years"),
        "noninvasive_hours": _("%(value)s hours a day"),
    }
    return units[field.name] % {"value": text}


def _date(name: str, day: str) -> str:
    if name.endswith("_since"):
        return _("this dose since %(day)s") % {"day": day}
    return _("last in %(day)s") % {"day": day} if name.endswith("_last") else day
