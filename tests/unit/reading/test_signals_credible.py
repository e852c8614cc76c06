"""Credible studies that naive rules flag get neutral facts or none; the form of every signal."""

import json
import re
import string
from datetime import date

import pytest

from tests.messages import messages_in
from tests.readability import NEVER_OURS, RATING, grade
from tests.records.shared import SHARED, shared_als_records, shared_near_misses, shared_record
from tests.unit.reading.field_text import text_at
from tests.unit.reading.studies import ABROAD, US, day, record
from trials.reading.signals import (
    OversightCode,
    Signal,
    SignalCode,
    Stated,
    design,
    oversight_messages,
    read_oversight,
    read_signals,
    text,
    timing,
)
from trials.reading.wording import Sentence
from trials.records import (
    Design,
    Identification,
    Intervention,
    Oversight,
    PartialDate,
    Reference,
    SiteRecord,
    Status,
    StudyRecord,
)
from trials.registry.translate import translate

TODAY = date(2026, 11, 22)
S = SignalCode
MODULES = (design, text, timing, oversight_messages)


def codes(study: StudyRecord, today: date = TODAY) -> set[SignalCode]:
    return {signal.code for signal in read_signals(study, today=today)}


def assert_is_a_fact_with_a_question(signal: Signal) -> None:
    assert signal.question.template.rstrip().endswith("?")
    assert not NEVER_OURS.search(signal.fact.template)
    assert not NEVER_OURS.search(signal.question.template)
    assert_is_filled(signal.fact)
    assert_is_filled(signal.question)


def assert_is_filled(sentence: Sentence) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(sentence.template) if name}
    assert names == set(sentence.named)


ONE_PATIENT_MAYO = {S.NO_RESULTS_FOUND}
UNKNOWN_NEURALSTEM = record(
    identification=Identification(nct_id="NCT01348451"),
    status=Status(overall_status="UNKNOWN", last_known_status="ACTIVE_NOT_RECRUITING"),
    design=Design(
        study_type="INTERVENTIONAL", phases=("PHASE1",), intervention_model="SINGLE_GROUP"
    ),
    interventions=(Intervention(name="Human spinal cord derived neural stem cells"),),
    locations=US,
)
ONE_DAY_LATE_NUROWN = record(
    identification=Identification(nct_id="NCT03280056"),
    status=Status(
        overall_status="COMPLETED",
        start_date=day("2017-08-28", "ACTUAL"),
        study_first_submit_date=PartialDate.parse("2017-08-29"),
    ),
    design=Design(study_type="INTERVENTIONAL", phases=("PHASE3",), allocation="RANDOMIZED"),
    oversight=Oversight(is_fda_regulated_drug=True, is_fda_regulated_device=False),
    locations=US,
)
PHASE_NA_DALIAN = record(
    identification=Identification(nct_id="NCT03085706"),
    status=Status(
        overall_status="COMPLETED",
        start_date=day("2009-11", "ACTUAL"),
        study_first_submit_date=PartialDate.parse("2017-03-10"),
    ),
    design=Design(study_type="INTERVENTIONAL", phases=("NA",), intervention_model="SINGLE_GROUP"),
    interventions=(Intervention(name="Mononuclear cells", type="PROCEDURE"),),
    references=(Reference(citation="A paper.", type="RESULT"),),
)
ABROAD_LENZUMESTROCEL = record(
    identification=Identification(nct_id="NCT04745299"),
    oversight=Oversight(is_fda_regulated_drug=False, is_fda_regulated_device=False),
    design=Design(study_type="INTERVENTIONAL", phases=("PHASE3",), allocation="RANDOMIZED"),
    interventions=(Intervention(name="Lenzumestrocel stem cells", type="BIOLOGICAL"),),
    locations=(SiteRecord(country="South Korea", country_code="KR"),),
)
OPEN_LABEL_TERNI = record(
    identification=Identification(nct_id="NCT01640067"),
    design=Design(
        study_type="INTERVENTIONAL",
        phases=("PHASE1",),
        intervention_model="SINGLE_GROUP",
        masking="NONE",
        enrollment_count=18,
    ),
    interventions=(Intervention(name="Human foetal neural stem cells", type="BIOLOGICAL"),),
    locations=ABROAD,
)


@pytest.mark.parametrize(
    ("study", "expected"),
    [
        (UNKNOWN_NEURALSTEM, {S.STATUS_UNKNOWN}),
        (ONE_DAY_LATE_NUROWN, set()),
        (
            PHASE_NA_DALIAN,
            {S.REGISTERED_AFTER_START, S.NO_PHASE_AND_A_PROCEDURE, S.NO_COMPARISON},
        ),
        (ABROAD_LENZUMESTROCEL, set()),
        (OPEN_LABEL_TERNI, set()),
    ],
    ids=lambda value: value.nct_id if isinstance(value, StudyRecord) else "",
)
def test_credible_studies_get_neutral_facts_or_none(
    study: StudyRecord, expected: set[SignalCode]
) -> None:
    signals = read_signals(study, today=TODAY)
    assert {signal.code for signal in signals} == expected
    for signal in signals:
        assert_is_a_fact_with_a_question(signal)


@pytest.mark.shared_records
def test_a_trial_in_one_patient_is_only_asked_for_its_results() -> None:
    study, _ = translate(shared_record("NCT01142856"))
    assert study is not None
    assert codes(study) == ONE_PATIENT_MAYO
    named = next(one for one in read_oversight(study) if one.code == "regulator_named")
    assert named.answer is Stated.YES


@pytest.mark.shared_records
@pytest.mark.parametrize("nct_id", ["NCT01142856", "NCT01363401", "NCT03085706"])
def test_labelled_records_of_credible_studies(nct_id: str) -> None:
    path = SHARED.parent / "reading" / "labels" / "records" / f"{nct_id}.json"
    if not path.exists():
        pytest.skip("the shared folder's labelled records (../shared/reading) are not here")

    study, _ = translate(json.loads(path.read_text(encoding="utf-8")))
    assert study is not None
    assert codes(study) <= {S.STATUS_UNKNOWN, S.NO_RESULTS_FOUND}


@pytest.mark.parametrize("message", messages_in(*MODULES))
def test_messages_are_plain_and_judge_nothing(message: str) -> None:
    assert not NEVER_OURS.search(message)
    assert not RATING.search(message)
    assert not re.search(r"\b(?:good|bad|should|must|trust)\b", message, re.IGNORECASE)
    assert grade([message]) <= 6


@pytest.mark.shared_records
def test_every_real_record_gets_a_whole_panel_with_evidence() -> None:
    for payload in (*shared_als_records(), *shared_near_misses()):
        study, _ = translate(payload)
        assert study is not None
        rows = read_oversight(study)
        assert [one.code for one in rows] == list(OversightCode)
        for one in rows:
            assert_is_filled(one.fact)
            assert one.question.template.endswith("?")
            assert (one.evidence is None) is (one.answer is Stated.NOT_STATED)
        for signal in read_signals(study, today=TODAY):
            assert_is_a_fact_with_a_question(signal)
            assert len(signal.evidence.quote) <= 160
            assert signal.evidence.quote in text_at(study, signal.evidence.field)
