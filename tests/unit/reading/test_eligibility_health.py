"""Pregnancy, blood thinners, immune suppression, cancer; scans and taps; daily life."""

import pytest

from tests.unit.reading.eligibility_said import said

CANCER, PREGNANCY = "cancer_history forbidden", "pregnancy forbidden"
THINNERS, SUPPRESSION = "anticoagulants forbidden", "immunosuppression forbidden"
MRI = "mri_or_lumbar_puncture_contraindicated forbidden"

HEALTH = [
    ("E", "Active cancer", [CANCER]),
    ("E", "Malignancy within the last 5 years", [f"{CANCER} 5 years"]),
    (
        "E",
        "History of cancer in the past five years except basal cell carcinoma",
        [f"{CANCER} 5 years"],
    ),
    ("E", "Cancer, except skin cancer without recurrence for at least 3 years", [CANCER]),
    ("E", "serious disease (including malignancy and immune deficiency)", [CANCER]),
    ("E", "Patients with malignant tumors", [CANCER]),
    ("E", "leukemia or lymphoma", [CANCER]),
    ("I", "No history of malignancy", [CANCER]),
    ("I", "No malignancy within last 5 years", [f"{CANCER} 5 years"]),
    ("E", "cancer with no recurrence for less than 4 years", [CANCER]),
    ("-", "Malignancy", ["cancer_history unclear"]),
    ("E", "Family history of breast cancer", []),
    ("E", "treatment with tumor necrosis factor inhibitors", []),
    ("E", "intraspinal tumors", []),
    ("E", "Pregnant or breastfeeding women", [PREGNANCY]),
    ("E", "Pregnancy", [PREGNANCY]),
    ("E", "Positive pregnancy test", [PREGNANCY]),
    ("I", "Women must have a negative serum pregnancy test", [PREGNANCY]),
    ("I", "Not pregnant or nursing", [PREGNANCY]),
    ("E", "Women of childbearing potential not using contraception", []),
    ("E", "Patients capable of becoming pregnant, unless using contraception", []),
    ("E", "Men with a pregnant partner", []),
    ("E", "Breastfeeding", []),
    ("E", "Use of anticoagulants", [THINNERS]),
    ("E", "Patients on blood thinners", [THINNERS]),
    ("E", "warfarin therapy", [THINNERS]),
    ("I", "Not receiving anticoagulation", [THINNERS]),
    ("E", "coagulopathy", []),
    ("E", "Allergy to heparin", []),
    ("E", "Use of immunosuppressive drugs", [SUPPRESSION]),
    ("E", "Current immunosuppressant medication or anticoagulants", [THINNERS, SUPPRESSION]),
    ("E", "corticosteroids or immunosuppressors in the last 12 months", [SUPPRESSION]),
    (
        "I",
        "Medically able to tolerate the immunosuppression regimen",
        ["immunosuppression required"],
    ),
    ("E", "Contraindication to immunosuppressants", ["immunosuppression required"]),
    ("E", "Any immune deficiency syndrome", []),
    ("E", "Contraindication to MRI", [MRI]),
    ("E", "Medically unable to undergo lumbar puncture (LP)", [MRI]),
    ("I", "No contraindications to lumbar puncture", [MRI]),
    ("I", "Able to undergo magnetic resonance imaging", [MRI]),
    ("E", "Infection near the lumbar puncture site", []),
    ("I", "Medically able to undergo craniotomy", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), HEALTH)
def test_other_health(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == sorted(expected)


LIFE = [
    ("I", "Presence of a willing and able caregiver.", ["caregiver required"]),
    ("I", "Have caregiver to assist in the transportation", ["caregiver required"]),
    ("E", "Lack of a caregiver", ["caregiver required"]),
    ("I", "Patient or caregiver able to give the drug", []),
    ("I", "Consent by the patient or a caregiver", []),
    (
        "I",
        "Citizen or permanent resident of the United States.",
        ["language_or_residence required Citizen or permanent resident of the United States"],
    ),
    (
        "I",
        "Fluent in English",
        ["language_or_residence required Fluent in English"],
    ),
    ("E", "Nursing home residents", []),
    ("I", "Good understanding of the protocol", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), LIFE)
def test_daily_life(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected
