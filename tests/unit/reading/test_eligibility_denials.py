"""States, genes and windows: denied, permitted, excepted, another person's or another event's."""

import pytest

from tests.unit.reading.eligibility_said import said
from trials.reading.eligibility import read_criteria_text

SOD1 = "gene forbidden @SOD1"
GENES = [
    ("I", "Genetic testing to exclude SOD1 mutation", [SOD1]),
    ("I", "Negative for SOD1 and FUS mutations", ["gene forbidden @FUS", SOD1]),
    ("I", "SOD1 mutation ruled out", [SOD1]),
    ("I", "Confirmed absence of a SOD1 mutation", [SOD1]),
    ("I", "Genetically confirmed SOD1-ALS", ["gene required @SOD1"]),
    ("E", "Familial ALS with SOD1 mutation", [SOD1]),
    ("E", "mutation other than SOD1", []),
    ("E", "Familial ALS other than SOD1", []),
    ("E", "Negative for SOD1 mutation", []),
    ("I", "SOD1 mutation status must be known", []),
    ("I", "Willing to undergo SOD1 genetic testing", []),
    ("I", "Positive for C9orf72 or SOD1 mutation", []),
    ("I", "Patients with SOD1 mutations are eligible", []),
    ("I", "ALS with SOD1 mutation or sporadic ALS", []),
    ("I", "Familial ALS patients are eligible", []),
    ("I", "clinically definite ALS or clinically definite familial ALS laboratory-supported", []),
    ("I", "sporadic ALS, including familial", []),
    ("I", "First-degree relative of a patient with SOD1 ALS", []),
    ("I", "Healthy controls: no family history of ALS", []),
    ("I", "For presymptomatic carriers: SOD1 mutation", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), GENES)
def test_genes(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


BY_DAY = "ventilation allowed_if @noninvasive"
STATES = [
    ("I", "Subjects with or without a feeding tube are eligible", []),
    ("I", "Subjects with a feeding tube are eligible", []),
    ("I", "Patients with dysphagia must have PEG", []),
    ("E", "Parenteral nutrition", []),
    ("E", "Feeding tube unless placed early", []),
    (
        "I",
        "Patients must not have: tracheostomy, PEG",
        ["feeding_tube forbidden", "ventilation forbidden @invasive"],
    ),
    ("E", "Any form of ventilatory support other than nocturnal BiPAP", [BY_DAY]),
    ("E", "Daytime use of NIV", [BY_DAY]),
    ("E", "NIV when awake", [BY_DAY]),
    ("E", "Mechanical ventilation other than CPAP for sleep apnea", []),
    ("I", "Not meeting Gold Coast criteria", []),
    ("I", "Possible ALS by El Escorial may be included", []),
    (
        "I",
        "possible (excluding those with UMN signs only) or definite ALS by El Escorial",
        ["el_escorial required possible|definite"],
    ),
    ("E", "History of ectopic pregnancy", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), STATES)
def test_states(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


CELLS, CANCER = "prior_cell_therapy forbidden", "cancer_history forbidden"
WINDOWS = [
    ("cancer within 5 years; prior stem cells", [f"{CANCER} 5 years", CELLS]),
    ("Prior cell therapy or participation in a trial in the last 12 weeks", [CELLS]),
    ("Radiotherapy, chemotherapy in last 2 years, previous stem cells", [CELLS]),
    ("Previous stem cell therapy except at this centre", []),
    ("malignancy (other than skin) within 10 years", [f"{CANCER} 10 years"]),
    ("Cancer other than basal cell carcinoma within 3 years", [f"{CANCER} 3 years"]),
    ("HIV, hepatitis in the last 2 years, cancer", [CANCER]),
    ("Cancer or drug abuse within 1 year", []),
]


@pytest.mark.parametrize(("text", "expected"), WINDOWS)
def test_a_window_stays_with_its_own_event(text: str, expected: list[str]) -> None:
    assert said("E", text) == expected


LANGUAGE = [
    ("E", "Non-English speaking", "English speaking"),
    ("E", "Inability to read and understand English", "read and understand English"),
    ("E", "Does not speak Hebrew", "speak Hebrew"),
    ("E", "Not fluent in German", "fluent in German"),
]


@pytest.mark.parametrize(("heading", "text", "words"), LANGUAGE)
def test_a_language_that_must_be_spoken(heading: str, text: str, words: str) -> None:
    assert said(heading, text) == [f"language_or_residence required {words}"]


@pytest.mark.parametrize(
    "text", ["Caregivers: able to speak English", "Caregiver of a patient", "Caregiver consent"]
)
def test_what_is_asked_of_others_is_not_asked_of_the_patient(text: str) -> None:
    assert said("I", text) == []


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("For patients with bulbar onset, ALSFRS-R ≥ 25", "For patients with bulbar onset"),
        ("FVC must be > 60% for participants on NIV", "for participants on NIV"),
        ("FVC > 60% for group A", "for group A"),
        ("FVC > 60% for patients with ALS", ""),
    ],
)
def test_a_limit_says_for_whom_it_holds(text: str, group: str) -> None:
    (one,) = read_criteria_text(f"Inclusion Criteria:\n\n* {text}")
    assert one.group == group
