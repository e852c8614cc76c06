"""What is given, to whom, and by what way: from the readings of the record."""

from collections.abc import Iterator

from trials.reading.in_short import messages as say
from trials.reading.wording import Sentence, Words, sentence
from trials.records import StudyRecord, StudyType

_CONDITIONS = {
    "als": say.FOR_ALS,
    "als_among_others": say.FOR_ALS_AND_OTHERS,
    "mnd_other": say.FOR_OTHER_MND,
    "not_als": say.NOT_FOR_ALS,
}
_WITHOUT_CELLS = {
    "mobilises_own_cells": say.MOBILISES,
    "cells_in_lab_only": say.LAB_ONLY,
    "no_cells": say.NO_CELLS,
}
_SAID_OTHERWISE = frozenset({"none", "not_stated"})


def people_sentences(condition: str | None) -> Iterator[Sentence]:
    """Whom it is for; nothing where we could not tell."""
    if condition in _CONDITIONS:
        yield sentence(_CONDITIONS[condition])


def treatment_sentences(
    record: StudyRecord,
    *,
    role: str | None,
    cell_type: tuple[str, ...] | None,
    tissue: tuple[str, ...] | None,
    donor: str | None,
    route: tuple[str, ...] | None,
) -> Iterator[Sentence]:
    """What is given; an answer of None is an abstention and is not talked about."""
    if role in _WITHOUT_CELLS:
        yield sentence(_WITHOUT_CELLS[role])
        return
    yield from _product(record, role, _known(cell_type))
    if tissues := _known(tissue):
        yield sentence(say.TISSUE, tissue=Words("tissue", tissues))
    if donor in say.DONORS and role != "cell_free_product":
        yield sentence(say.DONORS[donor])
    yield from _way_in(route)


def _product(record: StudyRecord, role: str | None, cells: tuple[str, ...]) -> Iterator[Sentence]:
    if role is None or not cells:
        yield sentence(say.NOT_READ)
        return
    is_trial = record.design.study_type == StudyType.INTERVENTIONAL
    yield sentence(say.CELLS_TESTED if is_trial else say.CELLS, cells=Words("cell_type", cells))
    if role == "other_cells_given":
        yield sentence(say.NOT_STEM_CELLS)
    if role == "cell_free_product":
        yield sentence(say.CELL_FREE)


def _way_in(route: tuple[str, ...] | None) -> Iterator[Sentence]:
    if routes := _known(route):
        yield sentence(say.ROUTE, route=Words("route", routes))
    elif route == ("not_stated",):
        yield sentence(say.ROUTE_NOT_STATED)


def _known(codes: tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(code for code in codes or () if code not in _SAID_OTHERWISE)
