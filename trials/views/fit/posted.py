"""From a posted form to an answer, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from trials.views.fit.answers import Answer
from trials.views.fit.questions import DateField, Field, Question, TicksField
from trials.views.fit.values import Wrong, WrongAnswer, checked

LONGEST = 20
UNKNOWN = "unknown"
PARTS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Posted:
    """``typed``: every control's name and what was in it, to be shown again as it was."""

    answer: Answer
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


def posted(question: Question, data: QueryDict, *, today: date) -> Posted:
    """Every field by itself, so that one fault doesn't cost the others."""
    if UNKNOWN in data:
        return Posted(Answer(is_unknown=True))
    values: dict[str, str] = {}
    wrong: dict[str, Wrong] = {}
    for one in question.fields:
        try:
            values[one.name] = checked(one, _text(one, data), today=today)
        except WrongAnswer as error:
            wrong[one.name] = error.wrong
    answer = Answer({name: text for name, text in values.items() if text})
    return Posted(answer, wrong, _typed(question, data))


def controls(one: Field) -> tuple[str, ...]:
    """The names of a field's controls in the form."""
    if isinstance(one, DateField):
        return tuple(f"{one.name}-{part}" for part in PARTS)
    return (one.name,)


def _text(one: Field, data: QueryDict) -> str:
    if isinstance(one, TicksField):
        return " ".join(value[:LONGEST] for value in data.getlist(one.name))
    if not isinstance(one, DateField):
        return _value(data, one.name)
    day, month, year = (_value(data, name) for name in controls(one))
    if not (day or month or year):
        return ""
    # A part left out stays out; one that is there must be whole, so "5" is the fifth.
    parts = [year, *((month.zfill(2),) if month or day else ()), *((day.zfill(2),) if day else ())]
    return "-".join(parts)


def _typed(question: Question, data: QueryDict) -> Mapping[str, str]:
    names = [name for one in question.fields for name in controls(one)]
    return {name: " ".join(value[:LONGEST] for value in data.getlist(name)) for name in names}


def _value(data: QueryDict, name: str) -> str:
    return data.get(name, "").strip()[:LONGEST]
