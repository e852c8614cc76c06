"""Dates in words, as precise as they are known."""

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format

from trials.records import DateStruct, PartialDate
from trials.search.said import language

FORMS = {1: "Y", 2: "F Y", 3: "j F Y"}


def in_words(day: PartialDate) -> str:
    """'2024', 'May 2024' or '17 May 2024'."""
    known = sum(part is not None for part in (day.year, day.month, day.day))
    return _formatted(language(), day.earliest, FORMS[known])


def text_in_words(text: str) -> str:
    """The same for the text of a date in a column ("2024-05"); "" for ""."""
    return in_words(PartialDate.parse(text)) if text else ""


def struct_in_words(struct: DateStruct | None) -> str:
    return in_words(struct.date) if struct else ""


def day_in_words(day: date) -> str:
    return _formatted(language(), day, FORMS[3])


@lru_cache(maxsize=4096)
def _formatted(_language: str | None, day: date, form: str) -> str:
    return date_format(day, form)


def moment_in_words(moment: datetime) -> str:
    """The day of a moment in UTC, as the registry dates its data."""
    return day_in_words(moment.date())
