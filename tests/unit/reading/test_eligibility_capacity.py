"""Vital capacity: test, position, unit and direction."""

import pytest

from tests.unit.reading.eligibility_said import said

READ = [
    ("I", "Slow VC test equal to or greater than 70% of the predicted value", ">= 70 %pred @svc"),
    ("I", "FVC higher than 60%", "> 60 %pred @fvc"),
    ("I", "FVC \\>70%;", "> 70 %pred @fvc"),
    ("I", "FVC \\>/= 70 %", ">= 70 %pred @fvc"),
    ("I", "FVC => 70%", ">= 70 %pred @fvc"),
    ("I", "Forced Vital Capacity equal or superior to 50%", ">= 50 %pred @fvc"),
    (
        "I",
        "FVC(functional vital capacity) equal or more than 50% of prediction amount",
        ">= 50 %pred @fvc",
    ),
    (
        "I",
        "Upright forced vital capacity (FVC) at least 65 percent of predicted",
        ">= 65 %pred @fvc:upright",
    ),
    ("I", "SVC > 50% of predicted (seated)", "> 50 %pred @svc:upright"),
    ("I", "supine FVC ≥ 50%", ">= 50 %pred @fvc:supine"),
    ("I", "%FVC ≥ 80", ">= 80 %pred @fvc"),
    ("I", "At least 60% predicted FVC", ">= 60 %pred @fvc"),
    ("I", "a minimum of 50% of predicted forced vital capacity", ">= 50 %pred @fvc"),
    ("I", "FVC 60% or more of predicted", ">= 60 %pred @fvc"),
    ("I", "SVC no higher than 60% of predicted", "<= 60 %pred @svc"),
    ("I", "FVC between 50% and 80%", "between 50..80 %pred @fvc"),
    ("I", "FVC of 50-80% of predicted", "between 50..80 %pred @fvc"),
    ("I", "FVC or SVC ≥ 60% of predicted", ">= 60 %pred @vc"),
    ("I", "a minimum FVC of 50%", ">= 50 %pred @fvc"),
    ("I", "FVC, upright ≥ 65%, supine ≥ 50%", ">= 65 %pred @fvc:upright"),
    ("I", "vital capacity above 70% of normal", "> 70 %pred @vc"),
    (
        "E",
        "forced vital capacity is found to be not greater than 40%of the expected value",
        "> 40 %pred @fvc",
    ),
    ("E", "Patients with a percent FVC of 60 or less", "> 60 %pred @fvc"),
    ("E", "SVC < 50% predicted", ">= 50 %pred @svc"),
    ("E", "Vital capacity below 1.5 L", ">= 1.5 L @vc"),
    ("E", "FVC less than 1500 ml", ">= 1.5 L @fvc"),
    ("I", "Patients with FVC < 50% will be excluded", ">= 50 %pred @fvc"),
    ("I", "FVC 70% at screening", "unclear 70 %pred @fvc"),
]


@pytest.mark.parametrize(("heading", "text", "expected"), READ)
def test_the_limit_is_read(heading: str, text: str, expected: str) -> None:
    assert said(heading, text) == [f"vital_capacity {expected}"]


NOT_READ = [
    ("I", "Total time of oxygen saturation <90% inferior to 2% of the sleeping time"),
    ("E", "FEV1/FVC < 70%"),
    ("E", "decline in FVC of more than 10% during run-in"),
    ("E", "FVC variability greater than 15% between measurements"),
    ("-", "FVC below 50%"),
    ("I", "Forced vital capacity more than 53"),
    ("I", "breathing measurements of at least 60%"),
    ("E", "reduction of more than 30% in conduction velocity"),
    ("E", "left ventricular ejection fraction < 50%"),
]


@pytest.mark.parametrize(("heading", "text"), NOT_READ)
def test_other_percentages_are_not_vital_capacity(heading: str, text: str) -> None:
    assert said(heading, text) == []


def test_two_tests_in_one_exclusion_are_two_limits() -> None:
    assert said("E", "FVC < 60% or SVC < 50% of predicted") == [
        "vital_capacity >= 50 %pred @svc",
        "vital_capacity >= 60 %pred @fvc",
    ]
