"""What a study does with cells, by tables of wording."""

import pytest

from tests.unit.reading.cell_studies import giving, titled
from trials.reading.study_reading import read_study
from trials.records import ArmGroup, Eligibility, Identification, Intervention, StudyRecord


@pytest.mark.parametrize(
    ("name", "about", "role"),
    [
        ("Mesenchymal stem cells", "", "stem_cells_given"),
        ("intrathecal injection", "of bone marrow mononuclear cells", "stem_cells_given"),
        ("QX-1", "QX-1 is a suspension of neural progenitor cells", "stem_cells_given"),
        ("umbilical cord blood", "", "stem_cells_given"),
        ("Lenzumestrocel", "", "stem_cells_given"),
        ("NurOwn", "", "stem_cells_given"),
        ("Autologous Tregs", "", "other_cells_given"),
        ("CAR-T", "", "other_cells_given"),
        ("tisagenlecleucel", "", "other_cells_given"),
        ("Olfactory ensheathing cells", "", "other_cells_given"),
        ("MSC-derived exosomes", "", "cell_free_product"),
        ("Conditioned medium of adipose stem cells", "", "cell_free_product"),
        ("Filgrastim", "", "mobilises_own_cells"),
        ("Skin biopsy", "to make induced pluripotent stem cell lines", "cells_in_lab_only"),
        ("Riluzole", "", "no_cells"),
        ("Fecal microbiota transplantation", "", "no_cells"),
        ("Exercise", "for candidates for hematopoietic stem cell transplantation", "no_cells"),
        ("Interleukin-2", "expands regulatory T cells", "no_cells"),
        ("Drug", "an antibody against T lymphocytes", "no_cells"),
    ],
)
def test_the_intervention_decides(name: str, about: str, role: str) -> None:
    assert read_study(giving(name, about)).role.value == role


@pytest.mark.parametrize(
    "name",
    ["Mesenchymal stem cells", "Bone marrow mononuclear cells", "Autologous CD34+ cells"],
)
@pytest.mark.parametrize("kind", ["BIOLOGICAL", "DRUG", "PROCEDURE", "OTHER", "DEVICE", "GENETIC"])
def test_cells_hide_under_every_type(name: str, kind: str) -> None:
    assert read_study(giving(name, kind=kind)).role.value == "stem_cells_given"


@pytest.mark.parametrize(
    "title",
    [
        "Drug X After Autologous Stem Cell Transplantation",
        "Yoga in Stem Cell Transplant Recipients",
        "Prophylaxis in Allogeneic Hematopoietic Stem Cell Transplantation",
        "MRI of People Previously Treated With Mesenchymal Stem Cells",
        "Knowledge of Stem Cell Therapy Among People With ALS",
        "A Drug to Increase Regulatory T Cells",
        "Aggressive NK-cell Leukemia and Drug X",
        "T-cell Phenotypes in ALS",
    ],
)
def test_a_title_that_only_speaks_of_cells(title: str) -> None:
    record = StudyRecord(
        identification=Identification(nct_id="NCT90000022", brief_title=title),
        interventions=(Intervention(name="Pravastatin", type="DRUG"),),
    )
    assert read_study(record).role.value == "no_cells"


def test_exclusion_criteria_and_placebo_give_nothing() -> None:
    record = StudyRecord(
        identification=Identification(nct_id="NCT90000023", brief_title="Drug X in ALS"),
        interventions=(
            Intervention(name="Drug X", type="DRUG"),
            Intervention(name="Placebo", description="without mesenchymal stem cells"),
        ),
        eligibility=Eligibility(
            eligibility_criteria="Exclusion Criteria:\n\n* earlier mesenchymal stem cells"
        ),
    )
    assert read_study(record).role.value == "no_cells"


def test_arms_speak_where_interventions_do_not() -> None:
    record = StudyRecord(
        identification=Identification(nct_id="NCT90000024", brief_title="Treatment of ALS"),
        arm_groups=(
            ArmGroup(
                label="Group 1", type="EXPERIMENTAL", description="receives neural stem cells"
            ),
            ArmGroup(label="Group 2", type="SHAM_COMPARATOR", description="sham, no stem cells"),
        ),
        interventions=(Intervention(name="Surgery", type="PROCEDURE"),),
    )
    assert read_study(record).role.value == "stem_cells_given"


def test_torn_between_readings_it_abstains() -> None:
    followed_up = titled("Long-term Follow-up of People Treated With Mesenchymal Stem Cells", "ALS")
    reading = read_study(followed_up)
    assert reading.role.is_abstention
    assert reading.cell_type.is_abstention


def test_every_answer_shows_its_words() -> None:
    reading = read_study(giving("Riluzole"))
    assert reading.role.evidence[0].quote == "Riluzole"
    assert reading.cell_type.value == ("none",)
