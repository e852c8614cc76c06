"""Onset and diagnosis: how texts limit the time, and which clock they name."""

import pytest

from tests.unit.reading.eligibility_said import said

READ = [
    ("I", "Symptom onset within 24 months", "onset_time <= 24 months @onset"),
    ("I", "Duration of symptoms ≤ 36 months", "onset_time <= 36 months @onset"),
    ("I", "Onset ≤ 24 months;", "onset_time <= 24 months @onset"),
    ("I", "ALS symptom onset ≤ 3 years prior to screening", "onset_time <= 36 months @onset"),
    ("I", "Symptom duration less than 18 months", "onset_time < 18 months @onset"),
    ("I", "First ALS symptoms within 3 years prior to the visit", "onset_time <= 36 months @onset"),
    ("I", "Less than 3 years of disease onset", "onset_time < 36 months @onset"),
    ("I", "less than 2 years duration from the first symptoms", "onset_time < 24 months @onset"),
    ("I", "at least 6 months post-onset", "onset_time >= 6 months @onset"),
    ("I", "No more than 36 months since symptom onset", "onset_time <= 36 months @onset"),
    ("I", "Within twenty-four (24) months of ALS symptom onset", "onset_time <= 24 months @onset"),
    ("I", "onset of disease between 6 and 24 months", "onset_time between 6..24 months @onset"),
    ("I", "ALS symptoms present for less than 3 years", "onset_time < 36 months @onset"),
    ("I", "Diagnosed with ALS within 24 months of symptom onset", "onset_time <= 24 months @onset"),
    (
        "I",
        "onset of ALS disease symptoms, including limb weakness within 24 months at screening",
        "onset_time <= 24 months @onset",
    ),
    ("I", "Time since onset of weakness ≤ 36 months", "onset_time <= 36 months @weakness"),
    ("I", "Weakness onset within 3 years", "onset_time <= 36 months @weakness"),
    ("I", "First onset of muscle weakness < 2 years ago", "onset_time < 24 months @weakness"),
    (
        "E",
        "Time since onset of weakness due to ALS > 36 months",
        "onset_time <= 36 months @weakness",
    ),
    ("I", "Disease duration < 18 months", "onset_time < 18 months @unstated"),
    ("I", "Disease duration 6–24 months", "onset_time between 6..24 months @unstated"),
    ("I", "Disease duration from 6 to 36 months", "onset_time between 6..36 months @unstated"),
    ("I", "Duration of disease not exceeding 3 years", "onset_time <= 36 months @unstated"),
    ("I", "A maximum disease duration of 36 months", "onset_time <= 36 months @unstated"),
    ("I", "disease duration < 3 y", "onset_time < 36 months @unstated"),
    (
        "I",
        "Disease duration of ≤24 months at the time of screening from first symptom (weakness)",
        "onset_time <= 24 months @onset",
    ),
    (
        "I",
        "18-75 years of age with onset of weakness within 24 months",
        "onset_time <= 24 months @weakness",
    ),
    ("I", "Duration of ALS less than two years", "onset_time < 24 months @unstated"),
    ("I", "course of disease ≤ 2 years", "onset_time <= 24 months @unstated"),
    ("I", "disease duration of 24 months or less", "onset_time <= 24 months @unstated"),
    ("I", "disease duration up to 1,5 years", "onset_time <= 18 months @unstated"),
    ("I", "Have had ALS for less than 3 years", "onset_time < 36 months @unstated"),
    (
        "E",
        "Evidence of motor neuron disease for greater than 5 years",
        "onset_time <= 60 months @unstated",
    ),
    ("E", "Disease duration of more than 3 years", "onset_time <= 36 months @unstated"),
    (
        "E",
        "Disease duration less than 6 months or more than 36 months",
        "onset_time between 6..36 months @unstated",
    ),
    ("-", "Disease duration > 36 months", "onset_time > 36 months @unstated"),
    (
        "I",
        "duration of disease of no more than 2 years from the first diagnosis date",
        "diagnosis_time <= 24 months @diagnosis",
    ),
    ("I", "ALS diagnosis of two years or less", "diagnosis_time <= 24 months @diagnosis"),
    ("I", "Diagnosis of ALS within the past 12 months", "diagnosis_time <= 12 months @diagnosis"),
    ("I", "Time since diagnosis less than 1 year", "diagnosis_time < 12 months @diagnosis"),
    ("I", "Diagnosed with ALS for at least 6 months", "diagnosis_time >= 6 months @diagnosis"),
    ("I", "Within 18 months of ALS diagnosis", "diagnosis_time <= 18 months @diagnosis"),
    ("E", "More than 24 months since ALS diagnosis", "diagnosis_time <= 24 months @diagnosis"),
]


@pytest.mark.parametrize(("heading", "text", "expected"), READ)
def test_a_limit_is_read_with_its_clock(heading: str, text: str, expected: str) -> None:
    assert said(heading, text) == [expected]


NOT_READ = [
    ("I", "Evidence of progression disease in the last six months"),
    ("I", "life expectancy more than 2 years"),
    ("I", "Age at symptom onset between 18 and 80 years"),
    ("I", "Males and females over 18 years old with ALS"),
    ("I", "Able to complete at least 6 months of follow-up"),
    ("I", "disease progression at 6 past months"),
    ("I", "Pretreatment observation period of >3 months"),
    ("E", "Hospitalization due to serious illness in the last two months"),
    ("E", "survival time less than two years"),
    ("E", "Diagnosis of stroke within 6 months"),
    ("E", "Diagnosed with depression within the past 2 years"),
    ("E", "History of psychiatric disease within the past 2 years"),
    ("E", "Any cardiac symptoms within 6 months"),
    ("E", "Active infection in the last 3 months"),
    ("E", "Diagnosed bradykinesia for at least 3 months"),
    ("E", "Meets the diagnosis for a cannabis use disorder in the past 2 months"),
    ("E", "New onset seizures within 12 months"),
    ("E", "Myocardial infarction less than 1 year before enrolment"),
    ("E", "Participation in a clinical trial within 3 months of study start"),
    ("E", "History of substance abuse within the past year"),
    ("I", "on a stable regimen of medicines for 3 months"),
    ("E", "Symptoms of infection within 1 month"),
]


@pytest.mark.parametrize(("heading", "text"), NOT_READ)
def test_other_times_are_not_the_disease_clock(heading: str, text: str) -> None:
    assert said(heading, text) == []


def test_an_exclusion_of_a_range_leaves_no_single_limit() -> None:
    assert said("E", "Disease duration between 6 and 12 months") == []


def test_two_clocks_in_one_sentence_are_two_limits() -> None:
    text = "Diagnosis of ALS within 12 months and symptom onset within 24 months"
    assert said("I", text) == [
        "diagnosis_time <= 12 months @diagnosis",
        "onset_time <= 24 months @onset",
    ]
