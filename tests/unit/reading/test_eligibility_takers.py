"""Who has to take an ALS drug: everybody, those who take it anyway, or nobody."""

import pytest

from tests.unit.reading.eligibility_said import all_shown, said
from trials.reading.eligibility import read_criteria_text

EITHER, REQUIRED = "riluzole not_taking_or_stable", "riluzole required"
FORBIDDEN = "riluzole forbidden"

TAKERS_ONLY = [
    "Patients receiving riluzole must have been on a stable dose for 30 days",
    "Participants treated with riluzole must have been on a stable dose for 30 days",
    "Subjects taking concomitant riluzole at study entry must be on a stable dose for 30 days",
    "For participants taking riluzole: dose must be stable for 30 days",
    "For patients on riluzole, the dose must have been stable for 30 days",
    "In case of treatment with riluzole, the dose should be stable for 30 days",
    "Patients can be on riluzole, but must be on a stable dose for 30 days",
    "Patients may be on riluzole at a stable dose for 30 days",
    "Concomitant use of riluzole (stable for > 30 days) is permitted",
    "Riluzole use is allowed if dose stable for 30 days",
    "Riluzole-treated patients must be on a stable dose for 30 days",
    "Riluzole users need a stable dose for at least 30 days",
    "Anyone who takes riluzole must be on stable dose for 30 days",
    "Any riluzole must be at a stable dose for 30 days",
    "Background therapy with riluzole must be stable for 30 days",
    "If the patient is on riluzole, the dose must be stable for 30 days",
    "With or without riluzole treatment at a stable dose for 30 days",
    "Has not started riluzole in the last 30 days",
]


@pytest.mark.parametrize("text", TAKERS_ONLY)
def test_a_stable_dose_for_those_who_take_it(text: str) -> None:
    assert said("I", text) == [f"{EITHER} 30 days"]


OTHERWISE = [
    ("I", "Patients must be treated with riluzole", [REQUIRED]),
    ("I", "Continuous treatment with riluzole for at least 4 weeks", [f"{REQUIRED} 28 days"]),
    ("I", "Riluzole must have been discontinued at least 30 days before", [f"{FORBIDDEN} 30 days"]),
    ("I", "Must not take riluzole during the study", [FORBIDDEN]),
    (
        "I",
        "Stable dose of riluzole for 30 days and not taking edaravone",
        ["edaravone forbidden", f"{REQUIRED} 30 days"],
    ),
    ("I", "On riluzole but not edaravone", ["edaravone forbidden", REQUIRED]),
    ("I", "Subjects on edaravone must have completed one cycle", ["edaravone allowed_if"]),
    ("E", "Patients on riluzole for less than 30 days", [f"{EITHER} 30 days"]),
    ("E", "If taking riluzole, dose changed within 30 days", [f"{EITHER} 30 days"]),
    (
        "E",
        "Use of edaravone within 30 days or intent to use edaravone during the study",
        ["edaravone forbidden 30 days"],
    ),
    (
        "E",
        "Edaravone is not permitted; stable riluzole is allowed",
        ["edaravone forbidden"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "expected"), OTHERWISE)
def test_demands_and_bans(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


NOTHING = [
    ("I", "If not on riluzole, must agree not to begin it during the study"),
    ("I", "Participants not on riluzole must agree not to start it"),
    ("I", "Both patients taking and not taking riluzole are eligible"),
    ("I", "Patients on or off riluzole are eligible"),
    ("I", "Patients taking riluzole are eligible"),
    ("I", "Treatment with riluzole is not required"),
    ("I", "Treatment with riluzole is not mandatory"),
    ("I", "Prior or current riluzole treatment"),
    ("I", "On riluzole or unable to tolerate riluzole"),
    ("I", "Declined riluzole treatment"),
    ("I", "Have been informed of riluzole treatment"),
    ("I", "Participants receiving edaravone should continue it"),
    ("I", "Willing to discontinue riluzole"),
    ("I", "Participants may or may not be taking riluzole"),
    ("I", "Riluzole: stable dose for 30 days"),
    ("E", "Any medication for ALS other than riluzole"),
    ("E", "Investigational drugs (not including riluzole) within 30 days"),
    ("E", "Unapproved drugs, with the exception of riluzole or edaravone"),
    ("E", "Elevated ALT in patients on riluzole"),
    ("E", "Treatment with riluzole and ALT > 3 ULN"),
    ("E", "Riluzole at doses above 100 mg"),
    ("E", "Stopped riluzole within 30 days"),
    ("E", "Participation in a study of tofersen"),
    ("E", "SOD1 mutation unless treated with tofersen"),
]


@pytest.mark.parametrize(("heading", "text"), NOTHING)
def test_what_asks_nobody(heading: str, text: str) -> None:
    assert said(heading, text) == []


SOME_GO_WITHOUT = [
    "On stable riluzole for 30 days. If not on riluzole, willing to refrain from starting it.",
    "On stable riluzole for 30 days\n* Subjects not taking riluzole must agree not to begin it",
]


@pytest.mark.parametrize("text", SOME_GO_WITHOUT)
def test_a_rule_for_those_who_go_without_means_that_nobody_must_take_it(text: str) -> None:
    read = read_criteria_text(f"Inclusion Criteria:\n\n* {text}")
    assert all_shown(read) == [f"{EITHER} 30 days"]
