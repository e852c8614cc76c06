"""Turns of phrase that change whom a limit is for: conditions, permissions, failures, "or"."""

import pytest

from tests.unit.reading.eligibility_said import said

SIGNS = [
    ("I", "FVC < or equal to 60%", "<= 60"),
    ("I", "FVC > or equal to 60%", ">= 60"),
    ("I", "FVC at or above 60%", ">= 60"),
    ("E", "FVC at or below 60%", "> 60"),
    ("I", "FVC more than 60% (inclusive)", ">= 60"),
    ("I", "FVC no less than 60%", ">= 60"),
    ("I", "FVC not falling below 60%", ">= 60"),
    ("I", "FVC should not be less than 60%", ">= 60"),
    ("I", "FVC up to 60%", "<= 60"),
    ("I", "FVC under 60%", "< 60"),
    ("I", "FVC exceeding 60%", "> 60"),
    ("I", "FVC 60% minimum", ">= 60"),
    ("E", "FVC not ≥ 60%", ">= 60"),
    ("E", "FVC above 90% or below 60%", "between 60..90"),
    ("E", "FVC below 60% or above 90%", "between 60..90"),
    ("E", "Failure to perform forced vital capacity (FVC) ≥ 60%", ">= 60"),
    ("E", "Inability to achieve FVC ≥ 60%", ">= 60"),
    ("E", "Does not fulfil FVC ≥ 60%", ">= 60"),
    ("E", "Patients not having an FVC of at least 60%", ">= 60"),
    ("E", "Respiratory failure with FVC < 60%", ">= 60"),
    ("E", "Unable to tolerate a mask with FVC < 60%", ">= 60"),
]


@pytest.mark.parametrize(("heading", "text", "expected"), SIGNS)
def test_the_sign_of_a_limit(heading: str, text: str, expected: str) -> None:
    assert said(heading, text) == [f"vital_capacity {expected} %pred @fvc"]


NOT_FOR_ALL = [
    ("E", "Excluded unless they have FVC > 50%"),
    ("E", "FVC < 50% unless on NIV"),
    ("E", "Patients with FVC above 50% are allowed"),
    ("I", "Patients with FVC below 50% may be included"),
    ("I", "Patients with FVC < 50% must use a mask"),
    ("I", "In case of FVC < 50%, a blood gas is required"),
    ("I", "When FVC is below 60%, a mask must be offered"),
    ("I", "If diagnosed more than 12 months ago, FVC must be ≥ 70%"),
    ("I", "Patients with onset within 12 months must have ALSFRS-R ≥ 40"),
    ("I", "If FVC cannot be measured, SNIP ≥ 40%"),
    ("I", "Symptom onset > 24 months may be allowed"),
    ("I", "Not have an FVC < 50%"),
    ("I", "FVC within 20% of baseline"),
    ("I", "FVC ≥ 50% or on NIV"),
    ("I", "FVC ≥ 50% or SNIP > 40"),
    ("I", "FVC ≥ 60% or ALSFRS-R ≥ 30"),
    ("I", "ALSFRS-R ≥ 30 (early) or 15-30 (late)"),
    ("I", "Symptom onset within 24 months or ALS diagnosis within 12 months"),
    ("I", "within 2 years of diagnosis and 3 years of symptom onset"),
]


@pytest.mark.parametrize(("heading", "text"), NOT_FOR_ALL)
def test_a_limit_that_is_not_everybodys(heading: str, text: str) -> None:
    assert said(heading, text) == []


def test_two_ways_out_are_both_shut() -> None:
    assert said("E", "FVC < 50% or ALSFRS-R < 20") == [
        "alsfrs_total >= 20 points",
        "vital_capacity >= 50 %pred @fvc",
    ]


BESIDE = [
    ("Diagnosis of ALS, other diseases excluded, with FVC ≥ 60%", [">= 60"]),
    ("FVC ≥ 60%; cancer patients are excluded", [">= 60"]),
    ("FVC ≥ 60%, patients with tracheostomy being excluded", [">= 60"]),
    ("FVC ≥ 60% (patients with NIV excluded)", [">= 60"]),
    ("Tracheostomy excluded, FVC ≥ 60%", [">= 60"]),
    ("We exclude slow progressors with FVC < 60%", [">= 60"]),
    ("Subjects with FVC < 60% or on NIV are excluded", [">= 60"]),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_only_what_is_named_is_turned_away(text: str, expected: list[str]) -> None:
    limits = [one for one in said("I", text) if one.startswith("vital_capacity")]
    assert limits == [f"vital_capacity {one} %pred @fvc" for one in expected]


CLOCKS = [
    ("I", "18 months or less since onset of weakness", ["onset_time <= 18 months @weakness"]),
    ("I", "Onset within 1 to 3 years", ["onset_time between 12..36 months @onset"]),
    (
        "I",
        "Duration of the disease must be less than 2 years (inclusive)",
        ["onset_time <= 24 months @unstated"],
    ),
    (
        "I",
        "Symptom onset more than 6 months ago but less than 3 years",
        ["onset_time between 6..36 months @onset"],
    ),
    ("E", "Less than 6 months since ALS onset", ["onset_time >= 6 months @onset"]),
    ("E", "Diagnosed with another disease within 12 months of ALS onset", []),
    ("E", "MI within 6 months of disease onset", []),
    ("E", "Surgery within 6 months of ALS diagnosis", []),
    ("E", "Participation in an ALS study within 6 months from onset", []),
    ("I", "at least 2 years since diagnosis of cancer", []),
    ("I", "age 18 years and less than 75 years at time of ALS study", []),
    ("I", "Onset between 18 and 75 years", []),
    ("I", "Symptom onset at less than 60 years", []),
    ("I", "Time between first symptom and diagnosis less than 12 months", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), CLOCKS)
def test_ages_and_other_events_are_no_clock(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


POINTS = [
    ('Score ≥ 2 for "walking" of the ALSFRS-R', ["alsfrs_item >= 2 points"]),
    (
        "At least 3 on all of the three respiratory items of the ALSFRS-R",
        ["alsfrs_item >= 3 points"],
    ),
    (
        "Item #3: At least 3 points. Item #12: At least 2 points.",
        ["alsfrs_item >= 2 points", "alsfrs_item >= 3 points"],
    ),
    ("At least 2 on each item of the ALSFRS-R except item 5", []),
    ("ALSFRS-R decline > 1 in the last 3 months", ["progression_rate > 1 points"]),
    (
        "a decline in ALSFRS-R of at least two points in 90 days or at least four points in 180",
        ["progression_rate >= 2 points", "progression_rate >= 4 points"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTS)
def test_items_and_decline(text: str, expected: list[str]) -> None:
    assert said("I", text) == expected
