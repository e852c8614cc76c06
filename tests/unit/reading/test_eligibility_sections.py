"""Headings, bullets, groups and sentences: under what, and for whom, a criterion stands."""

import pytest

from tests.unit.reading.eligibility_said import all_shown
from trials.reading.eligibility import (
    maximum_age,
    minimum_age,
    read_criteria_text,
    read_eligibility,
    sex,
    split_criteria,
)
from trials.records import Age, Eligibility, Identification, StudyRecord

INCLUSION = [
    "Inclusion Criteria:",
    "Inclusion:",
    "INCLUSION CRITERIA",
    "[Inclusion Criteria]",
    "\\[Inclusion Criteria\\]",
    "Main Inclusion Criteria:",
    "Key inclusion criteria",
    "**Inclusion Criteria:**",
    "Inclusion Criteria for ALS patients:",
    "1. Inclusion Criteria",
    "A. Inclusion criteria:",
    "Inclusion Criteriar:",
    "Criteria for inclusion:",
    "Patients must meet all of the following:",
]
EXCLUSION = [
    "Exclusion Criteria:",
    "Exclusion:",
    "EXCLUSION CRITERIA",
    "[Exclusion Criteria]",
    "Key Exclusion Criteria",
    "Non-inclusion criteria:",
    "Exclusion Criteria (any of these):",
    "Criteria for exclusion:",
    "Patients will be excluded if they have:",
    "Not eligible:",
]
UNSTATED = ["", "Eligibility Criteria:", "About the study", "Notes:"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [(heading, "inclusion") for heading in INCLUSION]
    + [(heading, "exclusion") for heading in EXCLUSION]
    + [(heading, "unstated") for heading in UNSTATED],
)
def test_every_spelling_of_a_heading(heading: str, section: str) -> None:
    (one,) = read_criteria_text(f"{heading}\n\n* ALSFRS-R ≥ 30")
    assert one.section == section


def test_a_heading_in_the_middle_of_a_line_opens_its_section() -> None:
    text = "Inclusion Criteria: 1. FVC ≥ 60% 2. ALSFRS-R ≥ 30 Exclusion Criteria: 1. Tracheostomy"
    assert [one.section for one in read_criteria_text(text)] == ["inclusion"] * 2 + ["exclusion"]


def test_words_about_criteria_are_no_heading() -> None:
    text = (
        "Inclusion Criteria:\n\n* Meets one of the following exclusion criteria:\n"
        "* Time since onset of weakness > 36 months"
    )
    assert all_shown(read_criteria_text(text)) == ["onset_time > 36 months @weakness"]


def test_each_bullet_is_a_sentence_with_its_section_and_heading() -> None:
    text = "Inclusion Criteria:\n\n1. ALS\n2. FVC > 50%\n\nExclusion Criteria:\n\n* Cancer. Asthma."
    split = split_criteria(text)
    assert [(one.text, one.section) for one in split] == [
        ("ALS", "inclusion"),
        ("FVC > 50%", "inclusion"),
        ("Cancer.", "exclusion"),
        ("Asthma.", "exclusion"),
    ]
    assert split[-1].heading == "Exclusion Criteria:"
    assert all(text[one.start :].startswith(one.text) for one in split)


def test_abbreviations_and_numbers_do_not_end_a_sentence() -> None:
    text = "Use of anticoagulants (e.g. warfarin) within approx. 1.5 years vs. never"
    assert [one.text for one in split_criteria(text)] == [text]


def test_a_groups_criterion_says_whose_it_is() -> None:
    text = (
        "Inclusion Criteria:\n\nCohort A:\n* ALSFRS-R ≥ 30\n\nCohort B:\n* ALSFRS-R ≥ 20\n"
        "\nAll patients:\n* FVC ≥ 50%"
    )
    assert [one.group for one in read_criteria_text(text)][:2] == ["Cohort A", "Cohort B"]


def test_a_group_may_be_named_in_the_sentence() -> None:
    (one,) = read_criteria_text(
        "Inclusion Criteria:\n\n* Positive for SOD1 mutation (SOD1 ALS only)"
    )
    assert one.group == "SOD1 ALS only"


def test_what_holds_for_every_group_holds_for_everybody() -> None:
    text = "Inclusion Criteria:\n\nGroup 1:\n* FVC ≥ 50%\n\nGroup 2:\n* FVC ≥ 50%"
    (one,) = read_criteria_text(text)
    assert one.group == ""


@pytest.mark.parametrize("group", ["Healthy controls:", "Caregivers:", "Healthy volunteers:"])
def test_criteria_of_people_without_als_are_split_but_not_read(group: str) -> None:
    text = f"Exclusion Criteria:\n\n{group}\n* Pregnancy"
    assert read_criteria_text(text) == ()
    assert split_criteria(text)[0].group == group.rstrip(":")


def test_a_control_group_is_of_patients() -> None:
    assert len(read_criteria_text("Inclusion Criteria:\n\nControl group:\n* FVC ≥ 50%")) == 1


def test_a_criterion_carries_its_words() -> None:
    text = "Inclusion Criteria:\n\n* FVC \\> 60% of predicted"
    (one,) = read_criteria_text(text)
    assert one.quote in text
    assert one.sentence == "FVC \\> 60% of predicted"
    assert one.field == "eligibility.eligibility_criteria"
    assert one.rule


def test_a_quote_of_a_long_sentence_stays_short_and_verbatim() -> None:
    text = "Patients " + "who are seen at the clinic " * 20 + "with FVC ≥ 60% " + "and more " * 30
    (one,) = read_criteria_text(text)
    assert len(one.quote) <= 160
    assert one.quote in text
    assert "FVC ≥ 60%" in one.quote


def _study(criteria: str, *, summary: str = "", description: str = "") -> StudyRecord:
    return StudyRecord(
        identification=Identification(nct_id="NCT90000001"),
        brief_summary=summary,
        detailed_description=description,
        eligibility=Eligibility(
            eligibility_criteria=criteria,
            minimum_age=Age(18, "year"),
            maximum_age=None,
            sex="ALL",
        ),
    )


def test_a_limit_that_stands_only_in_a_description_counts_and_says_so() -> None:
    study = _study("Inclusion Criteria:\n\n* ALS", summary="Patients must have FVC above 60%.")
    (one,) = read_eligibility(study)
    assert (one.field, one.section) == ("brief_summary", "unstated")


def test_the_criteria_text_comes_before_a_description() -> None:
    criteria = "Inclusion Criteria:\n\n* FVC ≥ 50%\n* disease duration < 2 years"
    told = (
        "Patients are recruited no more than 1 year from diagnosis; they must have FVC above 70%."
    )
    study = _study(criteria, description=told)
    assert {one.field for one in read_eligibility(study)} == {"eligibility.eligibility_criteria"}


@pytest.mark.parametrize(
    "told",
    [
        "Most patients die within 5 years after diagnosis.",
        "Symptoms began within 3 years in half of the animals.",
        "FVC fell by more than 20% in the placebo arm.",
        "Pregnant women and people with a tracheostomy or cancer are excluded.",
    ],
)
def test_a_description_of_the_disease_is_no_criterion(told: str) -> None:
    assert read_eligibility(_study("", description=told)) == ()


def test_ages_and_sex_are_the_fields_own() -> None:
    study = _study("Inclusion Criteria:\n\n* Age 20 to 60 years")
    assert (minimum_age(study), maximum_age(study), sex(study)) == (Age(18, "year"), None, "ALL")
    assert read_eligibility(study) == ()
