"""The registry's texts keep their bullets, numbers and paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from trials.views.presenters.prose import Block, Line, prose


def test_criteria_keep_headings_bullets_and_depth() -> None:
    text = "Inclusion Criteria:\n\n1. Age >= 18\n2. Vital capacity\n   * measured twice\n\nEnd."
    assert prose(text) == (
        Block((Line("Inclusion Criteria:"),), is_list=False),
        Block(
            (
                Line("Age >= 18", 0, "1."),
                Line("Vital capacity", 0, "2."),
                Line("measured twice", 1),
            ),
            is_list=True,
        ),
        Block((Line("End."),), is_list=False),
    )


def test_a_wrapped_line_is_joined_to_its_bullet() -> None:
    assert prose("* one\n  and more")[0].lines == (Line("one and more", 0),)


def test_a_minus_or_a_number_within_a_sentence_starts_no_list() -> None:
    assert not prose("-20 degrees and 1.5 times")[0].is_list


def test_nothing_gives_nothing() -> None:
    assert prose("") == prose(" \n ") == ()


@given(st.text(alphabet="ab*- \n1.)•", max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(line.text for block in prose(text) for line in block.lines)
    assert [sign for sign in shown if sign in "ab"] == [sign for sign in text if sign in "ab"]
