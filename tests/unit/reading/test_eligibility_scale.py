"""The ALS Functional Rating Scale: total, items and rate, never mixed up."""

import pytest

from tests.unit.reading.eligibility_said import said

READ = [
    ("I", "ALSFRS-R ≥ 25 at the screening Visit.", ["alsfrs_total >= 25 points"]),
    ("I", "ALS FRS R > 30/48", ["alsfrs_total > 30 points"]),
    (
        "I",
        "Revised ALS Functional Rating Scale score of at least 24",
        ["alsfrs_total >= 24 points"],
    ),
    (
        "I",
        "amyotrophic lateral sclerosis functional rating scale-revised (ALSFRS-R) total score ≥ 30",
        ["alsfrs_total >= 30 points"],
    ),
    ("I", "score of 30 or more on the ALSFRS-R", ["alsfrs_total >= 30 points"]),
    ("I", "ALSFRS-R scores are in the range of 31~46", ["alsfrs_total between 31..46 points"]),
    ("I", "ALSFRS-R between 20 and 40", ["alsfrs_total between 20..40 points"]),
    ("E", "ALSFRS-R total score below 20", ["alsfrs_total >= 20 points"]),
    ("E", "ALSFRS-R less than or equal to 20 points", ["alsfrs_total > 20 points"]),
    (
        "I",
        "ALSFRS-R score of at least 26; overall, including a score of at least 2 on each of the "
        "1-9 ALSFRS-R items and of at least 3 of the 10-12 items",
        ["alsfrs_item >= 2 points", "alsfrs_item >= 3 points", "alsfrs_total >= 26 points"],
    ),
    ("I", "ALSFRS-R ≥ 2 on each of items 1-9", ["alsfrs_item >= 2 points"]),
    ("I", "at least 2 points on each item of the ALSFRS-R", ["alsfrs_item >= 2 points"]),
    ("I", "score of 2 or more on each item of the ALSFRS-R", ["alsfrs_item >= 2 points"]),
    ("I", 'ALSFRS-R item "swallowing" ≥ 3', ["alsfrs_item >= 3 points"]),
    ("I", "at least having score3 in swallowing in ALS-FRS", ["alsfrs_item >= 3 points"]),
    ("E", "ALSFRS-R respiratory items score of less than 3", ["alsfrs_item >= 3 points"]),
    (
        "I",
        "ALSFRS-R total score decrease of ≥ 1 point per month during a 12 week run-in",
        ["progression_rate >= 1 points/month"],
    ),
    ("I", "ALSFRS-R progression rate > 0.5 points/month", ["progression_rate > 0.5 points/month"]),
    ("I", "decline in ALSFRS-R of at least 3 points in 6 months", ["progression_rate >= 3 points"]),
    (
        "I",
        "Loss of 1 to 4 points on the ALSFRS-R over 12 weeks",
        ["progression_rate between 1..4 points"],
    ),
    (
        "I",
        "We exclude slow progressors with an ALSFRS-R progression of < 0.3 per month",
        ["progression_rate >= 0.3 points/month"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "expected"), READ)
def test_what_is_scored_is_told_apart(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


NOT_READ = [
    ("I", "The sum of the 3 respiratory items on the ALSFRS-R must total at least 10 points."),
    ("I", "ALSFRS-R score (progression rate) of 1.03 ± 50%/month"),
    ("I", "TRICALS risk profile \\> -6.0 and \\< -2.0"),
    ("E", "less than 15 points on Norris bulbar scale"),
    ("E", "Beck's Depression Inventory score >18"),
    ("I", "ALS severity grade 1 or 2 by the Japanese criteria"),
    ("I", "ALSFRS-R bulbar subscore > 9"),
    ("I", "No single item with less than 2 points in ALSFRS-R"),
    ("I", "less than a moderate decline"),
    ("I", "ALSFRS-R assessed every 3 months"),
    ("E", "MMSE score below 24"),
]


@pytest.mark.parametrize(("heading", "text"), NOT_READ)
def test_other_scores_are_left_alone(heading: str, text: str) -> None:
    assert said(heading, text) == []
