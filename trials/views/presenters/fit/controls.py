"""The controls of one question, with what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from trials.records import PartialDate
from trials.views.fit.answers import Answer
from trials.views.fit.posted import Posted, controls
from trials.views.fit.questions import ChoiceField, DateField, Field, NumberField, TicksField
from trials.views.presenters.fit.choices import choice_in_words
from trials.views.presenters.fit.faults import fault_in_words


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One field. ``kind``: date, number, radio or checkbox; ``first_id``: where a fault leads."""

    name: str
    kind: str
    label: str
    hint: str
    fault: str
    first_id: str
    value: str = ""
    day: str = ""
    year: str = ""
    options: tuple[Option, ...] = ()


def control(field: Field, answer: Answer, told: Posted | None) -> Control:
    """As it was typed where that had a fault; else as it was answered."""
    filled = told.typed if told else _filled(field, answer)
    wrong = told.wrong.get(field.name) if told else None
    fault = fault_in_words(field, wrong) if wrong else ""
    label, hint = _words(field.name)
    if isinstance(field, DateField):
        return _date(field, filled, label, hint, fault)
    if isinstance(field, NumberField):
        value = filled.get(field.name, "")
        return Control(field.name, "number", label, hint, fault, f"f-{field.name}", value)
    kind = "checkbox" if isinstance(field, TicksField) else "radio"
    options = _options(field, filled.get(field.name, ""))
    return Control(field.name, kind, label, hint, fault, f"f-{field.name}-1", options=options)


def _date(
    field: DateField, filled: Mapping[str, str], label: str, hint: str, fault: str
) -> Control:
    day, month, year = (filled.get(name, "") for name in controls(field))
    options = tuple(
        Option(str(number), str(name), month.lstrip("0") == str(number))
        for number, name in MONTHS.items()
    )
    return Control(
        *(field.name, "date", label, hint, fault, f"f-{field.name}-month"),
        day=day,
        year=year,
        options=options,
    )


def _options(field: ChoiceField | TicksField, chosen: str) -> tuple[Option, ...]:
    return tuple(
        Option(value, choice_in_words(field.name, value), value in chosen.split())
        for value in field.values
    )


def _filled(field: Field, answer: Answer) -> Mapping[str, str]:
    text = answer.values.get(field.name, "")
    if not isinstance(field, DateField) or not text:
        return {field.name: text}
    known = PartialDate.parse(text)
    parts = (known.day, known.month, known.year)
    return dict(zip(controls(field), (str(part or "") for part in parts), strict=True))


def _words(name: str) -> tuple[str, str]:
    """Label and hint of a field that doesn't say all by its question."""
    partly = _("You can give the year alone, the month and year, or the day too.")
    words = {
        "vital_capacity_percent": (
            _("Result in percent"),
            _("Such as 62. The percent of what is expected for you."),
        ),
        "vital_capacity_test": (_("How did you blow?"), ""),
        "vital_capacity_position": (_("How did you sit or lie?"), ""),
        "alsfrs_total": (_("Points in all"), _("A number from 0 to 48.")),
        "age": (_("Age in years"), _("Such as 62.")),
        "ventilation": (_("Help that you use"), ""),
        "noninvasive_hours": (
            _("With a mask: hours a day"),
            _("You can leave this empty. Such as 8."),
        ),
        "prior_cell_therapy": (_("Your answer"), ""),
        "prior_cell_therapy_last": (_("If yes: when was the last one?"), partly),
    }
    if name.endswith("_since"):
        return _("If yes: since when this dose?"), partly
    return words.get(name, (_("Your answer"), partly if name in _DATES else ""))


_DATES = ("first_symptom", "first_weakness", "diagnosis")
