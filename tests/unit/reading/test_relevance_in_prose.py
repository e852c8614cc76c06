"""Given, measured or grown: titles and prose where no intervention names cells."""

from dataclasses import replace

import pytest

from tests.unit.reading.cell_studies import giving, titled
from trials.reading.study_reading import read_study
from trials.records import Design, Intervention, StudyRecord

Role = str


def role_of(record: StudyRecord) -> Role:
    return str(read_study(record).role.value)


@pytest.mark.parametrize(
    ("title", "summary", "role"),
    [
        # looked at, not given
        ("Monocytes of People With ALS", "They are counted in blood.", "cells_in_lab_only"),
        ("Blood Mononuclear Cells in ALS", "PBMC are phenotyped.", "cells_in_lab_only"),
        ("Circulating CD34+ Cells in ALS", "Their level is measured.", "cells_in_lab_only"),
        ("Vesicles in ALS", "Extracellular vesicles in serum are compared.", "no_cells"),
        ("Exosomes as Biomarkers of ALS", "", "no_cells"),
        # grown
        ("Blood for Lymphoblastoid Cell Lines in ALS", "", "cells_in_lab_only"),
        ("Skin in ALS", "Fibroblasts are cultured from a biopsy.", "cells_in_lab_only"),
        ("Marrow Stromal Cells of People With ALS In Vitro", "", "cells_in_lab_only"),
        # given
        ("Treatment of ALS", "Patients receive one infusion of their own MSC.", "stem_cells_given"),
        ("CAR-T in Lymphoma", "Their own CAR T cells are infused.", "other_cells_given"),
        ("Mesenchymal Stromal Cells for ALS", "", "stem_cells_given"),
        ("Regulatory T Cells for ALS", "", "other_cells_given"),
        # moved in the body
        ("Mobilization of Stem Cells by G-CSF in Infarction", "", "mobilises_own_cells"),
        ("Bone Marrow Stem Cell Mobilisation With Filgrastim", "", "mobilises_own_cells"),
        # neither said
        ("Mesenchymal Stem Cells and ALS", "", "None"),
    ],
)
def test_with_no_intervention_listed(title: str, summary: str, role: Role) -> None:
    assert role_of(titled(title, "ALS", summary=summary)) == role


@pytest.mark.parametrize(
    "title", ["Regulatory T Cells and ALS", "Mesenchymal Stem Cells in ALS", "Stem Cells, ALS"]
)
def test_a_study_that_only_observes_gives_no_cells_by_its_title(title: str) -> None:
    watched = replace(titled(title, "ALS"), design=Design(study_type="OBSERVATIONAL"))
    assert role_of(watched) in {"None", "cells_in_lab_only"}


@pytest.mark.parametrize(
    ("name", "summary", "role"),
    [
        ("QX-1", "Open label study of autologous mesenchymal stem cells (QX-1).", "stem"),
        ("QX-1", "QX-1 is an allogeneic neural stem cell product.", "stem"),
        ("QX-1", "QX-1, a suspension of Muse cells, is given.", "stem"),
        ("QX-1", "QX-1 consists of glial progenitor cells of a donor.", "stem"),
        ("QX-1", "Regulatory T cells called QX-1 are infused.", "other"),
        ("QX-1", "Infusion of QX-1 cells (expanded regulatory T cells).", "other"),
        ("QX-1", "QX-1 is an antibody that binds mesenchymal stem cells.", "no_cells"),
        ("QX-1", "QX-1 is given after stem cell transplantation.", "no_cells"),
        ("QX-1", "QX-1 is a small molecule that raises regulatory T cells.", "no_cells"),
    ],
)
def test_a_code_is_what_the_prose_says_it_is(name: str, summary: str, role: Role) -> None:
    kind = "DRUG" if role == "no_cells" else "BIOLOGICAL"
    wanted = role if role == "no_cells" else f"{role}_cells_given"
    assert role_of(giving(name, kind=kind, summary=summary)) == wanted


@pytest.mark.parametrize(
    ("title", "name", "kind", "role"),
    [
        ("Regulatory T Cells for ALS", "QX0803", "BIOLOGICAL", "other_cells_given"),
        ("Tregs to Treat ALS", "QX0803", "BIOLOGICAL", "other_cells_given"),
        ("Regulatory T Cells in ALS", "QX0803", "BIOLOGICAL", "None"),
        ("Regulatory T Cells in ALS", "Dimethyl fumarate", "DRUG", "no_cells"),
        ("Regulatory T Cells in ALS", "Interleukin-2", "BIOLOGICAL", "no_cells"),
        ("Fecal Transplantation and Tregs in ALS", "Stool", "BIOLOGICAL", "no_cells"),
        ("Number of Stem Cells in Excised Fat", "Liposuction", "PROCEDURE", "cells_in_lab_only"),
    ],
)
def test_immune_cells_in_a_title(title: str, name: str, kind: str, role: Role) -> None:
    offered = (Intervention(name=name, type=kind),)
    assert role_of(replace(titled(title, "ALS"), interventions=offered)) == role


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("Leukapheresis", "Tregs are isolated and expanded. No patient will be treated."),
        ("Leukapheresis", "T cells are grown for practice and are not returned to anyone."),
        ("Skin biopsy", "Fibroblasts are reprogrammed. No cells are given back."),
        ("Bone marrow aspiration", "Mesenchymal stem cells are compared in vitro."),
        ("Blood draw", "Cell lines are made and banked in a repository."),
    ],
)
def test_cells_that_stay_in_the_laboratory(name: str, summary: str) -> None:
    assert role_of(giving(name, kind="PROCEDURE", summary=summary)) == "cells_in_lab_only"


@pytest.mark.parametrize(
    ("conditions", "summary", "condition"),
    [
        (("Healthy Volunteers",), "The drug is being developed for people with ALS.", "not_als"),
        (("Healthy",), "A tablet for the treatment of ALS is taken once.", "not_als"),
        (("Muscle Spasticity",), "Spasticity in stroke and ALS is treated.", "als_among_others"),
        (("Sialorrhea",), "Drooling due to Parkinson disease or ALS.", "als_among_others"),
        (("Muscle Spasticity",), "Spasticity after stroke, unlike ALS, is treated.", "not_als"),
    ],
)
def test_who_is_enrolled_by_the_prose(
    conditions: tuple[str, ...], summary: str, condition: str
) -> None:
    reading = read_study(titled("A New Treatment", *conditions, summary=summary))
    assert reading.condition.value == condition
