"""Answers of 'My situation': whatever is typed, they come back as they went."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from trials.reading.fit import Drug, Person, Ventilation
from trials.records import PartialDate
from trials.views.fit.answers import Answer, Answers, from_text, to_text
from trials.views.fit.person import person_of
from trials.views.fit.posted import controls, posted
from trials.views.fit.questions import FIELDS, QUESTIONS, DateField, Question
from trials.views.fit.values import Wrong, WrongAnswer, checked
from trials.views.presenters.fit.asking import ASKING
from trials.views.presenters.fit.question import question_page

TODAY = date(2026, 11, 22)
TYPED = st.one_of(
    st.text(max_size=12),
    st.integers(-5, 3000).map(str),
    st.sampled_from(["yes", "no", "none", "svc", "noninvasive", "FEMALE", "SOD1", "62,5 %"]),
)


@st.composite
def forms(draw: st.DrawFn) -> tuple[Question, QueryDict]:
    question = draw(st.sampled_from(QUESTIONS))
    data = QueryDict(mutable=True)
    for field in question.fields:
        for name in controls(field):
            data.setlist(name, draw(st.lists(TYPED, max_size=2)))
    return question, data


@settings(deadline=None)  # the first page loads the words
@given(forms())
def test_any_form_is_an_answer_or_a_fault_and_keeps_what_was_typed(
    form: tuple[Question, QueryDict],
) -> None:
    question, data = form
    told = posted(question, data, today=TODAY)
    assert set(told.wrong) <= {field.name for field in question.fields}
    page = question_page(question, Answers(), told=told if told.wrong else None, is_lost=False)
    assert len(page.faults) == len(told.wrong)
    if not told.wrong:
        answers = Answers().changed(question, told.answer)
        assert from_text(to_text(answers), today=TODAY) == answers
        assert isinstance(person_of(answers), Person)
        assert answers.undone().by_slug == {}


@given(st.text(max_size=60) | st.just("[1,{},[1]]") | st.just('[1,{"age":{"sex":"MALE"}},null]'))
def test_no_text_of_a_cookie_is_an_error(text: str) -> None:
    assert from_text(text, today=TODAY) in (None, Answers())


@pytest.mark.parametrize(
    ("name", "text", "means"),
    [
        ("age", "61", "61"),
        ("vital_capacity_percent", " 62,50 %", "62.5"),
        ("diagnosis", "2024", "2024"),
        ("diagnosis", "2024-05", "2024-05"),
        ("diagnosis", "2026-11", "2026-11"),
        ("ventilation", "invasive noninvasive", "noninvasive invasive"),
    ],
)
def test_what_can_be_read(name: str, text: str, means: str) -> None:
    assert checked(FIELDS[name], text, today=TODAY) == means


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("age", "٦١", Wrong.NOT_A_NUMBER),
        ("age", "6 1", Wrong.NOT_A_NUMBER),
        ("age", "1e2", Wrong.NOT_A_NUMBER),
        ("age", "0", Wrong.OUT_OF_RANGE),
        ("alsfrs_total", "48.5", Wrong.NOT_WHOLE),
        ("diagnosis", "2024-00", Wrong.NOT_A_DATE),
        ("diagnosis", "1899", Wrong.NOT_A_DATE),
        ("diagnosis", "2026-11-23", Wrong.IN_THE_FUTURE),
        ("diagnosis", "2026-12", Wrong.IN_THE_FUTURE),
        ("ventilation", "none invasive", Wrong.NONE_AND_MORE),
        ("gene", "BRCA1", Wrong.NO_CHOICE),
    ],
)
def test_what_cannot(name: str, text: str, wrong: Wrong) -> None:
    with pytest.raises(WrongAnswer) as caught:
        checked(FIELDS[name], text, today=TODAY)
    assert caught.value.wrong is wrong
    assert text not in str(caught.value)


def test_the_person_is_what_was_answered() -> None:
    answers = Answers(
        {
            "first-weakness": Answer({"first_weakness": "2024-05"}),
            "riluzole": Answer({"riluzole": "yes", "riluzole_since": "2025"}),
            "breathing-help": Answer({"ventilation": "noninvasive", "noninvasive_hours": "7.5"}),
            "gene": Answer(is_unknown=True),
            "feeding-tube": Answer({"feeding_tube": "no"}),
        }
    )
    assert person_of(answers) == Person(
        first_weakness=PartialDate(2024, 5),
        riluzole=Drug(is_taken=True, since=PartialDate(2025)),
        ventilation=(Ventilation.NONINVASIVE,),
        noninvasive_hours=7.5,
        feeding_tube=False,
    )


def test_no_help_to_breathe_is_not_the_same_as_no_answer() -> None:
    none = Answers({"breathing-help": Answer({"ventilation": "none"})})
    assert person_of(none).ventilation == ()
    assert person_of(Answers()).ventilation is None


def test_every_field_of_a_person_is_asked_and_every_question_worded() -> None:
    asked = {name.removesuffix("_since") for name in FIELDS}
    assert asked == set(Person.__dataclass_fields__)
    assert [one.slug for one in QUESTIONS] == list(ASKING)
    assert all(isinstance(FIELDS[name], DateField) for name in FIELDS if name.endswith("_since"))
