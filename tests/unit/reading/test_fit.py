"""Fit: one person's answers beside each kind of criterion."""

from datetime import date
from typing import Any

import pytest

from tests.unit.reading.asked import asks, study
from trials.reading.eligibility.criterion import Criterion, Kind, Section
from trials.reading.fit import (
    CapacityTest,
    CriterionFit,
    Drug,
    ElEscorial,
    Gene,
    Looks,
    Person,
    Position,
    Reason,
    Sex,
    Ventilation,
    fit,
    things_in_the_way,
)
from trials.records import PartialDate

TODAY = date(2026, 11, 22)
MET, NOT_MET, NOT_SAID, ASK = Looks.MET, Looks.NOT_MET, Looks.NOT_STATED, Looks.ASK
K = Kind
NOBODY = Person()


def row(person: Person, criterion: Criterion) -> CriterionFit:
    return fit(person, (criterion,), study(), today=TODAY).rows[-1]


def looks(criterion: Criterion, **answers: Any) -> Looks:
    return row(Person(**answers), criterion).looks


@pytest.mark.parametrize(
    ("criterion", "answers", "expected"),
    [
        (asks(K.VITAL_CAPACITY, ">=", "60", anchor="svc"), {"test": "svc", "percent": 60}, MET),
        (asks(K.VITAL_CAPACITY, ">", "60", anchor="svc"), {"test": "svc", "percent": 60}, NOT_MET),
        (asks(K.VITAL_CAPACITY, ">=", "60", anchor="svc"), {"test": "fvc", "percent": 90}, ASK),
        (asks(K.VITAL_CAPACITY, ">=", "60", anchor="svc"), {"percent": 20}, ASK),
        (asks(K.VITAL_CAPACITY, ">=", "60", anchor="vc"), {"percent": 20}, NOT_MET),
        (asks(K.VITAL_CAPACITY, ">=", "60", anchor="fvc"), {"test": "fvc"}, NOT_SAID),
        (asks(K.VITAL_CAPACITY, "<=", "60", anchor="fvc"), {"test": "fvc", "percent": 70}, NOT_MET),
        (
            asks(K.VITAL_CAPACITY, ">=", "1.5", anchor="fvc", unit="L"),
            {"test": "fvc", "percent": 9},
            ASK,
        ),
        (
            asks(K.VITAL_CAPACITY, ">=", "50", anchor="svc:supine"),
            {"test": "svc", "percent": 90},
            ASK,
        ),
        (
            asks(K.VITAL_CAPACITY, ">=", "50", anchor="svc:upright"),
            {"test": "svc", "percent": 90},
            MET,
        ),
        (asks(K.VITAL_CAPACITY, "unclear", "50", anchor="fvc"), {"test": "fvc", "percent": 9}, ASK),
    ],
)
def test_vital_capacity_is_compared_by_test_position_and_unit(
    criterion: Criterion, answers: dict[str, Any], expected: Looks
) -> None:
    test = answers.get("test")
    person = Person(
        vital_capacity_percent=answers.get("percent"),
        vital_capacity_test=CapacityTest(test) if test else None,
    )
    assert row(person, criterion).looks is expected


def test_lying_down_is_compared_with_lying_down() -> None:
    lying = {
        "vital_capacity_percent": 55.0,
        "vital_capacity_test": CapacityTest.SLOW,
        "vital_capacity_position": Position.SUPINE,
    }
    assert looks(asks(K.VITAL_CAPACITY, ">=", "50", anchor="svc:supine"), **lying) is MET
    assert looks(asks(K.VITAL_CAPACITY, ">=", "50", anchor="svc"), **lying) is ASK


@pytest.mark.parametrize(
    ("criterion", "total", "expected"),
    [
        (asks(K.ALSFRS_TOTAL, ">=", "30"), 30, MET),
        (asks(K.ALSFRS_TOTAL, ">=", "30"), 29, NOT_MET),
        (asks(K.ALSFRS_TOTAL, ">=", "30"), None, NOT_SAID),
        (asks(K.ALSFRS_TOTAL, "between", "15", value_high="30"), 20, MET),
        (asks(K.ALSFRS_TOTAL, "between", "15", value_high="30"), 30, ASK),
        (asks(K.ALSFRS_TOTAL, "between", "15", value_high="30"), 31, NOT_MET),
        (asks(K.ALSFRS_TOTAL, "between", "15"), 20, ASK),
        (asks(K.ALSFRS_TOTAL, ">=", "nan"), 20, ASK),
        (asks(K.ALSFRS_TOTAL, "unclear", "30"), 10, ASK),
        (asks(K.ALSFRS_ITEM, ">=", "2"), 10, ASK),
        (asks(K.PROGRESSION_RATE, ">=", "1"), 10, ASK),
    ],
)
def test_alsfrs_total(criterion: Criterion, total: int | None, expected: Looks) -> None:
    assert looks(criterion, alsfrs_total=total) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ALSFRS-R of 30 or more", NOT_MET),
        ("ALS-FRS-R of 30 or more", NOT_MET),
        ("ALSFRS-r of 30 or more", NOT_MET),
        ("ALSFRS (R) of 30 or more", NOT_MET),
        ("revised ALS Functional Rating Scale of 30 or more", NOT_MET),
        ("ALS-FRS of 30 or more", ASK),
        ("ALSFRS of 30 or more", ASK),
    ],
)
def test_the_older_scale_is_not_compared(said: str, expected: Looks) -> None:
    assert looks(asks(K.ALSFRS_TOTAL, ">=", "30", sentence=said), alsfrs_total=20) is expected


MASK, TUBE, PACER = Ventilation.NONINVASIVE, Ventilation.INVASIVE, Ventilation.DIAPHRAGM_PACING


@pytest.mark.parametrize(
    ("criterion", "used", "hours", "expected"),
    [
        (asks(K.VENTILATION, "forbidden", anchor="invasive"), (), None, MET),
        (asks(K.VENTILATION, "forbidden", anchor="invasive"), (MASK,), 20, MET),
        (asks(K.VENTILATION, "forbidden", anchor="invasive"), (TUBE,), None, NOT_MET),
        (asks(K.VENTILATION, "forbidden", anchor="noninvasive"), (MASK, PACER), None, NOT_MET),
        (asks(K.VENTILATION, "forbidden", anchor="diaphragm_pacing"), (PACER,), None, NOT_MET),
        (asks(K.VENTILATION, "forbidden", anchor="any"), (), None, MET),
        (asks(K.VENTILATION, "forbidden", anchor="any"), (TUBE,), None, NOT_MET),
        (asks(K.VENTILATION, "forbidden", anchor="any"), (MASK,), 2, ASK),
        (asks(K.VENTILATION, "allowed_if", "23", anchor="noninvasive"), (MASK,), 8, MET),
        (asks(K.VENTILATION, "allowed_if", "23", anchor="noninvasive"), (MASK,), 24, NOT_MET),
        (asks(K.VENTILATION, "allowed_if", "23", anchor="noninvasive"), (MASK,), 23, ASK),
        (asks(K.VENTILATION, "allowed_if", "23", anchor="noninvasive"), (MASK,), None, ASK),
        (asks(K.VENTILATION, "allowed_if", "23", anchor="noninvasive"), (), None, MET),
        (asks(K.VENTILATION, "allowed_if", anchor="noninvasive"), (MASK,), 3, ASK),
        (asks(K.VENTILATION, "unclear", anchor="invasive"), (TUBE,), None, ASK),
        (asks(K.VENTILATION, "forbidden", anchor="invasive"), None, None, NOT_SAID),
    ],
)
def test_ventilation_by_kind_and_hours(
    criterion: Criterion,
    used: tuple[Ventilation, ...] | None,
    hours: float | None,
    expected: Looks,
) -> None:
    assert looks(criterion, ventilation=used, noninvasive_hours=hours) is expected


LONG, RECENT = PartialDate(2025, 1), PartialDate(2026, 11, 10)


@pytest.mark.parametrize(
    ("criterion", "answer", "expected"),
    [
        (asks(K.RILUZOLE, "not_taking_or_stable", "30"), Drug(is_taken=False), MET),
        (asks(K.RILUZOLE, "not_taking_or_stable", "30"), Drug(is_taken=True, since=LONG), MET),
        (
            asks(K.RILUZOLE, "not_taking_or_stable", "30"),
            Drug(is_taken=True, since=RECENT),
            NOT_MET,
        ),
        (asks(K.RILUZOLE, "not_taking_or_stable", "30"), Drug(is_taken=True), ASK),
        (
            asks(K.RILUZOLE, "not_taking_or_stable", "30"),
            Drug(is_taken=True, since=PartialDate(2026, 10)),
            ASK,
        ),
        (asks(K.RILUZOLE, "required"), Drug(is_taken=True), MET),
        (asks(K.RILUZOLE, "required", "30"), Drug(is_taken=False), NOT_MET),
        (asks(K.EDARAVONE, "forbidden"), Drug(is_taken=True), NOT_MET),
        (asks(K.EDARAVONE, "forbidden"), Drug(is_taken=False), MET),
        (asks(K.EDARAVONE, "forbidden", "30"), Drug(is_taken=False), ASK),
        (asks(K.TOFERSEN, "allowed_if"), Drug(is_taken=True), ASK),
        (asks(K.TOFERSEN, "allowed_if"), Drug(is_taken=False), MET),
        (asks(K.TOFERSEN, "unclear"), Drug(is_taken=True), ASK),
        (asks(K.RILUZOLE, "required"), None, NOT_SAID),
    ],
)
def test_drugs(criterion: Criterion, answer: Drug | None, expected: Looks) -> None:
    assert looks(criterion, **{criterion.kind.value: answer}) is expected


@pytest.mark.parametrize(
    ("criterion", "answers", "expected"),
    [
        (asks(K.PRIOR_CELL_THERAPY, "forbidden"), {"prior_cell_therapy": True}, NOT_MET),
        (asks(K.PRIOR_CELL_THERAPY, "forbidden"), {"prior_cell_therapy": False}, MET),
        (asks(K.PRIOR_CELL_THERAPY, "forbidden"), {}, NOT_SAID),
        (asks(K.PRIOR_CELL_THERAPY, "forbidden", "90"), {"prior_cell_therapy": True}, ASK),
        (
            asks(K.PRIOR_CELL_THERAPY, "forbidden", "90"),
            {"prior_cell_therapy": True, "prior_cell_therapy_last": LONG},
            MET,
        ),
        (
            asks(K.PRIOR_CELL_THERAPY, "forbidden", "90"),
            {"prior_cell_therapy": True, "prior_cell_therapy_last": RECENT},
            NOT_MET,
        ),
        (asks(K.PRIOR_CELL_THERAPY, "required"), {"prior_cell_therapy": True}, ASK),
        (asks(K.FEEDING_TUBE, "forbidden"), {"feeding_tube": True}, NOT_MET),
        (asks(K.FEEDING_TUBE, "required"), {"feeding_tube": False}, NOT_MET),
        (asks(K.FEEDING_TUBE, "allowed_if"), {"feeding_tube": True}, ASK),
        (asks(K.FEEDING_TUBE, "unclear"), {"feeding_tube": True}, ASK),
        (asks(K.GENE, "required", anchor="SOD1"), {"gene": Gene.SOD1}, MET),
        (asks(K.GENE, "required", anchor="SOD1"), {"gene": Gene.NONE_FOUND}, NOT_MET),
        (asks(K.GENE, "required", anchor="SOD1"), {"familial": True}, NOT_SAID),
        (asks(K.GENE, "forbidden", anchor="FUS"), {"gene": Gene.FUS}, NOT_MET),
        (asks(K.GENE, "forbidden", anchor="FUS"), {"gene": Gene.OTHER}, MET),
        (asks(K.GENE, "required", anchor="sporadic_only"), {"familial": True}, NOT_MET),
        (asks(K.GENE, "required", anchor="sporadic_only"), {"familial": False}, MET),
        (asks(K.GENE, "forbidden", anchor="any_familial"), {"familial": True}, NOT_MET),
        (asks(K.GENE, "forbidden", anchor="any_familial"), {"gene": Gene.SOD1}, NOT_SAID),
        (asks(K.GENE, "required", anchor="TARDBP"), {"gene": Gene.OTHER}, ASK),
        (asks(K.ANTICOAGULANTS, "forbidden"), {"anticoagulants": True}, NOT_MET),
        (asks(K.PREGNANCY, "forbidden"), {"pregnant": True}, NOT_MET),
        (asks(K.PREGNANCY, "forbidden"), {"sex": Sex.MALE}, NOT_SAID),
        (asks(K.CAREGIVER, "required"), {"caregiver": True}, MET),
        (asks(K.CANCER_HISTORY, "forbidden"), {"cancer_history": True}, ASK),
        (asks(K.CANCER_HISTORY, "forbidden"), {"cancer_history": False}, MET),
        (asks(K.IMMUNOSUPPRESSION, "required"), {"immunosuppressants": True}, ASK),
        (asks(K.IMMUNOSUPPRESSION, "forbidden"), {"immunosuppressants": True}, NOT_MET),
        (asks(K.LANGUAGE_OR_RESIDENCE, "required", "US"), {}, ASK),
        (asks(K.MRI_OR_LUMBAR_PUNCTURE, "forbidden"), {"lumbar_puncture_possible": False}, ASK),
        (
            asks(K.MRI_OR_LUMBAR_PUNCTURE, "forbidden", sentence="No lumbar puncture possible."),
            {"lumbar_puncture_possible": False},
            NOT_MET,
        ),
    ],
)
def test_history_and_diagnosis(
    criterion: Criterion, answers: dict[str, Any], expected: Looks
) -> None:
    assert looks(criterion, **answers) is expected


@pytest.mark.parametrize(
    ("levels", "level", "expected"),
    [
        ("probable|definite", ElEscorial.DEFINITE, MET),
        ("probable|definite", ElEscorial.POSSIBLE, NOT_MET),
        ("probable|definite", ElEscorial.LAB_SUPPORTED_PROBABLE, ASK),
        ("lab_supported_probable|probable", ElEscorial.LAB_SUPPORTED_PROBABLE, MET),
        ("unspecified", ElEscorial.DEFINITE, ASK),
        ("gold_coast", ElEscorial.SUSPECTED, ASK),
        ("definite", None, NOT_SAID),
    ],
)
def test_el_escorial_levels(levels: str, level: ElEscorial | None, expected: Looks) -> None:
    assert looks(asks(K.EL_ESCORIAL, "required", levels), el_escorial=level) is expected


def test_a_groups_criterion_is_not_everybodys() -> None:
    one = row(Person(alsfrs_total=5), asks(K.ALSFRS_TOTAL, ">=", "30", group="early stage"))
    assert (one.looks, one.reason) == (ASK, Reason.FOR_ONE_GROUP)


def test_what_is_left_to_the_doctor_is_to_be_asked() -> None:
    said = "Use of anticoagulants that, in the opinion of the investigator, is a risk."
    one = row(Person(anticoagulants=True), asks(K.ANTICOAGULANTS, "forbidden", sentence=said))
    assert (one.looks, one.reason) == (ASK, Reason.LEFT_TO_THE_DOCTOR)


def test_one_of_two_ways_in_is_to_be_asked() -> None:
    said = "FVC of 50% or more, or ALSFRS-R of 30 or more."
    capacity = asks(K.VITAL_CAPACITY, ">=", "50", anchor="fvc", sentence=said)
    total = asks(K.ALSFRS_TOTAL, ">=", "30", sentence=said)
    rows = fit(Person(alsfrs_total=10), (capacity, total), study(), today=TODAY).rows
    assert (rows[-1].looks, rows[-1].reason) == (ASK, Reason.ONE_OF_SEVERAL_WAYS)


def test_two_things_that_shut_out_are_each_enough() -> None:
    said = "Tracheostomy or gastrostomy."
    tube = asks(K.FEEDING_TUBE, "forbidden", sentence=said, section=Section.EXCLUSION)
    windpipe = asks(
        K.VENTILATION, "forbidden", anchor="invasive", sentence=said, section=Section.EXCLUSION
    )
    rows = fit(Person(feeding_tube=True), (windpipe, tube), study(), today=TODAY).rows
    assert rows[-1].looks is NOT_MET


@pytest.mark.parametrize(
    ("limits", "age", "expected"),
    [
        ({"minimum_age": "18 Years"}, 18, [MET]),
        ({"minimum_age": "18 Years"}, 17, [NOT_MET]),
        ({"maximum_age": "75 Years"}, 75, [MET]),
        ({"maximum_age": "75 Years"}, 76, [NOT_MET]),
        ({"minimum_age": "18 Years", "maximum_age": "75 Years"}, 80, [MET, NOT_MET]),
        ({"minimum_age": "18 Years"}, None, [NOT_SAID]),
        ({"minimum_age": "220 Months"}, 18, [ASK]),
        ({"maximum_age": "220 Months"}, 18, [ASK]),
        ({}, 30, [NOT_SAID]),
    ],
)
def test_ages_of_the_registry(
    limits: dict[str, str], age: int | None, expected: list[Looks]
) -> None:
    rows = fit(Person(age=age), (), study(**limits), today=TODAY).rows
    assert [one.looks for one in rows[:-1]] == expected


@pytest.mark.parametrize(
    ("asked", "sex", "expected"),
    [
        ("ALL", None, MET),
        ("FEMALE", Sex.MALE, NOT_MET),
        ("FEMALE", Sex.FEMALE, MET),
        ("MALE", None, NOT_SAID),
        ("", Sex.MALE, NOT_SAID),
    ],
)
def test_sex_of_the_registry(asked: str, sex: Sex | None, expected: Looks) -> None:
    assert fit(Person(sex=sex), (), study(sex=asked), today=TODAY).rows[-1].looks is expected


def test_things_in_the_way_count_only_what_looks_not_met() -> None:
    criteria = (asks(K.ALSFRS_TOTAL, ">=", "30"), asks(K.FEEDING_TUBE, "forbidden"))
    asked = study(minimum_age="18 Years")
    assert things_in_the_way(fit(NOBODY, criteria, asked, today=TODAY)) == 0
    weak = Person(alsfrs_total=10, feeding_tube=True, age=50)
    assert things_in_the_way(fit(weak, criteria, asked, today=TODAY)) == 2


def test_a_row_carries_the_records_own_sentence() -> None:
    one = row(NOBODY, asks(K.ALSFRS_TOTAL, ">=", "30"))
    assert one.sentence == "The words of the record."
    assert one.field == "eligibility.eligibility_criteria"
