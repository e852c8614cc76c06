"""What must hold of every fit, whoever the person and whatever the study asks."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.asked import asks, study
from trials.reading.eligibility.criterion import Criterion, Kind, Operator, Section
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
NOBODY = Person()

DATES = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    st.dates(date(2010, 1, 1), date(2027, 12, 31)),
    st.integers(1, 3),
)
DRUGS = st.builds(Drug, is_taken=st.booleans(), since=st.none() | DATES)
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "first_symptom": DATES,
    "first_weakness": DATES,
    "diagnosis": DATES,
    "age": st.integers(0, 110),
    "sex": st.sampled_from(Sex),
    "vital_capacity_percent": st.floats(0, 150, allow_nan=False),
    "vital_capacity_test": st.sampled_from(CapacityTest),
    "vital_capacity_position": st.sampled_from(Position),
    "alsfrs_total": st.integers(0, 48),
    "ventilation": st.lists(st.sampled_from(Ventilation), unique=True).map(tuple),
    "noninvasive_hours": st.floats(0, 24, allow_nan=False),
    "riluzole": DRUGS,
    "edaravone": DRUGS,
    "tofersen": DRUGS,
    "prior_cell_therapy_last": DATES,
    "gene": st.sampled_from(Gene),
    "el_escorial": st.sampled_from(ElEscorial),
} | {
    name: st.booleans()
    for name in (
        *("feeding_tube", "prior_cell_therapy", "prior_gene_therapy", "familial"),
        *("anticoagulants", "immunosuppressants", "lumbar_puncture_possible"),
        *("pregnant", "cancer_history", "caregiver"),
    )
}
PEOPLE = st.fixed_dictionaries({}, optional=ANSWERS).map(lambda given: Person(**given))

VALUES = st.sampled_from(["", "0", "5", "12", "24", "30", "60", "1.5", "nan", "inf", "x", "-3"])
ANCHORS = st.sampled_from(
    [
        *("", "onset", "weakness", "diagnosis", "unstated", "svc", "fvc", "vc", "svc:upright"),
        *("fvc:supine", "invasive", "noninvasive", "any", "diaphragm_pacing", "SOD1", "FUS"),
        *("any_familial", "sporadic_only"),
    ]
)
SENTENCES = st.sampled_from(
    ["One.", "Two or three.", "Unless the doctor agrees.", "A lumbar puncture.", ""]
)
CRITERIA = st.builds(
    asks,
    st.sampled_from(Kind),
    st.sampled_from(Operator),
    value=VALUES | st.sampled_from(["probable|definite", "gold_coast"]),
    value_high=VALUES,
    anchor=ANCHORS,
    unit=st.sampled_from(["months", "%pred", "points", "L", "days", ""]),
    group=st.sampled_from(["", "", "", "early stage"]),
    section=st.sampled_from(Section),
    sentence=SENTENCES,
)
SEVERAL = st.lists(CRITERIA, max_size=6).map(tuple)
STUDIES = st.builds(
    study,
    st.sampled_from(["RECRUITING", "AVAILABLE", "COMPLETED", "UNKNOWN"]),
    sex=st.sampled_from(["ALL", "FEMALE", "MALE", ""]),
    minimum_age=st.sampled_from(["18 Years", "220 Months"]),
    maximum_age=st.sampled_from(["75 Years", "900 Months"]),
)
# Which answers may change which rows: each criterion's own.
_MAY_CHANGE: dict[str, frozenset[str]] = {
    "vital_capacity": frozenset(
        {"vital_capacity_percent", "vital_capacity_test", "vital_capacity_position"}
    ),
    "ventilation": frozenset({"ventilation", "noninvasive_hours"}),
    "gene": frozenset({"gene", "familial"}),
    "prior_cell_therapy": frozenset({"prior_cell_therapy", "prior_cell_therapy_last"}),
    "pregnancy": frozenset({"pregnant"}),
    "immunosuppression": frozenset({"immunosuppressants"}),
    "mri_or_lumbar_puncture_contraindicated": frozenset({"lumbar_puncture_possible"}),
    "minimum_age": frozenset({"age"}),
    "maximum_age": frozenset({"age"}),
}


def may_change(row: CriterionFit) -> frozenset[str]:
    if row.kind in {"onset_time", "diagnosis_time"} and row.criterion:
        clocks = {"weakness": "first_weakness", "diagnosis": "diagnosis"}
        default = "diagnosis" if row.kind == "diagnosis_time" else "first_symptom"
        return frozenset({clocks.get(row.criterion.anchor, default), "first_symptom"})
    return _MAY_CHANGE.get(row.kind, frozenset({row.kind}))


def looks(rows: tuple[CriterionFit, ...]) -> list[tuple[Looks, Reason]]:
    return [(row.looks, row.reason) for row in rows]


@given(SEVERAL, STUDIES)
def test_unknown_answers_never_exclude(criteria: tuple[Criterion, ...], asked: Any) -> None:
    rows = fit(NOBODY, criteria, asked, today=TODAY).rows
    assert all(row.looks is not Looks.NOT_MET for row in rows)
    assert all(row.window is None for row in rows)


@given(PEOPLE, SEVERAL, STUDIES)
def test_one_row_for_each_criterion_and_no_study_is_hidden(
    person: Person, criteria: tuple[Criterion, ...], asked: Any
) -> None:
    result = fit(person, criteria, asked, today=TODAY)
    assert [row.criterion for row in result.rows if row.criterion] == list(criteria)
    assert 0 <= things_in_the_way(result) <= len(result.rows)


@given(PEOPLE, st.data(), SEVERAL, STUDIES)
def test_an_answer_changes_only_its_own_criterion(
    person: Person, data: st.DataObject, criteria: tuple[Criterion, ...], asked: Any
) -> None:
    name = data.draw(st.sampled_from(sorted(ANSWERS)))
    more = replace(person, **{name: data.draw(ANSWERS[name])})
    before = fit(person, criteria, asked, today=TODAY).rows
    after = fit(more, criteria, asked, today=TODAY).rows
    for old, new in zip(before, after, strict=True):
        assert old == new or name in may_change(old)


@given(PEOPLE, SEVERAL, STUDIES, st.data())
def test_taking_an_answer_back_never_puts_something_in_the_way(
    person: Person, criteria: tuple[Criterion, ...], asked: Any, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([field.name for field in fields(Person)]))
    less = replace(person, **{name: None})
    with_it, without = (fit(one, criteria, asked, today=TODAY) for one in (person, less))
    for old, new in zip(with_it.rows, without.rows, strict=True):
        if new.looks is Looks.NOT_MET:
            assert old.looks in {Looks.NOT_MET, Looks.ASK}, name


@given(PEOPLE, CRITERIA, st.integers(0, 3000))
def test_a_closed_upper_window_never_opens_again(
    person: Person, criterion: Criterion, days: int
) -> None:
    asked = study()
    row = fit(person, (criterion,), asked, today=TODAY).rows[-1]
    if row.reason is Reason.TOO_LATE:
        later = fit(person, (criterion,), asked, today=TODAY + timedelta(days=days)).rows[-1]
        assert (later.looks, later.reason) == (Looks.NOT_MET, Reason.TOO_LATE)


@given(DATES, st.integers(1, 60))
def test_a_window_is_kept_on_its_last_day_and_gone_later(began: PartialDate, months: int) -> None:
    criterion = asks(Kind.ONSET_TIME, "<=", str(months), anchor="onset")
    person = Person(first_symptom=began)
    window = fit(person, (criterion,), study(), today=TODAY).rows[-1].window
    if window is None:
        return
    assert window.closes_on >= TODAY
    on_the_day = fit(person, (criterion,), study(), today=window.closes_on).rows[-1]
    assert on_the_day.looks is Looks.MET
    day_after = window.closes_on + timedelta(days=1)
    afterwards = fit(person, (criterion,), study(), today=day_after).rows[-1]
    assert afterwards.looks is (Looks.ASK if window.is_earliest else Looks.NOT_MET)
    assert afterwards.window is None


@given(PEOPLE, SEVERAL, STUDIES)
def test_windows_only_where_the_limit_is_not_broken(
    person: Person, criteria: tuple[Criterion, ...], asked: Any
) -> None:
    for row in fit(person, criteria, asked, today=TODAY).rows:
        if row.window:
            assert asked.status.overall_status in {"RECRUITING", "AVAILABLE"}
            assert row.looks is not Looks.NOT_MET
            assert row.criterion is not None
            assert row.criterion.anchor != "unstated"
            assert not row.criterion.group
            assert row.window.closes_on >= TODAY


@given(PEOPLE, CRITERIA, STUDIES)
def test_a_groups_criterion_is_never_in_the_way(
    person: Person, criterion: Criterion, asked: Any
) -> None:
    of_a_group = replace(criterion, group="early stage")
    assert fit(person, (of_a_group,), asked, today=TODAY).rows[-1].looks is Looks.ASK


@given(DATES, st.sampled_from(["<=", "<", ">=", ">"]), st.integers(1, 60))
def test_a_less_precise_date_never_contradicts_a_day_in_it(
    began: PartialDate, operator: str, months: int
) -> None:
    criterion = asks(Kind.ONSET_TIME, operator, str(months), anchor="onset")
    vague = fit(Person(first_symptom=began), (criterion,), study(), today=TODAY).rows[-1]
    for day in (began.earliest, min(began.latest, TODAY)):
        if day < began.earliest:
            continue
        exact = PartialDate(day.year, day.month, day.day)
        sharp = fit(Person(first_symptom=exact), (criterion,), study(), today=TODAY).rows[-1]
        assert vague.looks in {sharp.looks, Looks.ASK}
