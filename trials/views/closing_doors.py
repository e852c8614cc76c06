"""Studies that turn away people who had cells before, as their criteria state it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from trials.models import Snapshot, Study
from trials.reading.eligibility.criterion import Criterion, Kind, Operator
from trials.reading.eligibility.read import read_eligibility
from trials.reading.scope import Scope
from trials.registry.translate import translate
from trials.views.presenters.check.earlier_cells import ClosingDoors, ClosingStudy


@dataclass(frozen=True, slots=True)
class ReadSnapshot:
    """``closing`` is None where the criteria turn nobody away for earlier cells."""

    has_criteria: bool
    closing: Criterion | None


# A snapshot is named by what it holds, so what was read in it stays true for its digest.
_read: dict[str, ReadSnapshot] = {}


def closing_doors() -> ClosingDoors:
    """Of the studies of stem cells for ALS that are listed now. Two queries at most."""
    studies = list(Study.objects.fetched().still_listed().filter(scope=Scope.LISTED))
    _read_missing(str(study.snapshot_id) for study in studies)
    found = [(study, _read[str(study.snapshot_id)]) for study in studies]
    return ClosingDoors(
        closing=tuple(ClosingStudy(study, one.closing) for study, one in found if one.closing),
        with_criteria=sum(one.has_criteria for _study, one in found),
    )


def _read_missing(digests: Iterable[str]) -> None:
    missing = [digest for digest in digests if digest not in _read]
    for digest, body in Snapshot.objects.filter(pk__in=missing).values_list("digest", "body"):
        _read[digest] = read_snapshot(body)


def read_snapshot(body: str) -> ReadSnapshot:
    """What one stored record says on earlier cells; ``body`` is its JSON."""
    record, _problems = translate(json.loads(body))
    if record is None:
        return ReadSnapshot(has_criteria=False, closing=None)
    return ReadSnapshot(
        has_criteria=bool(record.eligibility.eligibility_criteria),
        closing=closing_criterion(read_eligibility(record)),
    )


def closing_criterion(criteria: Iterable[Criterion]) -> Criterion | None:
    """The first criterion that turns people away for earlier cells."""
    closing = (
        one
        for one in criteria
        if one.kind is Kind.PRIOR_CELL_THERAPY and one.operator is Operator.FORBIDDEN
    )
    return next(closing, None)
