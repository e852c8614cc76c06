"""Whom a study enrols, by tables of wording."""

import pytest

from tests.unit.reading.cell_studies import titled
from trials.reading.relevance.condition import read_condition
from trials.records import Eligibility, Mesh, MeshTerm, StudyRecord


def condition(record: StudyRecord) -> str | None:
    return read_condition(record).value


@pytest.mark.parametrize(
    "name",
    [
        "Amyotrophic Lateral Sclerosis",
        "AMYOTROPHIC LATERAL SCLEROSIS",
        "Amyotropic Lateral Sclerosis",
        "Amyothrophic Lateral Sclerosis",
        "Amyotrophic Sclerosis Lateral",
        "Lateral Sclerosis, Amyotrophic",
        "Sclérose Latérale Amyotrophique",
        "Esclerosis lateral amiotrófica",
        "Lou Gehrig's Disease",
        "ALS",
        "Sporadic ALS",
        "Motor Neuron Disease",
        "Motor neurone diseases",
        "Motor Neuron Disease, Amyotrophic Lateral Sclerosis",
    ],
)
def test_als_by_its_names(name: str) -> None:
    assert condition(titled("A study", name)) == "als"


@pytest.mark.parametrize(
    "name",
    [
        "Primary Lateral Sclerosis",
        "Progressive Muscular Atrophy",
        "Spinal Muscular Atrophy Type II",
        "Kennedy's Disease",
        "Spinal and Bulbar Muscular Atrophy",
        "X-linked Spinobulbar Muscular Atrophy",
        "Werdnig-Hoffmann Disease",
        "Hirayama Disease",
    ],
)
def test_another_motor_neuron_disease(name: str) -> None:
    assert condition(titled("A study", name)) == "mnd_other"
    assert condition(titled(f"A study of {name}", name, "Motor Neuron Disease")) == "mnd_other"


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("ALS and BLS crews", "Advanced life support (ALS) by paramedics."),
        ("Children and ALS", "Acid-labile subunit (ALS) and IGFBP-3 in growth."),
        ("ALS system in liver failure", "An artificial liver support (ALS) device."),
        ("Training for ALS providers", "Simulated resuscitation."),
        ("Neuralgic amyotrophy and pain", ""),
        ("Multiple sclerosis and walking", ""),
        ("Home care in dementia", "Unlike diseases such as ALS or motor neuron disease."),
    ],
)
def test_the_letters_and_words_that_mean_something_else(title: str, summary: str) -> None:
    assert condition(titled(title, summary=summary)) == "not_als"


def test_letters_alone_in_a_title_leave_it_open() -> None:
    assert condition(titled("The ALS project")) is None
    assert condition(titled("A trial in ALS")) == "als"
    assert condition(titled("ALS patients and sleep")) == "als"


@pytest.mark.parametrize(
    "others",
    [
        ("Parkinson Disease",),
        ("Frontotemporal Dementia",),
        ("Spinal Cord Injuries", "Stroke"),
        ("Spinal Muscular Atrophy",),
        ("Pompe Disease; Muscular Dystrophies",),
    ],
)
def test_als_among_others(others: tuple[str, ...]) -> None:
    record = titled("A study", "Amyotrophic Lateral Sclerosis", *others)
    assert condition(record) == "als_among_others"


@pytest.mark.parametrize(
    "beside",
    [
        ("Motor Neuron Disease", "Neuromuscular Diseases", "Nervous System Diseases"),
        ("Respiratory Insufficiency", "Dysphagia"),
        ("Healthy Volunteers",),
        ("Primary Lateral Sclerosis", "Progressive Bulbar Palsy"),
        ("SOD1 Gene Mutation",),
    ],
)
def test_wider_words_symptoms_and_forms_are_no_other_disease(beside: tuple[str, ...]) -> None:
    assert condition(titled("A study", "Amyotrophic Lateral Sclerosis", *beside)) == "als"


def test_people_who_are_only_named_in_the_text() -> None:
    wide = titled(
        "Breathing study",
        "Neuromuscular Diseases",
        summary="Patients with amyotrophic lateral sclerosis or muscular dystrophy.",
    )
    assert condition(wide) == "als_among_others"
    included = StudyRecord(
        identification=wide.identification,
        conditions=("Neuromuscular Diseases",),
        eligibility=Eligibility(
            eligibility_criteria="Inclusion: diagnosed with motor neuron disease or myopathy"
        ),
    )
    assert condition(included) == "als_among_others"


def test_an_exclusion_enrols_nobody() -> None:
    record = StudyRecord(
        identification=titled("Gait").identification,
        conditions=("Neuropathy",),
        eligibility=Eligibility(
            eligibility_criteria="Exclusion Criteria:\n\n* patients with motor neuron disease"
        ),
    )
    assert condition(record) == "not_als"


def test_the_registrys_mesh_term_stands_in_for_a_spelling_we_miss() -> None:
    record = StudyRecord(
        identification=titled("A study").identification,
        conditions=("Amyotr. lat. scl.",),
        mesh=Mesh(conditions=(MeshTerm(id="D000690", term="Amyotrophic Lateral Sclerosis"),)),
    )
    answer = read_condition(record)
    assert answer.value == "als"
    assert answer.evidence[0].rule == "als: MeSH D000690"
