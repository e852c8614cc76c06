"""What is given: cells, tissue, donor, way in; each with the words of the record behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trials.models import Reading
from trials.records import Intervention
from trials.search.said import said as _
from trials.search.words import CELL, DONOR, ROUTE, TISSUE, Words, word
from trials.views.presenters.prose import Block, prose
from trials.views.presenters.study.evidence import Why, whys
from trials.views.presenters.wording import worded


@dataclass(frozen=True, slots=True)
class Answered:
    """One question about what is given; ``correction``: when and why a curator answered, or ""."""

    question: str
    answer: str
    why: tuple[Why, ...]
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Treatment:
    """One intervention in the registry's own words."""

    name: str
    kind: str
    other_names: tuple[str, ...]
    description: tuple[Block, ...]


def answered(
    reading: Reading, corrections: Mapping[str, str], *, is_starter: bool
) -> Iterator[Answered]:
    """The four questions; ``corrections``: question -> reason of the curator."""
    lists: tuple[tuple[str, str, Words, list[str]], ...] = (
        ("cell_type", _("Which cells"), CELL, reading.cell_type),
        ("tissue", _("From what tissue"), TISSUE, reading.tissue),
        ("donor", _("Whose cells"), DONOR, [reading.donor] if reading.donor else []),
        ("route", _("How they are given"), ROUTE, reading.route),
    )
    for name, question, words, codes in lists:
        yield Answered(
            question,
            _answer(words, codes, is_starter=is_starter),
            _why(reading.answers, name),
            corrections.get(name, ""),
        )


def _answer(words: Words, codes: list[str], *, is_starter: bool) -> str:
    """What starter facts leave open is not known here; the record may well state it."""
    if is_starter and (not codes or codes == ["not_stated"]):
        return _("Not known here yet: see the registry")
    return worded(words, codes) if codes else _("We could not tell from this record")


def what_it_does(reading: Reading, corrections: Mapping[str, str], *, watches: bool) -> Answered:
    """Why the study is listed as it is: what it does with cells.

    ``watches``: it is observational, so that it gives nothing itself.
    """
    words = _watched() if watches else _done()
    answer = word(words, reading.role) if reading.role else _("We could not tell from this record")
    return Answered(
        _("What it does with cells"),
        answer,
        _why(reading.answers, "role"),
        corrections.get("role", ""),
    )


def _done() -> Words:
    return {
        "stem_cells_given": _("It gives stem cells"),
        "other_cells_given": _("It gives living cells that are not stem cells"),
        "cell_free_product": _("It gives a product made from cells, with no cells in it"),
        "mobilises_own_cells": _("It gives a drug that moves a person's own stem cells"),
        "cells_in_lab_only": _("Cells are only studied in the lab"),
        "no_cells": _("It gives no cells"),
    }


def _watched() -> Words:
    return {
        **_done(),
        "stem_cells_given": _("It watches people who get stem cells, or got them before"),
        "other_cells_given": _("It watches people who get living cells that are not stem cells"),
        "cell_free_product": _(
            "It watches people who get a product made from cells, with no cells in it"
        ),
        "mobilises_own_cells": _(
            "It watches people who get a drug that moves their own stem cells"
        ),
    }


def _why(answers: Mapping[str, Any], name: str) -> tuple[Why, ...]:
    return whys(answers.get(name, {}).get("evidence", ()))


def treatments(interventions: tuple[Intervention, ...]) -> tuple[Treatment, ...]:
    return tuple(
        Treatment(one.name, _kind(one.type), one.other_names, prose(one.description))
        for one in interventions
    )


def _kind(kind: str) -> str:
    words = {
        "BIOLOGICAL": _("Biological product"),
        "DRUG": _("Drug"),
        "PROCEDURE": _("Procedure"),
        "DEVICE": _("Device"),
        "GENETIC": _("Gene treatment"),
        "BEHAVIORAL": _("Behavior"),
        "DIETARY_SUPPLEMENT": _("Food supplement"),
        "RADIATION": _("Radiation"),
        "COMBINATION_PRODUCT": _("Combined product"),
        "DIAGNOSTIC_TEST": _("Test"),
        "OTHER": _("Other"),
    }
    return word(words, kind)
