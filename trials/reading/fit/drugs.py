"""Riluzole, edaravone, tofersen: required, forbidden, or allowed at a steady dose."""

from datetime import date

from trials.reading.eligibility.criterion import Criterion, Operator
from trials.reading.fit.judgement import (
    MET,
    MORE,
    NOT_MET,
    NOT_SAID,
    UNCLEAR,
    Judgement,
    ask,
)
from trials.reading.fit.limits import number
from trials.reading.fit.person import Drug, Person
from trials.reading.fit.result import Looks, Reason
from trials.records import PartialDate


def drug(person: Person, criterion: Criterion, today: date) -> Judgement:
    """``criterion.kind`` names the drug; ``value`` is the days of a steady dose or a pause."""
    if criterion.operator is Operator.UNCLEAR:
        return UNCLEAR
    answer: Drug | None = getattr(person, criterion.kind.value)
    if answer is None:
        return NOT_SAID
    if answer.is_taken:
        return _taken(answer, criterion, today)
    return _not_taken(criterion)


def _taken(answer: Drug, criterion: Criterion, today: date) -> Judgement:
    if criterion.operator is Operator.FORBIDDEN:
        return NOT_MET
    if criterion.operator is Operator.ALLOWED_IF:
        return MORE
    days = number(criterion.value)
    if days is None:
        return MET if criterion.operator is Operator.REQUIRED else MORE
    return _long_enough(answer.since, days, today)


def _not_taken(criterion: Criterion) -> Judgement:
    """A pause that is asked for in days may not be over: we only know of today."""
    if criterion.operator is Operator.REQUIRED:
        return NOT_MET
    if criterion.operator is Operator.FORBIDDEN and criterion.value:
        return MORE
    return MET


def _long_enough(since: PartialDate | None, days: float, today: date) -> Judgement:
    if since is None or since.earliest > today:
        return MORE
    longest, shortest = (today - since.earliest).days, (today - min(since.latest, today)).days
    if shortest >= days:
        return MET
    if longest < days:
        return Judgement(Looks.NOT_MET, Reason.NOT_YET)
    return ask(Reason.DATE_NOT_PRECISE)
