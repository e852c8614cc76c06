"""All readings of one record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from trials.reading.burden import Burden, read_burden
from trials.reading.cells.cell_type import read_cell_type
from trials.reading.cells.donor import read_donor
from trials.reading.cells.given import Given, given_of
from trials.reading.cells.route import read_route
from trials.reading.cells.tissue import read_tissue
from trials.reading.codebook import (
    GIVES_A_PRODUCT,
    CellType,
    Condition,
    Donor,
    Role,
    Route,
    Tissue,
)
from trials.reading.eligibility import Criterion, read_eligibility
from trials.reading.evidence import Answer
from trials.reading.passages import Texts, texts_of
from trials.reading.relevance.condition import read_condition
from trials.reading.relevance.role import read_role
from trials.records import StudyRecord

READING_VERSION = "4"
"""Raised with every change of a rule, so that stored readings can be read again."""

QUESTIONS = ("condition", "role", "cell_type", "tissue", "donor", "route")
"""The questions with one answer each; the names of StudyReading's fields."""


@dataclass(frozen=True, slots=True)
class StudyReading:
    """What a record means; an answer whose value is None is an abstention.

    Signals are not among it: they depend on the day and take no time to read, so they
    are read when a page is shown, and never stored to grow stale.
    """

    condition: Answer[Condition]
    role: Answer[Role]
    cell_type: Answer[tuple[CellType, ...]]
    tissue: Answer[tuple[Tissue, ...]]
    donor: Answer[Donor]
    route: Answer[tuple[Route, ...]]
    eligibility: tuple[Criterion, ...] = ()
    burden: tuple[Burden, ...] = ()


class _Cells(NamedTuple):
    """The four answers about what is given, as StudyReading names them."""

    cell_type: Answer[tuple[CellType, ...]]
    tissue: Answer[tuple[Tissue, ...]]
    donor: Answer[Donor]
    route: Answer[tuple[Route, ...]]


UNTOLD = _Cells(Answer(None), Answer(None), Answer(None), Answer(None))
NOTHING_GIVEN = _Cells(
    Answer((CellType.NONE,)), Answer((Tissue.NONE,)), Answer(Donor.NONE), Answer((Route.NONE,))
)


def read_study(record: StudyRecord) -> StudyReading:
    """Read one record. Pure: the same record gives the same reading."""
    texts = texts_of(record)
    given = given_of(texts)
    condition = read_condition(record)
    role = read_role(given, texts, condition.value)
    return StudyReading(
        condition,
        role,
        *_cells(role.value, given, texts),
        eligibility=read_eligibility(record),
        burden=read_burden(record),
    )


def _cells(role: Role | None, given: Given, texts: Texts) -> _Cells:
    if role is None:
        return UNTOLD
    if role not in GIVES_A_PRODUCT:
        return NOTHING_GIVEN
    types = read_cell_type(given, texts)
    kinds = types.value or ()
    tissue = read_tissue(given, texts, kinds)
    donor = read_donor(given, texts, kinds, tissue.value or ())
    return _Cells(types, tissue, donor, read_route(given, texts))
