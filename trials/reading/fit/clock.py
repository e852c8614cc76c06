"""Time since the first symptom, the first weakness or the diagnosis.

A person's date may be a month or a year. Only where every day that it can mean agrees
does a limit look met or not met. The time is counted to today; the site may count to
another visit, which is why a window always says so.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from trials.reading.eligibility.criterion import Criterion, Kind
from trials.reading.fit.judgement import MET, NOT_SAID, UNCLEAR, Judgement, ask
from trials.reading.fit.limits import Limit, limits_of
from trials.reading.fit.person import Person
from trials.reading.fit.result import Looks, Reason, Window
from trials.records import PartialDate

DAYS_A_MONTH = 30.4375
LONGEST = 1200
"""A hundred years: a longer limit is a misprint."""


def time_since(person: Person, criterion: Criterion, today: date) -> Judgement:
    """How a clock looks; its window is given only while the limit is kept."""
    limits = limits_of(criterion)
    if not limits or criterion.unit != "months" or _is_absurd(limits):
        return UNCLEAR
    clock = _clock(criterion)
    if clock == "":
        return ask(Reason.CLOCK_NOT_NAMED)
    began: PartialDate | None = getattr(person, clock)
    if began is None:
        return NOT_SAID
    if began.earliest > today:
        return ask(Reason.DATE_NOT_PRECISE)
    return _judged(began, limits, today)


def months_after(start: date, months: float) -> date:
    """The day ``months`` after ``start``; the last of the month where it has no such day."""
    whole = int(months)
    year, month = divmod(start.year * 12 + start.month - 1 + whole, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    extra = timedelta(days=round((months - whole) * DAYS_A_MONTH))
    return date(year, month + 1, day) + extra


def _clock(criterion: Criterion) -> str:
    """The person's answer that this clock counts from; "" where the record doesn't name it."""
    anchors = {"onset": "first_symptom", "weakness": "first_weakness", "diagnosis": "diagnosis"}
    if criterion.kind is Kind.DIAGNOSIS_TIME and not criterion.anchor:
        return "diagnosis"
    return anchors.get(criterion.anchor, "")


def _is_absurd(limits: tuple[Limit, ...]) -> bool:
    return any(not 0 <= limit.value <= LONGEST for limit in limits)


def _judged(began: PartialDate, limits: tuple[Limit, ...], today: date) -> Judgement:
    first, last = began.earliest, min(began.latest, today)
    sides = [(limit, _kept(limit, first, last, today)) for limit in limits]
    broken = [limit for limit, kept in sides if kept is False]
    if broken:
        reason = Reason.NOT_YET if broken[0].is_lower else Reason.TOO_LATE
        return Judgement(Looks.NOT_MET, reason)
    window = _window(began, limits, today)
    if any(kept is None for _, kept in sides):
        is_a_day = began.day is not None
        reason = Reason.AT_THE_LIMIT if is_a_day else Reason.DATE_NOT_PRECISE
        return Judgement(Looks.ASK, reason, window)
    return Judgement(MET.looks, MET.reason, window)


def _kept(limit: Limit, first: date, last: date, today: date) -> bool | None:
    """Whether a side is kept, if both ends of what the date can mean agree."""
    ends = {limit.is_kept(_compare(day, limit, today)) for day in (first, last)}
    return ends.pop() if len(ends) == 1 else None


def _compare(day: date, limit: Limit, today: date) -> int:
    due = months_after(day, limit.value)
    return (today > due) - (today < due)


def _window(began: PartialDate, limits: tuple[Limit, ...], today: date) -> Window | None:
    """From the earliest day; an end that is not surely let in closes a day before."""
    for limit in limits:
        if not limit.is_lower:
            due = months_after(began.earliest, limit.value)
            closes_on = due if limit.includes else due - timedelta(days=1)
            if closes_on >= today:
                return Window(closes_on, is_earliest=began.day is None)
    return None
