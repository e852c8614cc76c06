"""One answer as text: what may stand in it, and what it means."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from trials.records import PartialDate
from trials.views.fit.questions import (
    NOTHING,
    ChoiceField,
    DateField,
    Field,
    NumberField,
    TicksField,
)

EARLIEST_YEAR = 1900
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?", re.ASCII)


class Wrong(StrEnum):
    """Why a text is no answer to its field."""

    NOT_A_DATE = "not_a_date"
    IN_THE_FUTURE = "in_the_future"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    OUT_OF_RANGE = "out_of_range"
    NO_CHOICE = "no_choice"
    NONE_AND_MORE = "none_and_more"


class WrongAnswer(ValueError):
    """Names the fault; never the text, which nobody else may read."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.value)
        self.wrong = wrong


def checked(field: Field, text: str, *, today: date) -> str:
    """The text in its one form; raises WrongAnswer. "" is no answer."""
    if not text:
        return ""
    if isinstance(field, DateField):
        return _date(text, today)
    if isinstance(field, NumberField):
        return _number(field, text)
    if isinstance(field, TicksField):
        return _ticks(field, text)
    return _choice(field, text)


def _date(text: str, today: date) -> str:
    try:
        found = PartialDate.parse(text)
    except ValueError:
        raise WrongAnswer(Wrong.NOT_A_DATE) from None
    if found.year < EARLIEST_YEAR or 0 in (found.month, found.day):
        raise WrongAnswer(Wrong.NOT_A_DATE)
    if found.earliest > today:
        raise WrongAnswer(Wrong.IN_THE_FUTURE)
    return str(found)


def _number(field: NumberField, text: str) -> str:
    """As people type it: "62", "62 %", "62,5"."""
    plain = text.replace("%", "").replace(",", ".").strip()
    if not _NUMBER.fullmatch(plain):
        raise WrongAnswer(Wrong.NOT_A_NUMBER)
    value = float(plain)
    if not value.is_integer() and not field.has_decimals:
        raise WrongAnswer(Wrong.NOT_WHOLE)
    if not field.low <= value <= field.high:
        raise WrongAnswer(Wrong.OUT_OF_RANGE)
    return f"{value:g}"


def _choice(field: ChoiceField, text: str) -> str:
    if text not in field.values:
        raise WrongAnswer(Wrong.NO_CHOICE)
    return text


def _ticks(field: TicksField, text: str) -> str:
    """Several values with a space between, in the field's own order."""
    ticked = set(text.split())
    if not ticked <= set(field.values):
        raise WrongAnswer(Wrong.NO_CHOICE)
    if NOTHING in ticked and len(ticked) > 1:
        raise WrongAnswer(Wrong.NONE_AND_MORE)
    return " ".join(value for value in field.values if value in ticked)
