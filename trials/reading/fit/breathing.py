"""Help with breathing, and a feeding tube."""

from trials.reading.eligibility.criterion import Criterion, Operator
from trials.reading.fit.judgement import MET, MORE, NOT_SAID, UNCLEAR, Judgement, met_if
from trials.reading.fit.limits import number
from trials.reading.fit.person import Person, Ventilation
from trials.reading.fit.yes_or_no import forbidden_or_required


def ventilation(person: Person, criterion: Criterion) -> Judgement:
    """By the kind that the criterion names; "any" is where it names none.

    Of somebody with a mask or a pacer, "dependent on a ventilator" may or may not be meant.
    """
    if criterion.operator is Operator.UNCLEAR:
        return UNCLEAR
    if person.ventilation is None:
        return NOT_SAID
    if criterion.operator is Operator.ALLOWED_IF:
        return _allowed(person, criterion)
    if criterion.anchor in {"any", ""}:
        return _any(person.ventilation, criterion)
    return forbidden_or_required(criterion, criterion.anchor in person.ventilation)


def _allowed(person: Person, criterion: Criterion) -> Judgement:
    used = person.ventilation or ()
    is_used = bool(used) if criterion.anchor in {"any", ""} else criterion.anchor in used
    if not is_used:
        return MET
    most, hours = number(criterion.value), person.noninvasive_hours
    if most is None or hours is None or criterion.anchor != Ventilation.NONINVASIVE:
        return MORE
    return met_if(None if hours == most else hours < most)


def _any(used: tuple[Ventilation, ...], criterion: Criterion) -> Judgement:
    if used and Ventilation.INVASIVE not in used:
        return MORE
    return forbidden_or_required(criterion, bool(used))


def feeding_tube(person: Person, criterion: Criterion) -> Judgement:
    return forbidden_or_required(criterion, person.feeding_tube)
