"""Levels of certainty, genes and family, earlier cells, and the ALS drugs."""

import pytest

from tests.unit.reading.eligibility_said import said

LAB = "lab_supported_probable|probable|definite"
LEVELS = [
    ("Definite or probable ALS by El Escorial", "probable|definite"),
    ("diagnosis (Lab-supported Probable, Probable or Definite EI Escorial Criteria)", LAB),
    ("clinically definite ALS, probable ALS and probable ALS-lab supported, El Escorial", LAB),
    ("El Escorial: definite, probable, or probable-laboratory-supported", LAB),
    (
        "clinically probable - laboratory supported ALS, revised El Escorial",
        "lab_supported_probable",
    ),
    ("possible, probable, definite ALS, El-Escorial", "possible|probable|definite"),
    ("suspected or possible ALS (El Escorial)", "suspected|possible"),
    ("sporadic or familial ALS according to escorial criteria", "unspecified"),
    ('ALS by "Gold Coast" diagnostic criteria', "gold_coast"),
]


@pytest.mark.parametrize(("text", "levels"), LEVELS)
def test_the_accepted_levels(text: str, levels: str) -> None:
    assert said("I", text) == [f"el_escorial required {levels}"]


NO_LEVELS = [
    ("I", "Definite or probable ALS by updated Awaji criteria"),
    ("E", "Possible ALS by El Escorial"),
    ("I", "at least possible ALS by El Escorial"),
    ("I", "El Escorial or Gold Coast criteria"),
]


@pytest.mark.parametrize(("heading", "text"), NO_LEVELS)
def test_no_level_is_guessed(heading: str, text: str) -> None:
    assert said(heading, text) == []


GENES = [
    ("E", "Proven SOD1- or FUS - mutation", ["gene forbidden @FUS", "gene forbidden @SOD1"]),
    ("E", "SOD1 and C9orf72 mutation", ["gene forbidden @C9orf72", "gene forbidden @SOD1"]),
    ("E", "Carriers of a C9ORF72 repeat expansion", ["gene forbidden @C9orf72"]),
    ("E", "Familial ALS", ["gene forbidden @any_familial"]),
    ("E", "Family history of ALS", ["gene forbidden @any_familial"]),
    ("I", "Pathogenic SOD1 mutation", ["gene required @SOD1"]),
    ("I", "Sporadic ALS", ["gene required @sporadic_only"]),
    ("I", "No SOD1 mutation", ["gene forbidden @SOD1"]),
    ("I", "non-SOD1 ALS", ["gene forbidden @SOD1"]),
    ("I", "SOD1 negative ALS", ["gene forbidden @SOD1"]),
    ("-", "SOD1 ALS only", ["gene required @SOD1"]),
    ("-", "SOD1 mutation", ["gene unclear @SOD1"]),
    ("I", "Sporadic or familial ALS", []),
    ("I", "familial or sporadic amyotrophic lateral sclerosis", []),
    ("I", "ALS (sporadic and familial)", []),
    ("I", "Patients diagnosed with isolated or familial ALS", []),
    ("I", "ALS with or without familial history", []),
    ("E", "inherited immunodeficiency", []),
    ("E", "Family history of epilepsy", []),
    ("E", "prior gene therapy", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), GENES)
def test_genes_and_family(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


PRIOR = "prior_cell_therapy forbidden"
CELLS = [
    ("E", "Prior stem cell therapy of any kind", [PRIOR]),
    ("E", "Previous cellular therapy", [PRIOR]),
    ("E", "Previous stem cell transplantation", [PRIOR]),
    ("E", "patient has been treated previously with any cellular therapy.", [PRIOR]),
    ("E", "any drug in the past 30 days or any previous exposure to stem cell therapy", [PRIOR]),
    ("E", "Received stem cell therapy within 6 months", [f"{PRIOR} 180 days"]),
    ("E", "Treatment with mesenchymal stem cells in the past", [PRIOR]),
    ("E", "Any study with stem cells within 12 months", []),
    ("E", "Participation in any study with stem cells within 12 months", [f"{PRIOR} 360 days"]),
    ("-", "Prior stem cell therapy", ["prior_cell_therapy unclear"]),
    ("I", "No prior stem cell treatment", [PRIOR]),
    ("E", "Inappropriate in-vitro MSC expansion", []),
    ("I", "Previous participation in the stem cell study, completed all visits", []),
    ("E", "White blood cells < 3.0", []),
    ("E", "Hypersensitivity to any component used in the cell culture", []),
    ("E", "Sickle cell disease", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), CELLS)
def test_earlier_cells(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected


EITHER = "riluzole not_taking_or_stable"
DRUGS = [
    ("I", "Not taking riluzole or on a stable dose for ≥ 30 days", [f"{EITHER} 30 days"]),
    ("I", "If taking riluzole, on a stable dose for at least thirty days", [f"{EITHER} 30 days"]),
    (
        "I",
        "Subjects taking riluzole must be on a stable dose for at least 8 weeks",
        [f"{EITHER} 56 days"],
    ),
    ("I", "Rilutek-naive or stable dose for 2 months", [f"{EITHER} 60 days"]),
    (
        "I",
        "For subjects who are under Riluzole treatment, those who have received stable dose of "
        "Riluzole for more than 28 days",
        [f"{EITHER} 28 days"],
    ),
    ("I", "Stable dose of riluzole for the past 30 days", ["riluzole required 30 days"]),
    (
        "I",
        "treatment with stable dose of riluzole for at least 1 month",
        ["riluzole required 30 days"],
    ),
    ("I", "Patients on stable treatment with riluzole for 30 days", ["riluzole required 30 days"]),
    ("E", "Elevated liver enzymes due to riluzole", []),
    ("I", "Concomitant use of riluzole is permitted if stable for 35 days", [f"{EITHER} 35 days"]),
    ("I", "Taking riluzole 50 mg twice daily", ["riluzole required"]),
    (
        "I",
        "Not taking riluzole/edaravone or on a stable dose for one month",
        ["edaravone not_taking_or_stable 30 days", f"{EITHER} 30 days"],
    ),
    ("E", "Use of RADICAVA within 30 days of screening", ["edaravone forbidden 30 days"]),
    ("E", "Treatment with Qalsody", ["tofersen forbidden"]),
    ("I", "Not taking edaravone", ["edaravone forbidden"]),
    (
        "E",
        "Newly treated with edaravone within 4 weeks",
        ["edaravone not_taking_or_stable 28 days"],
    ),
    ("E", "change in riluzole dose within 30 days", [f"{EITHER} 30 days"]),
    ("I", "Edaravone-naïve participants are permitted", []),
    ("E", "Known allergy to riluzole", []),
    ("I", "Patient is psychologically stable", []),
]


@pytest.mark.parametrize(("heading", "text", "expected"), DRUGS)
def test_the_als_drugs(heading: str, text: str, expected: list[str]) -> None:
    assert said(heading, text) == expected
