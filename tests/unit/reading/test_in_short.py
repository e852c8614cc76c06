"""In short: one paragraph from structured fields, for every kind of record."""

import string
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.messages import messages_in
from tests.readability import NEVER_OURS, RATING, grade
from tests.records.shared import shared_als_records, shared_near_misses
from tests.unit.reading.studies import ABROAD, US, day, record
from trials.reading.in_short import in_short, messages
from trials.reading.wording import Sentence, Words
from trials.records import (
    Agency,
    ArmGroup,
    Design,
    OverallStatus,
    PartialDate,
    SiteRecord,
    Sponsors,
    Status,
    StudyRecord,
)
from trials.registry.translate import translate

TODAY = date(2026, 11, 22)
READ: dict[str, Any] = {
    "condition": "als",
    "role": "stem_cells_given",
    "cell_type": ("mesenchymal",),
    "tissue": ("bone_marrow",),
    "donor": "autologous",
    "route": ("intrathecal", "intravenous"),
}
NOT_READ: dict[str, Any] = dict.fromkeys(READ)


def sentences(study: StudyRecord, **answers: Any) -> tuple[Sentence, ...]:
    return in_short(study, **{**READ, "today": TODAY, **answers})


def said(study: StudyRecord, **answers: Any) -> str:
    """The paragraph in English, codes left as they are."""
    return " ".join(
        one.template.format(
            **{name: ", ".join(v.codes) if isinstance(v, Words) else v for name, v in one.values}
        )
        for one in sentences(study, **answers)
    )


TRIAL = Design(
    study_type="INTERVENTIONAL",
    phases=("PHASE1", "PHASE2"),
    intervention_model="PARALLEL",
    masking="DOUBLE",
    who_masked=("PARTICIPANT", "INVESTIGATOR"),
    allocation="RANDOMIZED",
    enrollment_count=24,
    enrollment_type="ESTIMATED",
)
RECRUITING = Status(
    overall_status="RECRUITING",
    status_verified_date=PartialDate.parse("2026-10"),
    start_date=day("2025-03-01", "ACTUAL"),
    completion_date=day("2027-12", "ESTIMATED"),
)
STUDY = record(
    design=TRIAL,
    status=RECRUITING,
    sponsors=Sponsors(lead_sponsor=Agency(name="Example University")),
    locations=US + ABROAD,
    arm_groups=(ArmGroup(label="P", type="PLACEBO_COMPARATOR"),),
)


def test_a_trial_in_one_paragraph() -> None:
    assert said(STUDY) == (
        "This is a trial. It is in phases 1 and 2: it looks at harms, and for first signs of "
        "help. It is for people with ALS. The treatment that it tests: mesenchymal. The cells "
        "come from bone_marrow. The cells are the person's own. The way in: intrathecal, "
        "intravenous. It says that it is looking for people now. The record was last checked by "
        "those who run it: 2026-10. It is run by Example University. It lists 2 places, in US, "
        "IT. It plans for 24 people. Some people get a placebo, which has none of the treatment "
        "in it. Those who take part do not know what they get. Start date: 2025-03-01. Planned "
        "end date: 2027-12."
    )


def test_expanded_access_has_no_phase_dates_or_number() -> None:
    access = record(
        design=Design(study_type="EXPANDED_ACCESS", expanded_access_types=("individual",)),
        status=Status(overall_status="AVAILABLE"),
    )
    words = said(access)
    assert "expanded access program" in words
    assert "The treatment: mesenchymal." in words
    assert "phase" not in words
    assert "date" not in words
    assert "{" not in words


def test_observational_study_watches() -> None:
    words = said(record(design=Design(study_type="OBSERVATIONAL")), role="cells_in_lab_only")
    assert "watches people" in words
    assert "No cells are given back." in words
    assert "phase" not in words


def test_withdrawn_before_anyone_joined() -> None:
    words = said(
        record(
            design=Design(
                study_type="INTERVENTIONAL", enrollment_count=0, enrollment_type="ACTUAL"
            ),
            status=Status(overall_status="WITHDRAWN", start_date=day("2014-03")),
        )
    )
    assert "It was called off before anyone joined." in words
    assert "date" not in words
    assert "0" not in words


def test_delisted_comes_first_with_its_day() -> None:
    first = sentences(STUDY, delisted_since=date(2026, 11, 1))[0]
    assert first.named == {"date": PartialDate(2026, 11, 1)}


def test_facts_without_places_say_no_more_than_that() -> None:
    assert "No place is listed here." in said(record())


def test_one_unknown_country_leaves_all_countries_out() -> None:
    odd = record(locations=(*US, SiteRecord(city="Somewhere", country="Atlantis")))
    assert "It lists 2 places." in said(odd)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"condition": "als_among_others"}, "for people with other illnesses"),
        ({"condition": "mnd_other"}, "another motor neuron disease"),
        ({"role": "other_cells_given", "cell_type": ("regulatory_t",)}, "not stem cells"),
        ({"role": "cell_free_product", "cell_type": ("vesicles",)}, "holds no living cells"),
        ({"role": "mobilises_own_cells"}, "No cells are given."),
        ({"donor": "allogeneic"}, "from a donor"),
        ({"donor": "both"}, "some are from a donor"),
        ({"donor": "not_stated"}, "does not say whose cells"),
        ({"route": ("not_stated",)}, "does not say how the treatment is given"),
        ({"cell_type": None, "role": None}, "We could not tell"),
    ],
)
def test_says_what_was_read(answers: dict[str, Any], words: str) -> None:
    assert words in said(STUDY, **answers)


def test_an_abstention_is_not_talked_about() -> None:
    words = said(STUDY, **NOT_READ)
    assert "whose cells" not in words
    assert "The way in" not in words
    assert "people with ALS" not in words


def test_no_cells_given_says_nothing_of_tissue_or_route() -> None:
    words = said(STUDY, role="no_cells")
    assert "No cells are given." in words
    assert "bone_marrow" not in words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status(overall_status="UNKNOWN", last_known_status="RECRUITING"), "was: RECRUITING."),
        (Status(overall_status="A_NEW_WORD"), "Its status on the registry is: A_NEW_WORD."),
        (
            Status(overall_status="RECRUITING", status_verified_date=PartialDate(2024, 10)),
            "No one has confirmed this since 2024-10",
        ),
        (
            Status(overall_status="RECRUITING", status_verified_date=PartialDate(2024, 12)),
            "last checked by those who run it: 2024-12.",
        ),
        (
            Status(overall_status="COMPLETED", status_verified_date=PartialDate(2012, 5)),
            "last checked by those who run it: 2012-05.",
        ),
    ],
)
def test_status_with_its_freshness(status: Status, words: str) -> None:
    assert words in said(record(status=status))


@pytest.mark.parametrize("status", OverallStatus)
def test_every_status_of_the_registry_has_its_sentence(status: OverallStatus) -> None:
    assert messages.STATUSES[status] in said(record(status=Status(overall_status=status)))


@pytest.mark.parametrize(
    ("count", "kind", "status", "words"),
    [
        (12, "ACTUAL", "COMPLETED", "12 people joined."),
        (1, "ACTUAL", "COMPLETED", "One person joined."),
        (0, "ACTUAL", "TERMINATED", "No one joined."),
        (12, "ESTIMATED", "RECRUITING", "It plans for 12 people."),
        (12, "ESTIMATED", "UNKNOWN", "It was planned for 12 people."),
        (12, "", "COMPLETED", "The number of people in the record is 12."),
    ],
)
def test_number_of_people(count: int, kind: str, status: str, words: str) -> None:
    design = Design(enrollment_count=count, enrollment_type=kind)
    assert words in said(record(design=design, status=Status(overall_status=status)))


@pytest.mark.parametrize(
    ("start", "kind", "words"),
    [
        ("2025-03", "ACTUAL", "Start date: 2025-03."),
        ("2025-03", "", "Start date: 2025-03."),
        ("2025", "ACTUAL", "Start date: 2025."),
        ("2027-03", "ESTIMATED", "Planned start date: 2027-03."),
        ("2027-03", "", "Planned start date: 2027-03."),
        ("2022-12", "ESTIMATED", "Planned start date: 2022-12. That day has passed."),
        ("2026-11", "ESTIMATED", "Planned start date: 2026-11."),
    ],
)
def test_dates_keep_their_precision_and_kind(start: str, kind: str, words: str) -> None:
    assert said(record(status=Status(start_date=day(start, kind)))).endswith(words)


def test_masking_in_words() -> None:
    def with_design(**facts: Any) -> str:
        return said(record(design=Design(**facts)))

    assert "All know who gets what." in with_design(masking="NONE")
    assert "There is no group to compare with." in with_design(intervention_model="SINGLE_GROUP")
    assert "Some of the study team" in with_design(masking="SINGLE", who_masked=("INVESTIGATOR",))
    assert "know" not in with_design()
    sham = said(record(arm_groups=(ArmGroup(label="S", type="SHAM_COMPARATOR"),)))
    assert "steps that only look like the treatment" in sham


def test_a_name_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    study = record(sponsors=Sponsors(lead_sponsor=Agency(name="Bioinova, s.r.o.")))
    assert "It is run by Bioinova, s.r.o. " in said(study)


@pytest.mark.parametrize("message", messages_in(messages))
def test_messages_are_plain_and_judge_nothing(message: str) -> None:
    assert not NEVER_OURS.search(message)
    assert not RATING.search(message)
    assert grade([message]) <= 6


@pytest.mark.shared_records
def test_every_real_record_has_a_paragraph_of_filled_sentences() -> None:
    for payload in (*shared_als_records(), *shared_near_misses()):
        study, _ = translate(payload)
        assert study is not None
        for one in sentences(study):
            names = {name for _, name, _, _ in string.Formatter().parse(one.template) if name}
            assert names == set(one.named)


@given(
    status=st.sampled_from([*OverallStatus, "", "NEW"]),
    phases=st.lists(st.sampled_from(["NA", "PHASE1", "PHASE9"]), max_size=2).map(tuple),
    count=st.one_of(st.none(), st.integers(0, 10**8)),
)
def test_any_mixture_of_facts_reads(
    status: str, phases: tuple[str, ...], count: int | None
) -> None:
    design = Design(study_type="INTERVENTIONAL", phases=phases, enrollment_count=count)
    assert "{" not in said(record(design=design, status=Status(overall_status=status)))
