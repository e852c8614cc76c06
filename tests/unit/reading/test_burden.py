"""What taking part asks of a body: real and likely wording, and what must not be read."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.shared import shared_als_records, shared_record
from tests.unit.reading.field_text import text_at
from trials.reading.burden import Burden, BurdenKind, read_burden
from trials.records import ArmGroup, Identification, Intervention, StudyRecord
from trials.registry.translate import translate

K = BurdenKind


def told(text: str, *, title: str = "") -> StudyRecord:
    return StudyRecord(
        identification=Identification(nct_id="NCT90000001", brief_title=title),
        detailed_description=text,
    )


def real(nct_id: str) -> StudyRecord:
    record, _ = translate(shared_record(nct_id))
    assert record is not None
    return record


def kinds(record: StudyRecord) -> set[BurdenKind]:
    return {burden.kind for burden in read_burden(record)}


def only(record: StudyRecord, kind: BurdenKind) -> Burden:
    [burden] = [burden for burden in read_burden(record) if burden.kind is kind]
    return burden


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("All patients undergo bone marrow aspiration one month before.", K.MARROW_HARVEST),
        ("Bone-marrow will be harvested from the patient.", K.MARROW_HARVEST),
        ("Cells are obtained from 50 ml of the patient's bone marrow.", K.MARROW_HARVEST),
        ("Patients will have a fat biopsy of the abdomen.", K.FAT_BIOPSY),
        ("Participants undergo mini-liposuction on day 0.", K.FAT_BIOPSY),
        ("Subjects undergo leukapheresis at the start.", K.LEUKAPHERESIS),
        ("Patients undergo leucapheresis at the start.", K.LEUKAPHERESIS),
        ("The cells are given via a standard lumbar puncture.", K.LUMBAR_PUNCTURE),
        ("Cells will be injected intrathecally.", K.LUMBAR_PUNCTURE),
        ("Cells are placed in the subarachnoid space.", K.LUMBAR_PUNCTURE),
        ("A laminectomy is done at the level of T4.", K.SPINAL_SURGERY),
        ("Intraspinal injection of cells at the cervical level.", K.SPINAL_SURGERY),
        ("Cells are transplanted into the lumbar spinal cord.", K.SPINAL_SURGERY),
        ("A burr hole is made on one side.", K.BRAIN_SURGERY),
        ("Injected unilaterally into the hand area of the motor cortex.", K.BRAIN_SURGERY),
        ("Cells are given by stereotaxis.", K.BRAIN_SURGERY),
        ("Cells are injected into the lateral ventricle.", K.BRAIN_SURGERY),
        ("Cells are implanted into the corona radiata of the frontal lobes.", K.BRAIN_SURGERY),
        (
            "Surgical implantation of human neural stem cells directly into the spinal cord.",
            K.SPINAL_SURGERY,
        ),
        ("Autologous marrow is harvested from the iliac crest.", K.MARROW_HARVEST),
        ("The operation takes place under general anesthesia.", K.GENERAL_ANAESTHETIC),
        ("The operation takes place under light general anaesthesia.", K.GENERAL_ANAESTHETIC),
        ("Participants will receive tacrolimus and mycophenolate mofetil.", K.IMMUNOSUPPRESSION),
        ("Basiliximab is given on the day of surgery.", K.IMMUNOSUPPRESSION),
        ("All will take immunosuppressive drugs for six months.", K.IMMUNOSUPPRESSION),
        ("There is a run-in period of three months.", K.RUN_IN),
        ('A "run in period" of 3 months comes first.', K.RUN_IN),
        ("Patients are followed for 3 months before bone marrow aspiration.", K.RUN_IN),
        ("Controls have a sham lumbar puncture.", K.SHAM_OR_PLACEBO_PROCEDURE),
        ("Intrathecal infusion of placebo.", K.SHAM_OR_PLACEBO_PROCEDURE),
        ("Intravenous administration of placebo.", K.SHAM_OR_PLACEBO_PROCEDURE),
        ("Combined intramuscular and intrathecal placebo.", K.SHAM_OR_PLACEBO_PROCEDURE),
        ("There are 12 study visits.", K.VISITS),
        ("There will be 10 visits to the clinic in total.", K.VISITS),
    ],
)
def test_reads_what_a_study_does(text: str, kind: BurdenKind) -> None:
    assert kind in kinds(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "No immunosuppression is used.",
        "Patients receive the cells without immunosuppression.",
        "Patients are given cells, not immunosuppressive drugs.",
        "Cells are delivered without opening the skull or going into the motor cortex.",
        "The absence of immunosuppression is planned.",
        "Cells are given without general anaesthesia.",
        "The procedure does not require immunosuppressive therapy.",
        "Immunosuppressive drugs are not given.",
        "Tacrolimus will not be used in this study.",
        "There is no run-in period.",
        "Local or general anesthesia is used.",
        "Mesenchymal cells have immunosuppressive properties.",
        "Immunosuppressive therapy within 6 weeks of screening.",
        "Contraindication to lumbar puncture.",
        "Exclusion criteria: cannot have a lumbar puncture. A laminectomy in the past.",
        "Exclusion Criteria:\nbone marrow aspiration not possible",
        "In mice, intrathecal injection slowed the disease.",
        "Previous trials used a laminectomy.",
        "Many studies have shown that intrathecal infusion is well tolerated.",
        "Fat is taken from healthy donors by abdominal lipoaspiration.",
        "Bone marrow is harvested from healthy donors.",
        "Mesenchymal cells can be isolated from bone marrow.",
        "There will be 5 follow-up visits.",
        "There are up to 7 study visits.",
        "Placebo capsules are taken by mouth.",
        "Once weekly administration of placebo.",
        "For the next two visits people come in the morning.",
        "There are 4 study visits. There are 6 study visits.",
        "The spinal cord is where motor neurons die.",
    ],
)
def test_reads_nothing_where_nothing_is_said_to_be_done(text: str) -> None:
    assert read_burden(told(text)) == ()


def test_never_reads_eligibility() -> None:
    record = told("")
    criteria = "Inclusion Criteria:\nwilling to undergo repeated lumbar punctures and a laminectomy"
    asked = replace(record, eligibility=replace(record.eligibility, eligibility_criteria=criteria))
    assert read_burden(asked) == ()


def test_own_marrow_or_fat_in_a_title_means_that_it_is_taken() -> None:
    assert kinds(told("", title="Autologous Bone Marrow Stem Cells in ALS")) == {K.MARROW_HARVEST}
    assert kinds(told("", title="Autologous Adipose-derived Cells in ALS")) == {K.FAT_BIOPSY}


def test_cells_kept_from_before_need_no_new_harvest() -> None:
    title = "Autologous Bone Marrow Stem Cells in ALS"
    assert read_burden(told("Cells were cryopreserved in the main trial.", title=title)) == ()


def test_donor_marrow_is_not_the_patients() -> None:
    title = "Allogeneic Bone Marrow Stem Cells in ALS"
    assert read_burden(told("The bone marrow aspirate is expanded for weeks.", title=title)) == ()


def test_intraspinal_said_of_the_spinal_fluid_is_no_operation() -> None:
    text = "Intraspinal delivery of cells by lumbar puncture."
    assert kinds(told(text)) == {K.LUMBAR_PUNCTURE}


def test_intrathecal_by_a_pump_or_reservoir_is_no_lumbar_puncture() -> None:
    assert read_burden(told("Intrathecal infusion through an Ommaya reservoir.")) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Patients receive 2 intrathecal MSC injections.", 2),
        ("Four intrathecal (IT) administrations of cells.", 4),
        ("Patients get three lumbar punctures.", 3),
        ("A single intrathecal dose.", 1),
        ("Two injections of cells intrathecally.", 2),
        ("2 times by intrathecal administration with 28 days interval.", 2),
        ("Cells are given intrathecally twice.", 2),
        ("They receive 3 intrathecal transplantations of cells or placebo.", 3),
        ("One or two intrathecal injections.", None),
        ("Up to three intrathecal injections.", None),
        ("One intrathecal dose followed by a second one.", None),
        ("Two additional intrathecal injections.", None),
        ("An intrathecal dose of 50 million cells.", None),
        ("Two intrathecal doses (low and high) will be compared.", None),
    ],
)
def test_counts_only_what_is_plainly_the_whole(text: str, count: int | None) -> None:
    assert only(told(text), K.LUMBAR_PUNCTURE).count == count


def test_counts_that_disagree_are_no_count() -> None:
    record = told("Patients get two intrathecal injections. Patients get 4 intrathecal injections.")
    assert only(record, K.LUMBAR_PUNCTURE).count is None


def two_arms(**facts: str) -> StudyRecord:
    """A cells arm and a placebo arm; ``facts`` are the descriptions of their treatments."""
    return StudyRecord(
        identification=Identification(nct_id="NCT90000002"),
        arm_groups=(
            ArmGroup(label="Cells", type="EXPERIMENTAL"),
            ArmGroup(label="Control", type="PLACEBO_COMPARATOR"),
        ),
        interventions=tuple(
            Intervention(name=name, description=text, arm_group_labels=(name.title(),))
            for name, text in facts.items()
        ),
    )


def test_names_the_arm_that_bears_it() -> None:
    record = two_arms(cells="Given by lumbar puncture.", control="Usual care.")
    assert only(record, K.LUMBAR_PUNCTURE).who == "Cells"


def test_what_both_arms_bear_is_for_everybody() -> None:
    record = replace(
        two_arms(cells="Given by lumbar puncture."),
        detailed_description="All patients undergo a lumbar puncture.",
    )
    assert only(record, K.LUMBAR_PUNCTURE).who == ""


def test_a_placebo_is_never_for_everybody() -> None:
    record = two_arms(cells="Cells.", control="Intrathecal injection of placebo.")
    assert only(record, K.SHAM_OR_PLACEBO_PROCEDURE).who == "Control"


def test_a_group_named_in_the_sentence() -> None:
    record = told("Group 1: single intrathecal dose.\nGroup 3: intrathecal dose, then a second.")
    assert [(one.who, one.count) for one in read_burden(record)] == [
        ("Group 1", 1),
        ("Group 3", None),
    ]


def test_a_sham_arm_of_the_registry() -> None:
    record = StudyRecord(
        identification=Identification(nct_id="NCT90000003"),
        arm_groups=(ArmGroup(label="Cells"), ArmGroup(label="Sham", type="SHAM_COMPARATOR")),
    )
    burden = only(record, K.SHAM_OR_PLACEBO_PROCEDURE)
    assert (burden.who, burden.evidence.quote) == ("Sham", "SHAM_COMPARATOR")


REAL = {
    "NCT01051882": {K.MARROW_HARVEST, K.LUMBAR_PUNCTURE, K.RUN_IN},
    "NCT01142856": {K.FAT_BIOPSY, K.LUMBAR_PUNCTURE},
    "NCT01609283": {K.FAT_BIOPSY, K.LUMBAR_PUNCTURE},
    "NCT01759784": {K.MARROW_HARVEST, K.BRAIN_SURGERY},
    "NCT02017912": {
        K.MARROW_HARVEST,
        K.LUMBAR_PUNCTURE,
        K.RUN_IN,
        K.SHAM_OR_PLACEBO_PROCEDURE,
    },
    "NCT02290886": {K.FAT_BIOPSY, K.SHAM_OR_PLACEBO_PROCEDURE},
    "NCT02492516": set(),
    "NCT02881476": {K.LUMBAR_PUNCTURE},
    "NCT02917681": {K.MARROW_HARVEST, K.LUMBAR_PUNCTURE, K.RUN_IN},
    "NCT03828123": {K.MARROW_HARVEST, K.LUMBAR_PUNCTURE},
    "NCT04514952": {K.FAT_BIOPSY},
    "NCT04681118": {K.LUMBAR_PUNCTURE},
    "NCT04821479": {K.MARROW_HARVEST, K.LUMBAR_PUNCTURE, K.GENERAL_ANAESTHETIC, K.RUN_IN},
    "NCT05003921": {K.LUMBAR_PUNCTURE},
}


@pytest.mark.shared_records
@pytest.mark.parametrize(("nct_id", "expected"), REAL.items())
def test_real_als_studies(nct_id: str, expected: set[BurdenKind]) -> None:
    assert kinds(real(nct_id)) == expected


@pytest.mark.shared_records
def test_evidence_is_verbatim_and_short() -> None:
    for payload in shared_als_records():
        record, _ = translate(payload)
        assert record is not None
        for burden in read_burden(record):
            assert burden.evidence.quote in text_at(record, burden.evidence.field)
            assert 0 < len(burden.evidence.quote) <= 160


UNRELATED = st.sampled_from(
    [" The weather was fine.", "\nContact the office.", " ALSFRS-R is measured.", "\n\nThank you."]
)


@given(unrelated=UNRELATED, upper=st.booleans())
def test_unrelated_text_and_letter_case_change_nothing(unrelated: str, upper: bool) -> None:
    text = "All patients undergo bone marrow aspiration. They get two intrathecal injections."
    read = read_burden(told((text.upper() if upper else text) + unrelated))
    assert [(one.kind, one.count) for one in read] == [
        (K.MARROW_HARVEST, None),
        (K.LUMBAR_PUNCTURE, 2),
    ]


@given(st.text(max_size=400))
def test_reads_any_text_without_an_error(text: str) -> None:
    for burden in read_burden(told(text)):
        assert burden.evidence.quote in text


@pytest.mark.parametrize(
    "piece", ["a", "bone marrow ", "not ", " ", "lumbar puncture. ", "x.y", "injection of placebo "]
)
def test_time_grows_in_step_with_the_text(piece: str) -> None:
    started = time.process_time()
    read_burden(told(piece * (1_000_000 // len(piece))))
    assert time.process_time() - started < 5
