"""What prose says of the cells of this study: route, donor, tissue, kind."""

import pytest

from tests.unit.reading.cell_studies import giving, titled
from trials.reading.study_reading import read_study


@pytest.mark.parametrize(
    ("summary", "route"),
    [
        # the subject is left out
        ("Marrow is taken from the hip, spun down, and injected intrathecally.", "intrathecal"),
        ("Fat is removed, the cells are grown, and then infused intravenously.", "intravenous"),
        # the noun is no kind of cell
        ("One intravenous infusion of the concentrate of bone marrow is given.", "intravenous"),
        # no verb
        ("Intrathecal and intravenous MSC in early disease.", "intrathecal|intravenous"),
        ("MSC: two doses via lumbar puncture.", "intrathecal"),
        ("Autologous MSC, intramuscular, in early disease.", "intramuscular"),
        ("Nose drops of MSC are tried.", "intranasal"),
        # places
        ("The MSC are injected into the participant's spinal cord.", "intraspinal"),
        ("Injections of MSC in the cervical spinal cord of people with ALS.", "intraspinal"),
        ("MSC will be injected into the anterior horns.", "intraspinal"),
        ("MSC are implanted in the motor cortex on both sides.", "intracerebral"),
        ("MSC are injected into the patient's arm and leg muscles.", "intramuscular"),
        ("MSC are infused into the subject's vein.", "intravenous"),
        ("Injections are made into the patient's thigh muscles.", "intramuscular"),
        # 'local' is no route beside an exact one
        ("MSC are given locally, by lumbar subarachnoid injection.", "intrathecal"),
        # of something else
        ("MSC are given. Placebo: saline, intravenous.", "not_stated"),
        ("MSC are given. An MRI with intravenous contrast is made.", "not_stated"),
        ("MSC are given. A lumbar puncture is done to collect spinal fluid.", "not_stated"),
        ("MSC are given. Edaravone may be taken intravenously.", "not_stated"),
        ("MSC are given. Nerve cells in the spinal cord are lost in ALS.", "not_stated"),
        ("MSC are given to people with spinal cord injury.", "not_stated"),
    ],
)
def test_the_route_in_prose(summary: str, route: str) -> None:
    reading = read_study(giving("MSC", "mesenchymal stem cells", summary=summary))
    assert "|".join(sorted(reading.route.value or ("?",))) == route


@pytest.mark.parametrize(
    ("summary", "donor"),
    [
        ("MSC are injected into the patient's spinal cord.", "not_stated"),
        ("MSC are implanted on the spinal cord of ALS patients.", "not_stated"),
        ("MSC are placed into the participant's skeletal muscle.", "not_stated"),
        ("MSC are grown from the participant's bone marrow.", "autologous"),
        ("MSC from bone marrow of the patient are returned.", "autologous"),
        ("Autologous or allogeneic MSC are given.", "both"),
        ("The trial compares allogeneic with autologous MSC.", "both"),
        ("Unlike autologous cells, the allogeneic MSC given here need no harvest.", "allogeneic"),
        ("Instead of autologous MSC, allogeneic MSC are given.", "allogeneic"),
        ("MSC of a relative of the patient are given.", "allogeneic"),
        ("MSC come from the same donor who gave the kidney.", "allogeneic"),
    ],
)
def test_the_donor_in_prose(summary: str, donor: str) -> None:
    reading = read_study(giving("MSC", "mesenchymal stem cells", summary=summary))
    assert str(reading.donor.value) == donor


@pytest.mark.parametrize(
    ("name", "summary", "donor"),
    [
        ("Neural stem cells", "Fetal neural stem cells go into the patient's brain.", "allogeneic"),
        ("Microinjection of fetal neural stem cells in the patient's cord", "", "allogeneic"),
        ("Neural stem cells", "Taken from the spinal cord of one fetus.", "allogeneic"),
    ],
)
def test_fetal_cells_are_a_donors(name: str, summary: str, donor: str) -> None:
    assert str(read_study(giving(name, summary=summary)).donor.value) == donor


def test_a_title_that_compares_both_donors() -> None:
    reading = read_study(titled("Allogeneic Versus Autologous MSC for ALS", "ALS"))
    assert reading.donor.value == "both"


@pytest.mark.parametrize(
    ("summary", "tissue"),
    [
        ("Transplant of peripheral stem cells from a donor.", "peripheral_blood"),
        (
            "Instead of a conventional bone marrow transplant, CD34+ peripheral blood stem cells"
            " are transplanted.",
            "peripheral_blood",
        ),
    ],
)
def test_the_tissue_of_a_transplant(summary: str, tissue: str) -> None:
    reading = read_study(giving("Hematopoietic stem cells", summary=summary))
    assert "|".join(reading.tissue.value or ("?",)) == tissue


@pytest.mark.parametrize(
    ("title", "summary", "kind"),
    [
        ("Stem Cell Treatment of ALS", "Effect of marrow mononuclear cells.", "mononuclear"),
        ("Stem Cells for ALS", "Safety of autologous mesenchymal stromal cells.", "mesenchymal"),
        ("Human Central Nervous System Stem Cells for ALS", "", "neural"),
        ("Stem Cells for ALS", "Mesenchymal cells helped mice.", "unspecified_stem"),
    ],
)
def test_the_summary_names_the_kind(title: str, summary: str, kind: str) -> None:
    reading = read_study(titled(title, "ALS", summary=summary))
    assert "|".join(reading.cell_type.value or ("?",)) == kind
