"""Type, tissue, donor and route, by tables of wording."""

import pytest

from tests.unit.reading.cell_studies import giving
from trials.reading.study_reading import StudyReading, read_study


def shown(reading: StudyReading) -> str:
    lists = [
        "|".join(answer.value or ("?",))
        for answer in (reading.cell_type, reading.tissue, reading.route)
    ]
    return " ".join([lists[0], lists[1], str(reading.donor.value), lists[2]])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("hUC-MSCs", "mesenchymal umbilical_cord not_stated not_stated"),
        ("hUCMSC", "mesenchymal umbilical_cord not_stated not_stated"),
        ("WJ-MSC", "mesenchymal umbilical_cord not_stated not_stated"),
        ("Umbilical cord blood-derived MSC", "mesenchymal cord_blood not_stated not_stated"),
        ("HB-adMSCs", "mesenchymal adipose not_stated not_stated"),
        ("Autologous BM-MSC IT", "mesenchymal bone_marrow autologous intrathecal"),
        ("Allogenic bone marrow stromal cells", "mesenchymal bone_marrow allogeneic not_stated"),
        ("Mesenchymal Bone Marrow Stromal Cells", "mesenchymal bone_marrow not_stated not_stated"),
        ("MSC-NTF cells (IM)", "mesenchymal_ntf not_stated not_stated intramuscular"),
        ("BMSC", "unspecified_stem bone_marrow not_stated not_stated"),
        ("Adipose-derived stem cells", "unspecified_stem adipose not_stated not_stated"),
        ("Adipose derived regenerative cells", "vascular_fraction adipose not_stated not_stated"),
        ("Stromal vascular fraction", "vascular_fraction not_stated not_stated not_stated"),
        ("PBMC", "mononuclear peripheral_blood not_stated not_stated"),
        ("Bone marrow aspirate concentrate", "mononuclear bone_marrow not_stated not_stated"),
        ("CD133+ cells", "haematopoietic not_stated not_stated not_stated"),
        (
            "Human spinal cord derived neural stem cells",
            "neural fetal_neural allogeneic not_stated",
        ),
        ("Glial-restricted progenitors", "glial_progenitor not_stated not_stated not_stated"),
        (
            "hESC-derived astrocytes into the cerebrospinal fluid by injection",
            "pluripotent_derived embryonic_line allogeneic intrathecal",
        ),
        ("Autologous iPSC-derived neurons", "pluripotent_derived ipsc autologous not_stated"),
        ("Muse cells", "muse not_stated not_stated not_stated"),
        ("Exosomes from adipose MSC, nose drops", "vesicles adipose not_stated intranasal"),
        ("Haplo-identical NK cells", "other_immune not_stated allogeneic not_stated"),
        ("MSC in stage IV disease", "mesenchymal not_stated not_stated not_stated"),
        ("MSC and G-CSF", "mesenchymal not_stated not_stated not_stated"),
        ("Intra-arterial MSC", "mesenchymal not_stated not_stated intraarterial"),
        ("MSC i.v.", "mesenchymal not_stated not_stated intravenous"),
        ("MSC on allogeneic bone graft", "mesenchymal not_stated not_stated not_stated"),
    ],
)
def test_the_name_of_the_product(name: str, wanted: str) -> None:
    assert shown(read_study(giving(name))) == wanted


@pytest.mark.parametrize(
    ("summary", "wanted"),
    [
        ("Cells are isolated from the adipose tissue of each patient.", "adipose autologous"),
        ("The patients undergo bone marrow aspiration.", "bone_marrow autologous"),
        (
            "Healthy donors give bone marrow, from which the cells are grown.",
            "bone_marrow allogeneic",
        ),
        (
            "Mesenchymal stem cells can be isolated from bone marrow or fat.",
            "not_stated not_stated",
        ),
        ("Bone marrow stem cells helped mice.", "not_stated not_stated"),
        ("Recipients of a kidney of a living donor take part.", "not_stated not_stated"),
        ("Earlier studies used autologous bone marrow cells.", "not_stated not_stated"),
    ],
)
def test_prose_is_read_where_it_speaks_of_this_product(summary: str, wanted: str) -> None:
    reading = read_study(giving("Mesenchymal stem cells", summary=summary))
    assert f"{'|'.join(reading.tissue.value or ())} {reading.donor.value}" == wanted


@pytest.mark.parametrize(
    ("about", "summary", "route"),
    [
        ("intraspinal delivery", "by lumbar puncture into the cerebrospinal fluid", "intrathecal"),
        ("intraspinal injection after laminectomy", "", "intraspinal"),
        ("intraspinally and then intrathecally", "", "intrathecal|intraspinal"),
        ("injected into the cervical spinal cord", "", "intraspinal"),
        ("into the lateral ventricle through a burr hole", "", "intraventricular"),
        ("placed in the motor cortex", "", "intracerebral"),
        ("60 million cells; methotrexate 12 mg intrathecal on day 1", "", "not_stated"),
        ("infusion", "", "not_stated"),
        ("given once", "Intravenous infusion of cells in mice helped.", "not_stated"),
        ("implanted into the bone defect", "", "local"),
        ("IT IS GIVEN ONCE", "", "not_stated"),
    ],
)
def test_the_route_is_that_of_the_cells(about: str, summary: str, route: str) -> None:
    reading = read_study(
        giving("Stem cells", about, summary=summary and f"Cells are given {summary}")
    )
    assert "|".join(reading.route.value or ()) == route
