"""Criteria made for tests, as a reading would give them."""

from dataclasses import replace
from typing import Any

from tests.unit.reading.studies import record
from trials.reading.eligibility.criterion import Criterion, Kind, Operator, Section
from trials.records import Age, Eligibility, Status, StudyRecord

_UNITS = {
    Kind.ONSET_TIME: "months",
    Kind.DIAGNOSIS_TIME: "months",
    Kind.VITAL_CAPACITY: "%pred",
    Kind.ALSFRS_TOTAL: "points",
}


def asks(kind: Kind, operator: str, value: str = "", **more: Any) -> Criterion:
    """A criterion that stands under "Inclusion", for everybody, unless ``more`` says else."""
    plain = Criterion(
        kind=kind,
        section=Section.INCLUSION,
        operator=Operator(operator),
        value=value,
        unit=_UNITS.get(kind, ""),
        quote="the words",
        field="eligibility.eligibility_criteria",
        rule="test",
        sentence="The words of the record.",
    )
    return replace(plain, **more)


def study(status: str = "RECRUITING", **eligibility: Any) -> StudyRecord:
    """An open study; ages as the registry writes them ("18 Years")."""
    ages: dict[str, Any] = {
        name: Age.parse(eligibility.pop(name))
        for name in ("minimum_age", "maximum_age")
        if name in eligibility
    }
    return record(
        status=Status(overall_status=status), eligibility=Eligibility(**ages, **eligibility)
    )
