"""Studies that turn away people who had cells before, as their criteria state it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trials.models import Study
from trials.reading.eligibility.criterion import Criterion, Kind, Operator
from trials.reading.scope import Scope
from trials.views.presenters.check.earlier_cells import ClosingDoors, ClosingStudy

CLOSING = {"kind": Kind.PRIOR_CELL_THERAPY.value, "operator": Operator.FORBIDDEN.value}


def closing_doors() -> ClosingDoors:
    """Of the studies of stem cells for ALS that are listed now, by their stored readings."""
    listed = Study.objects.fetched().still_listed().filter(scope=Scope.LISTED)
    read = listed.filter(reading__answers__eligibility__0__isnull=False)
    closing = read.filter(reading__answers__eligibility__contains=[CLOSING])
    return ClosingDoors(
        closing=tuple(_closing_study(study) for study in closing.select_related("reading")),
        with_criteria=read.count(),
    )


def _closing_study(study: Study) -> ClosingStudy:
    one = next(one for one in study.reading.answers["eligibility"] if _is_closing(one))
    return ClosingStudy(study, one["field"], one["quote"])


def _is_closing(stored: dict[str, Any]) -> bool:
    return all(stored[name] == value for name, value in CLOSING.items())


def closing_criterion(criteria: Iterable[Criterion]) -> Criterion | None:
    """The first criterion that turns people away for earlier cells."""
    closing = (
        one
        for one in criteria
        if one.kind is Kind.PRIOR_CELL_THERAPY and one.operator is Operator.FORBIDDEN
    )
    return next(closing, None)
