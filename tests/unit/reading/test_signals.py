"""Signals: stated facts with questions, and the wording that must not raise one."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.studies import ABROAD, CELLS, US, day, record, regulated, summary
from trials.reading.signals import (
    SignalCode,
    design,
    oversight_messages,
    read_oversight,
    read_signals,
    text,
    timing,
)
from trials.records import (
    Agency,
    Annotations,
    ArmGroup,
    Design,
    Identification,
    Intervention,
    Outcome,
    PartialDate,
    Reference,
    Sponsors,
    Status,
    StudyRecord,
    UnpostedEvent,
)

TODAY = date(2026, 11, 22)
S = SignalCode
MODULES = (design, text, timing, oversight_messages)


def codes(study: StudyRecord, today: date = TODAY) -> set[SignalCode]:
    return {signal.code for signal in read_signals(study, today=today)}


TRIAL = Design(study_type="INTERVENTIONAL", phases=("PHASE2",))


@pytest.mark.parametrize(
    "words",
    [
        "The study is limited to self-funded participants.",
        "Treatment is limited to self-funded patients.",
        "Patients who are self funded may join.",
        "This is a patient-funded study.",
        "A patient-sponsored trial.",
        "This is a pay-to-participate study.",
        "Participants will be charged for the cells.",
        "Subjects must pay for the treatment.",
        "All costs are paid by the patient.",
        "Patients are required to cover the cost of the infusion.",
    ],
)
def test_people_pay_where_the_record_says_so(words: str) -> None:
    [signal] = read_signals(summary(words), today=TODAY)
    assert signal.code is S.PEOPLE_PAY
    assert signal.evidence.quote in words


@pytest.mark.parametrize(
    "words",
    [
        "This self-funded pilot study was done by students.",
        "Work at a self-funded hospital, with a report on what each patient ate.",
        "Participants will not be charged any additional fee.",
        "No participant will be charged.",
        "Patients will be treated without having to pay.",
        "Patients must pay attention to the diet.",
        "Participants won't be charged.",
        "The sponsor pays for the cells.",
        "Participants will be paid for travel.",
        "Charged particles are measured in patients.",
    ],
)
def test_other_money_is_no_signal(words: str) -> None:
    assert S.PEOPLE_PAY not in codes(summary(words))


def test_payment_is_looked_for_in_sponsors_and_criteria_too() -> None:
    study = record(sponsors=Sponsors(lead_sponsor=Agency(name="Patient-Funded Trials Ltd")))
    assert codes(study) == {S.PEOPLE_PAY}


@pytest.mark.parametrize(
    ("study", "is_raised"),
    [
        (regulated(US, drug=False, device=False), True),
        (regulated(US, drug=False, device=None), True),
        (regulated(ABROAD, drug=False, device=False), False),
        (regulated((), drug=False, device=False), False),
        (regulated(US, drug=None, device=None), False),
        (regulated(US, drug=False, device=True), False),
        (regulated(US, drug=True, device=False), False),
    ],
)
def test_not_fda_regulated_means_something_only_with_a_us_site(
    study: StudyRecord, is_raised: bool
) -> None:
    assert (S.US_SITE_NOT_FDA_REGULATED in codes(study)) is is_raised


def test_not_fda_regulated_says_nothing_of_an_app() -> None:
    study = replace(
        regulated(US, drug=False, device=False),
        interventions=(Intervention(name="Texting", type="OTHER"),),
    )
    assert codes(study) == set()


def test_several_conditions_besides_als() -> None:
    study = record(conditions=("ALS", "Stroke", "Diabetic neuropathy"), interventions=CELLS)
    [signal] = read_signals(study, today=TODAY)
    assert signal.fact.named["conditions"] == "Stroke; Diabetic neuropathy"


@pytest.mark.parametrize(
    "conditions",
    [
        ("Amyotrophic Lateral Sclerosis", "Motor Neuron Disease", "Primary Lateral Sclerosis"),
        ("ALS", "Frontotemporal Dementia", "Muscle Weakness"),
        ("ALS", "Parkinson Disease"),
        ("Stroke", "Asthma", "Gout"),
    ],
)
def test_near_relatives_of_als_are_not_several_conditions(conditions: tuple[str, ...]) -> None:
    assert codes(record(conditions=conditions, interventions=CELLS)) == set()


def test_registries_and_sample_collections_are_for_many_diseases_by_nature() -> None:
    many = ("ALS", "Stroke", "Gout")
    bank = (Intervention(name="Blood sample collection for stem cells"),)
    watching = Design(study_type="OBSERVATIONAL", patient_registry=True)
    assert codes(record(conditions=many, design=watching, interventions=CELLS)) <= {
        S.OBSERVATIONAL_WITH_CELLS
    }
    observational = Design(study_type="OBSERVATIONAL")
    assert codes(record(conditions=many, design=observational, interventions=bank)) == set()


def test_no_phase_counts_only_together_with_a_procedure() -> None:
    hospital = Design(study_type="INTERVENTIONAL", phases=("NA",))
    procedure = (Intervention(name="Bone marrow stem cells", type="PROCEDURE"),)
    assert codes(record(design=hospital, interventions=procedure)) == {S.NO_PHASE_AND_A_PROCEDURE}
    assert codes(record(design=hospital, interventions=CELLS)) == set()
    assert codes(record(design=TRIAL, interventions=procedure)) == set()


SINGLE = replace(TRIAL, intervention_model="SINGLE_GROUP", enrollment_count=300)


def test_no_comparison_group_states_the_number_and_knows_no_limit() -> None:
    [signal] = read_signals(record(design=SINGLE), today=TODAY)
    assert (signal.code, signal.fact.named) == (S.NO_COMPARISON, {"count": 300})


@pytest.mark.parametrize(
    "study",
    [
        record(design=replace(SINGLE, phases=("PHASE1",), enrollment_count=1)),
        record(design=replace(SINGLE, phases=("EARLY_PHASE1",))),
        record(design=replace(SINGLE, study_type="OBSERVATIONAL")),
        record(design=replace(SINGLE, allocation="RANDOMIZED")),
        record(design=SINGLE, arm_groups=(ArmGroup(label="P", type="PLACEBO_COMPARATOR"),)),
        record(
            design=SINGLE,
            identification=Identification(nct_id="NCT90000011", brief_title="Long-term Follow-up"),
        ),
    ],
)
def test_no_comparison_is_not_asked_where_it_is_usual(study: StudyRecord) -> None:
    assert codes(study) == set()


def test_observational_study_that_gives_cells() -> None:
    watching = Design(study_type="OBSERVATIONAL")
    given = (Intervention(name="Cell therapy", type="PROCEDURE"),)
    taken = (Intervention(name="Stem cell collection", type="PROCEDURE"),)
    assert codes(record(design=watching, interventions=given)) == {S.OBSERVATIONAL_WITH_CELLS}
    assert codes(record(design=watching, interventions=taken)) == set()


def test_status_unknown_is_about_freshness() -> None:
    study = record(status=Status(overall_status="UNKNOWN", last_known_status="RECRUITING"))
    [signal] = read_signals(study, today=TODAY)
    assert signal.code is S.STATUS_UNKNOWN
    assert "two years" in signal.fact.template


@pytest.mark.parametrize(
    ("verified", "status", "is_raised"),
    [
        ("2024-10", "RECRUITING", True),
        ("2024-12", "RECRUITING", False),
        ("2012-05", "COMPLETED", False),
    ],
)
def test_open_but_not_verified_for_two_years(verified: str, status: str, is_raised: bool) -> None:
    seen = Status(overall_status=status, status_verified_date=PartialDate.parse(verified))
    assert (S.NOT_VERIFIED_FOR_TWO_YEARS in codes(record(status=seen))) is is_raised


@pytest.mark.parametrize(
    ("end", "kind", "status", "is_raised"),
    [
        ("2025-06", "ESTIMATED", "RECRUITING", True),
        ("2026-11", "ESTIMATED", "RECRUITING", False),
        ("2027-01", "ESTIMATED", "RECRUITING", False),
        ("2025-06", "ACTUAL", "RECRUITING", False),
        ("2025-06", "ESTIMATED", "TERMINATED", False),
    ],
)
def test_planned_end_has_passed(end: str, kind: str, status: str, is_raised: bool) -> None:
    study = record(status=Status(overall_status=status, completion_date=day(end, kind)))
    assert (S.PLANNED_END_HAS_PASSED in codes(study)) is is_raised


@pytest.mark.parametrize(
    ("start", "submitted", "is_late"),
    [
        ("2017-08-28", "2017-08-29", False),
        ("2017-08-28", "2017-10-27", False),
        ("2017-08-28", "2017-10-28", True),
        ("2017-08", "2017-10-30", False),
        ("2017-08", "2017-10-31", True),
        ("2016", "2017-02-28", False),
        ("2018-01", "2017-06-01", False),
    ],
)
def test_registered_after_it_began_with_sixty_days_of_grace(
    start: str, submitted: str, is_late: bool
) -> None:
    dates = Status(start_date=day(start), study_first_submit_date=PartialDate.parse(submitted))
    study = record(status=dates)
    assert (S.REGISTERED_AFTER_START in codes(study)) is is_late


ENDED = Status(overall_status="COMPLETED", completion_date=day("2020-05", "ACTUAL"))


def test_no_results_a_year_after_the_end() -> None:
    assert codes(record(status=ENDED)) == {S.NO_RESULTS_FOUND}


@pytest.mark.parametrize(
    "study",
    [
        record(status=replace(ENDED, completion_date=day("2026-01", "ACTUAL"))),
        record(status=replace(ENDED, completion_date=day("2020-05", "ESTIMATED"))),
        record(status=ENDED, has_results=True),
        record(status=ENDED, references=(Reference(citation="A paper.", type="RESULT"),)),
        record(status=ENDED, annotations=Annotations(unposted_events=(UnpostedEvent(type="R"),))),
        record(status=replace(ENDED, disp_first_post_date=day("2021-01"))),
        record(status=ENDED, design=Design(enrollment_count=0)),
        record(status=replace(ENDED, overall_status="WITHDRAWN")),
    ],
)
def test_results_that_exist_or_are_on_their_way(study: StudyRecord) -> None:
    assert codes(study) == set()


@pytest.mark.parametrize(
    ("words", "is_claim"),
    [
        ("There is evidence that this treatment is safe and can help.", True),
        ("Stem cells can improve the prognosis of patients.", True),
        ("The purpose is to find out whether the treatment is safe.", False),
        ("We hypothesize that the therapy will improve survival.", False),
        ("The treatment is not effective in all.", False),
        ("In mice the cells can restore movement.", False),
        ("Stem cells may improve the prognosis.", False),
    ],
)
def test_a_claim_is_quoted_and_an_open_question_is_not_one(words: str, is_claim: bool) -> None:
    assert (S.CLAIM_IN_TEXT in codes(summary(words))) is is_claim


@pytest.mark.parametrize(
    ("words", "is_link"),
    [
        ("See www.example-clinic.com for more.", True),
        ("See https://example.com/stem-cells?x=1.", True),
        ("See https://www.example.edu/als.", False),
        ("See https://clinicaltrials.gov/study/NCT90000000.", False),
        ("See https://doi.org/10.1000/1.", False),
        ("Written as http://www only.", False),
    ],
)
def test_a_link_in_the_text(words: str, is_link: bool) -> None:
    assert (S.LINK_IN_TEXT in codes(summary(words))) is is_link


def test_an_outcome_that_the_patient_chooses() -> None:
    chosen = Outcome(measure="Deficits in neurological function identified by the patient")
    asked = Outcome(measure="Quality of life", description="Problems named by the patient")
    assert codes(record(secondary_outcomes=(chosen,))) == {S.OUTCOME_CHOSEN_BY_PATIENT}
    assert codes(record(secondary_outcomes=(asked,))) == set()


def test_a_retracted_paper_of_the_study_itself() -> None:
    paper = Reference(citation="A paper.", type="RESULT", retractions=("1",))
    assert codes(record(references=(paper,))) == {S.PAPER_RETRACTED}
    assert codes(record(references=(replace(paper, type="BACKGROUND"),))) == set()


@given(st.text(max_size=500))
def test_reads_any_text_without_an_error(words: str) -> None:
    study = record(brief_summary=words, detailed_description=words)
    read_oversight(study)
    for signal in read_signals(study, today=TODAY):
        assert signal.evidence.quote in words


@pytest.mark.parametrize(
    "piece", ["self-funded patients ", "a", "not ", "www.a.", "IND ", "cells are ", "pay ", "x.\n"]
)
def test_time_grows_in_step_with_the_text(piece: str) -> None:
    study = summary(piece * (1_000_000 // len(piece)))
    started = time.process_time()
    read_signals(study, today=TODAY)
    read_oversight(study)
    assert time.process_time() - started < 5
