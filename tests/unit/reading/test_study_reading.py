"""The whole reading: its goals, what must never change it, and its time."""

import dataclasses
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.score.labelled import CELLS, OWN, SHARED, LabelledSet
from tests.score.report import measure
from trials.reading.study_reading import QUESTIONS, StudyReading, read_study
from trials.records import Identification, Intervention, StudyRecord

OURS = LabelledSet(OWN)
CASES = [record for row in OURS.rows(CELLS) if (record := OURS.record(row["nct_id"]))]
Rewriting = Callable[[str], str]
cases = st.sampled_from(CASES)
MIXED_CASE = 4  # shorter words may be abbreviations, where the case tells


def answers(reading: StudyReading) -> tuple[object, ...]:
    return tuple(getattr(reading, name).value for name in QUESTIONS)


def test_our_own_cases_reach_the_goals() -> None:
    report = measure(OURS)
    assert not report.missing
    assert report.below_goals == []


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/reading/labels is not here")
def test_the_shared_sets_reach_the_goals() -> None:
    assert measure(LabelledSet(SHARED)).below_goals == []


def rewritten(record: StudyRecord, change: Rewriting) -> StudyRecord:
    """The record with every text that the reading looks at changed alike."""
    parts = record.identification
    titles = dataclasses.replace(
        parts,
        brief_title=change(parts.brief_title),
        official_title=change(parts.official_title),
    )
    return dataclasses.replace(
        record,
        identification=titles,
        conditions=tuple(map(change, record.conditions)),
        brief_summary=change(record.brief_summary),
        detailed_description=change(record.detailed_description),
        interventions=tuple(
            dataclasses.replace(one, name=change(one.name), description=change(one.description))
            for one in record.interventions
        ),
        arm_groups=tuple(
            dataclasses.replace(one, label=change(one.label), description=change(one.description))
            for one in record.arm_groups
        ),
    )


class Change:
    """Swaps one sign or word form for another that means the same, here and there."""

    def __init__(self, data: st.DataObject, swaps: dict[str, list[str]]) -> None:
        self.data, self.swaps = data, swaps

    def __call__(self, text: str) -> str:
        for sign, others in self.swaps.items():
            text = text.replace(sign, self.data.draw(st.sampled_from([sign, *others])))
        return text


@given(cases, st.data())
def test_hyphens_spaces_and_escapes_never_change_an_answer(
    record: StudyRecord, data: st.DataObject
) -> None:
    swaps = {
        " ": ["  ", "\u00a0", "\u2009"],
        "-": ["\u2010", "\u2011", "\u2013", "\\-"],
        "+": ["\\+"],
        "'": ["\u2019"],
        "(": ["\\("],
    }
    changed = rewritten(record, Change(data, swaps))
    assert answers(read_study(changed)) == answers(read_study(record))


@given(cases, st.sampled_from([str.upper, str.lower, str.title]))
def test_the_case_of_full_words_never_changes_an_answer(
    record: StudyRecord, form: Rewriting
) -> None:
    def change(text: str) -> str:
        return " ".join(
            form(word) if len(word) > MIXED_CASE and word.isalpha() and word[1:].islower() else word
            for word in text.split(" ")
        )

    changed = rewritten(record, change)
    assert answers(read_study(changed)) == answers(read_study(record))


@given(
    cases,
    st.lists(
        st.sampled_from(
            [
                "The weather was fine.",
                "Visits take about two hours.",
                "A questionnaire on sleep is filled in.",
                "Blood pressure and weight are measured.",
            ]
        ),
        max_size=4,
    ),
)
def test_unrelated_text_never_changes_an_answer(record: StudyRecord, added: list[str]) -> None:
    text = "\n\n".join([record.detailed_description, *added])
    changed = dataclasses.replace(record, detailed_description=text)
    assert answers(read_study(changed)) == answers(read_study(record))


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_read(title: str, text: str) -> None:
    record = StudyRecord(
        identification=Identification(nct_id="NCT90000025", brief_title=title),
        brief_summary=text,
        interventions=(Intervention(name=text[:50], description=title),),
    )
    for name in QUESTIONS:
        for one in getattr(read_study(record), name).evidence:
            assert one.quote in (title, text) or one.quote in title + "\n" + text


@pytest.mark.parametrize(
    "words",
    [
        "Autologous bone marrow mesenchymal stem cells will be injected into the fluid. ",
        "stem cells ",
        "intra ",
        "a. ",
        "ALS of motor neuron disease such as ",
        "(-",
    ],
)
def test_a_text_of_a_megabyte_takes_seconds_at_most(words: str) -> None:
    record = StudyRecord(
        identification=Identification(nct_id="NCT90000026", brief_title="Stem cells in ALS"),
        detailed_description=words * (1_000_000 // len(words)),
    )
    started = time.perf_counter()
    read_study(record)
    assert time.perf_counter() - started < 20  # far above what a slow machine needs
