"""The oversight panel: stated yes, stated no, not stated, each with a question."""

from datetime import date

import pytest

from tests.unit.reading.studies import ABROAD, US, day, record, regulated, summary
from trials.reading.signals import (
    OversightCode,
    SignalCode,
    Stated,
    design,
    oversight_messages,
    read_oversight,
    text,
    timing,
)
from trials.records import (
    Agency,
    Annotations,
    ArmGroup,
    Design,
    Identification,
    Oversight,
    PartialDate,
    SecondaryId,
    Sponsors,
    Status,
    StudyRecord,
    ViolationEvent,
)

TODAY = date(2026, 11, 22)
S = SignalCode
MODULES = (design, text, timing, oversight_messages)


def row(study: StudyRecord, code: OversightCode) -> Stated:
    [answer] = [one.answer for one in read_oversight(study) if one.code is code]
    return answer


def fact(study: StudyRecord, code: OversightCode) -> str:
    [template] = [one.fact.template for one in read_oversight(study) if one.code is code]
    return template


@pytest.mark.parametrize("code", [OversightCode.COST, OversightCode.ETHICS_APPROVAL])
def test_cost_and_ethics_are_never_read(code: OversightCode) -> None:
    study = summary("Approved by the IRB. The study costs nothing to patients.")
    assert row(study, code) is Stated.NOT_STATED


@pytest.mark.parametrize(
    ("has_dmc", "answer"),
    [(True, Stated.YES), (False, Stated.NO), (None, Stated.NOT_STATED)],
)
def test_safety_board(has_dmc: bool | None, answer: Stated) -> None:
    study = record(oversight=Oversight(oversight_has_dmc=has_dmc))
    assert row(study, OversightCode.SAFETY_BOARD) is answer


@pytest.mark.parametrize(
    ("study", "answer", "words"),
    [
        (regulated(US, drug=True, device=False), Stated.YES, "not the same as FDA approval"),
        (regulated(US, drug=False, device=False), Stated.NO, "United States"),
        (regulated(ABROAD, drug=False, device=False), Stated.NO, "usual for a study with no place"),
        (regulated((), drug=False, device=False), Stated.NO, "lists no place"),
        (regulated(US, drug=None, device=None), Stated.NOT_STATED, "before 2017"),
    ],
)
def test_what_fda_regulated_means_depends_on_the_sites(
    study: StudyRecord, answer: Stated, words: str
) -> None:
    assert row(study, OversightCode.FDA_REGULATED) is answer
    assert words in fact(study, OversightCode.FDA_REGULATED)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Conducted under IND 12345.", Stated.YES),
        ("Expanded using an FDA-approved protocol.", Stated.YES),
        ("The trial was approved by the Italian National Institute of Health.", Stated.YES),
        ("Riluzole is the only drug approved by the FDA.", Stated.NOT_STATED),
        ("The product is not approved by the FDA.", Stated.NOT_STATED),
        ("The blind find their way.", Stated.NOT_STATED),
    ],
)
def test_a_regulator_is_named_only_for_this_study(words: str, answer: Stated) -> None:
    assert row(summary(words), OversightCode.REGULATOR_NAMED) is answer


def test_an_eu_trial_number_names_a_regulator() -> None:
    ids = (SecondaryId(id="2010-000000-10", type="EUDRACT_NUMBER"),)
    study = record(identification=Identification(nct_id="NCT90000012", secondary_ids=ids))
    assert row(study, OversightCode.REGULATOR_NAMED) is Stated.YES


def test_who_makes_the_cells() -> None:
    assert row(summary("Cells are grown under GMP."), OversightCode.CELL_MAKER) is Stated.YES
    assert row(summary("Cells are grown."), OversightCode.CELL_MAKER) is Stated.NOT_STATED


def test_an_fda_notice_is_shown_and_its_absence_proves_nothing() -> None:
    events = (ViolationEvent(type="VIOLATION_IDENTIFIED", description="Failure to submit."),)
    noted = record(annotations=Annotations(violation_events=events))
    assert row(noted, OversightCode.FDA_NOTICE) is Stated.YES
    assert row(record(), OversightCode.FDA_NOTICE) is Stated.NOT_STATED


def test_without_the_day_of_entry_a_late_posting_shows_nothing() -> None:
    early = Status(start_date=day("2017-08"), study_first_post_date=day("2017-07-01"))
    late = Status(start_date=day("2017-08"), study_first_post_date=day("2019-07-01"))
    code = OversightCode.REGISTERED_BEFORE_START
    assert row(record(status=early), code) is Stated.YES
    assert row(record(status=late), code) is Stated.NOT_STATED


@pytest.mark.parametrize(
    ("submitted", "answer"), [("2017-10-27", Stated.YES), ("2017-10-28", Stated.NO)]
)
def test_registered_in_time_with_sixty_days_of_grace(submitted: str, answer: Stated) -> None:
    dates = Status(
        start_date=day("2017-08-28"), study_first_submit_date=PartialDate.parse(submitted)
    )
    assert row(record(status=dates), OversightCode.REGISTERED_BEFORE_START) is answer


@pytest.mark.parametrize(
    ("study", "answer"),
    [
        (record(design=Design(intervention_model="SINGLE_GROUP")), Stated.NO),
        (record(design=Design(allocation="RANDOMIZED")), Stated.YES),
        (record(design=Design(intervention_model="PARALLEL")), Stated.NOT_STATED),
        (record(arm_groups=(ArmGroup(label="P", type="PLACEBO_COMPARATOR"),)), Stated.YES),
        (record(), Stated.NOT_STATED),
    ],
)
def test_controlled(study: StudyRecord, answer: Stated) -> None:
    assert row(study, OversightCode.CONTROLLED) is answer


def test_a_sponsor_class_is_the_registrys_word() -> None:
    company = record(sponsors=Sponsors(lead_sponsor=Agency(name="X", agency_class="INDUSTRY")))
    hospital = record(sponsors=Sponsors(lead_sponsor=Agency(name="X", agency_class="OTHER")))
    assert "The registry lists this sponsor as a company" in fact(company, OversightCode.SPONSOR)
    assert fact(hospital, OversightCode.SPONSOR) == "The study is run by {sponsor}."


def test_sites_are_counted() -> None:
    code = OversightCode.SITES
    assert row(record(), code) is Stated.NOT_STATED
    assert row(record(locations=US), code) is Stated.NO
    assert row(record(locations=US + ABROAD), code) is Stated.YES
