"""Breathing support by degree, and feeding tubes."""

import pytest

from tests.unit.reading.eligibility_said import said

INVASIVE, NIV = "ventilation forbidden @invasive", "ventilation forbidden @noninvasive"
ANY, PACING = "ventilation forbidden @any", "ventilation forbidden @diaphragm_pacing"

BREATHING = [
    ("E", "Tracheostomy", [INVASIVE]),
    ("E", "Current tracheostomy", [INVASIVE]),
    ("E", "Using invasive ventilatory assistance", [INVASIVE]),
    ("E", "The use of invasive or non-invasive ventilation.", [INVASIVE, NIV]),
    ("E", "Use of noninvasive ventilation", [NIV]),
    ("E", "BiPAP use", [NIV]),
    ("E", "history of non-invasive respiratory support", [NIV]),
    ("E", "Permanent ventilation", [ANY]),
    ("E", "Dependence on mechanical ventilation", [ANY]),
    ("E", "Mechanical ventilation via tracheostomy", [INVASIVE]),
    ("E", "ventilator-dependent", [ANY]),
    ("E", "Presence of diaphragm pacing system (DPS)", [PACING]),
    ("E", "Diaphragm pacemaker", [PACING]),
    ("E", "Does not have a tracheostomy", [INVASIVE]),
    ("I", "No tracheostomy and not using NIV", [INVASIVE, NIV]),
    ("I", "Not ventilator dependent", [ANY]),
    ("I", "Patients with tracheostomy are excluded", [INVASIVE]),
    (
        "E",
        "NIV for more than 22 hours per day",
        ["ventilation allowed_if 22 hours/day @noninvasive"],
    ),
    (
        "E",
        "Non-invasive ventilation ≥ 12 h/day",
        ["ventilation allowed_if 12 hours/day @noninvasive"],
    ),
    (
        "E",
        "tracheotomy ventilation or non-invasive ventilation for \\> 23 hours per day",
        ["ventilation allowed_if 23 hours/day @noninvasive", INVASIVE],
    ),
    (
        "I",
        "BiPAP use of less than 6 hours daily",
        ["ventilation allowed_if 6 hours/day @noninvasive"],
    ),
    ("E", "NIV > 2 waking hours per day", ["ventilation allowed_if 2 hours/day @noninvasive"]),
    (
        "E",
        "NIV for 20 out of 24 hours or more",
        ["ventilation allowed_if 20 hours/day @noninvasive"],
    ),
    (
        "E",
        "NIV more than 20 out of 24 hours",
        ["ventilation allowed_if 20 hours/day @noninvasive"],
    ),
    ("E", "Respiratory support (non-invasive or invasive)", [INVASIVE, NIV]),
    ("I", "NIV is allowed", ["ventilation allowed_if @noninvasive"]),
    (
        "E",
        "received tracheostomy or use ventilators (subjects who use non-invasive ventilation for "
        "sleep apnea may be allowed after review)",
        ["ventilation allowed_if @noninvasive", ANY, INVASIVE],
    ),
    ("-", "Tracheostomy", ["ventilation unclear @invasive"]),
    ("E", "Respiratory insufficiency", []),
    ("E", "Absolute contraindication to NIV", []),
    ("E", "Unwilling to use non-invasive ventilation", []),
    ("E", "NIV unless used for sleep apnea", []),
    ("E", "cardiac pacemaker", []),
    ("I", "Absence of sleep apneas", []),
    ("I", "Tracheostomy", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), BREATHING)
def test_breathing_support(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


TUBE = "feeding_tube forbidden"
FEEDING = [
    ("E", "Feeding tube", [TUBE]),
    ("E", "PEG or indications for PEG insertion", [TUBE]),
    ("E", "PEG/RIG", [TUBE]),
    ("E", "Subject having undergone gastrostomy.", [TUBE]),
    ("E", "Subjects who received gastrotomy at the time of screening", [TUBE]),
    (
        "E",
        "Need of enteral nutrition through percutaneous endoscopic gastrostomy or nasogastric tube",
        [TUBE],
    ),
    ("I", "No feeding tube", [TUBE]),
    ("I", "without gastrostomy", [TUBE]),
    ("I", "Presence of a PEG", ["feeding_tube required"]),
    ("-", "Feeding tube", ["feeding_tube unclear"]),
    ("E", "Feeding tube use is not exclusionary", []),
    ("I", "Able to swallow tablets without crushing", []),
    ("I", "Able to take medicine by mouth or feeding tube", []),
    ("E", "Allergy to polyethylene glycol (PEG)", []),
    ("E", "gastric ulcer", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), FEEDING)
def test_feeding_tubes(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected
