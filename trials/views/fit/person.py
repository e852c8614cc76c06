"""From answers to the person that the rules of fit compare."""

from __future__ import annotations

from trials.reading.fit import (
    CapacityTest,
    Drug,
    ElEscorial,
    Gene,
    Person,
    Position,
    Sex,
    Ventilation,
)
from trials.records import PartialDate
from trials.views.fit.answers import Answers
from trials.views.fit.questions import NOTHING, YES


def person_of(answers: Answers) -> Person:
    """What was not answered, or answered "I don't know", is None."""
    of = answers.of
    return Person(
        first_symptom=_date(of("first_symptom")),
        first_weakness=_date(of("first_weakness")),
        diagnosis=_date(of("diagnosis")),
        age=_whole(of("age")),
        sex=Sex(of("sex")) if of("sex") else None,
        vital_capacity_percent=_number(of("vital_capacity_percent")),
        vital_capacity_test=_test(of("vital_capacity_test")),
        vital_capacity_position=_position(of("vital_capacity_position")),
        alsfrs_total=_whole(of("alsfrs_total")),
        ventilation=_ventilation(of("ventilation")),
        noninvasive_hours=_number(of("noninvasive_hours")),
        feeding_tube=_yes(of("feeding_tube")),
        riluzole=_drug(answers, "riluzole"),
        edaravone=_drug(answers, "edaravone"),
        tofersen=_drug(answers, "tofersen"),
        prior_cell_therapy=_yes(of("prior_cell_therapy")),
        prior_cell_therapy_last=_date(of("prior_cell_therapy_last")),
        prior_gene_therapy=_yes(of("prior_gene_therapy")),
        gene=Gene(of("gene")) if of("gene") else None,
        familial=_yes(of("familial")),
        el_escorial=ElEscorial(of("el_escorial")) if of("el_escorial") else None,
        anticoagulants=_yes(of("anticoagulants")),
        immunosuppressants=_yes(of("immunosuppressants")),
        lumbar_puncture_possible=_yes(of("lumbar_puncture_possible")),
        pregnant=_yes(of("pregnant")),
        cancer_history=_yes(of("cancer_history")),
        caregiver=_yes(of("caregiver")),
    )


def _yes(text: str) -> bool | None:
    return text == YES if text else None


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _test(text: str) -> CapacityTest | None:
    return CapacityTest(text) if text else None


def _position(text: str) -> Position | None:
    return Position(text) if text else None


def _ventilation(text: str) -> tuple[Ventilation, ...] | None:
    if not text:
        return None
    return () if text == NOTHING else tuple(Ventilation(one) for one in text.split())


def _drug(answers: Answers, name: str) -> Drug | None:
    taken = _yes(answers.of(name))
    return None if taken is None else Drug(taken, _date(answers.of(f"{name}_since")))
