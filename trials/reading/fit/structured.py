"""The registry's own fields: youngest age, oldest age, sex."""

from collections.abc import Iterator

from trials.reading.fit.judgement import MET, NOT_SAID, Judgement, met_if
from trials.reading.fit.person import Person
from trials.reading.fit.result import CriterionFit, Looks, Reason
from trials.records import Age, StudyRecord

NO_LIMIT = Judgement(Looks.NOT_STATED, Reason.NO_LIMIT)


def structured_rows(person: Person, record: StudyRecord) -> Iterator[CriterionFit]:
    """One row for each age limit that there is, or one that says there is none; then sex."""
    youngest, oldest = record.eligibility.minimum_age, record.eligibility.maximum_age
    if youngest is None and oldest is None:
        yield _row("age", NO_LIMIT, "", "eligibility.minimum_age")
    if youngest is not None:
        judgement = _old_enough(person.age, youngest)
        yield _row("minimum_age", judgement, str(youngest), "eligibility.minimum_age")
    if oldest is not None:
        judgement = _young_enough(person.age, oldest)
        yield _row("maximum_age", judgement, str(oldest), "eligibility.maximum_age")
    sex = record.eligibility.sex
    yield _row("sex", _sex(person, sex), sex, "eligibility.sex")


def _old_enough(age: int | None, youngest: Age) -> Judgement:
    """A whole number of years means from that birthday to the day before the next."""
    if age is None:
        return NOT_SAID
    if age < youngest.years < age + 1:
        return met_if(None)
    return met_if(age >= youngest.years)


def _young_enough(age: int | None, oldest: Age) -> Judgement:
    """ "75 years" lets people in until the day before they turn 76."""
    if age is None:
        return NOT_SAID
    if oldest.unit == "year":
        return met_if(age <= oldest.count)
    if age <= oldest.years < age + 1:
        return met_if(None)
    return met_if(age < oldest.years)


def _sex(person: Person, asked: str) -> Judgement:
    if asked == "ALL":
        return MET
    if asked not in {"FEMALE", "MALE"}:
        return NO_LIMIT
    if person.sex is None:
        return NOT_SAID
    return met_if(person.sex == asked)


def _row(kind: str, judgement: Judgement, sentence: str, field: str) -> CriterionFit:
    return CriterionFit(
        kind=kind,
        looks=judgement.looks,
        reason=judgement.reason,
        sentence=sentence,
        field=field,
    )
