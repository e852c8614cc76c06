"""All readings of one record."""

from __future__ import annotations

from dataclasses import dataclass

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
from trials.reading.evidence import Answer
from trials.reading.passages import Texts, texts_of
from trials.reading.relevance.condition import read_condition
from trials.reading.relevance.role import read_role
from trials.records import StudyRecord

READING_VERSION = "1"
"""Raised with every change of a rule, so that stored readings can be read again."""


@dataclass(frozen=True, slots=True)
class StudyReading:
    """What a record means; an answer whose value is None is an abstention."""

    condition: Answer[Condition]
    role: Answer[Role]
    cell_type: Answer[tuple[CellType, ...]]
    tissue: Answer[tuple[Tissue, ...]]
    donor: Answer[Donor]
    route: Answer[tuple[Route, ...]]


def read_study(record: StudyRecord) -> StudyReading:
    """Read one record. Pure: the same record gives the same reading."""
    texts = texts_of(record)
    given = given_of(texts)
    condition = read_condition(record)
    role = read_role(given, texts, condition.value)
    if role.value is None:
        return StudyReading(condition, role, Answer(None), Answer(None), Answer(None), Answer(None))
    if role.value not in GIVES_A_PRODUCT:
        return _nothing_given(condition, role)
    return _product(condition, role, given, texts)


def _nothing_given(condition: Answer[Condition], role: Answer[Role]) -> StudyReading:
    return StudyReading(
        condition,
        role,
        Answer((CellType.NONE,)),
        Answer((Tissue.NONE,)),
        Answer(Donor.NONE),
        Answer((Route.NONE,)),
    )


def _product(
    condition: Answer[Condition], role: Answer[Role], given: Given, texts: Texts
) -> StudyReading:
    types = read_cell_type(given, texts)
    tissue = read_tissue(given, texts, types.value or ())
    return StudyReading(
        condition,
        role,
        types,
        tissue,
        read_donor(given, texts, types.value or (), tissue.value or ()),
        read_route(given, texts),
    )
