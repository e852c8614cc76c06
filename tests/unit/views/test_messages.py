"""What patients read: no verdicts, and words that a tired reader can take in."""

import pytest

from tests.messages import all_messages
from tests.readability import NEVER_OURS, grade

MESSAGES = all_messages()
LONG_ENOUGH_TO_GRADE = 8  # words; the formula means nothing for a label


def test_messages_are_found_in_code_and_templates() -> None:
    folders = {where.split("/")[0] for where, _message in MESSAGES}
    assert folders == {"trials", "templates"}
    assert len(MESSAGES) > 500


@pytest.mark.parametrize(("where", "message"), MESSAGES)
def test_no_message_judges_a_study(where: str, message: str) -> None:
    assert not NEVER_OURS.search(message), where


@pytest.mark.parametrize(
    ("where", "message"),
    [one for one in MESSAGES if len(one[1].split()) >= LONG_ENOUGH_TO_GRADE],
)
def test_no_message_needs_more_than_six_years_of_school(where: str, message: str) -> None:
    assert grade([message]) <= 6, where


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The cat sat on the mat.", -2, 1),
        ("Ask your own doctor before you pay or travel.", 2, 6),
        (
            "Participants demonstrating progressive neurological deterioration necessitate "
            "comprehensive multidisciplinary evaluation.",
            20,
            50,
        ),
    ],
)
def test_the_grade_tells_plain_from_hard(text: str, low: float, high: float) -> None:
    assert low <= grade([text]) <= high


@pytest.mark.parametrize("text", ["It is safe.", "free of charge", "You are eligible", "a scam"])
def test_words_of_judgement_are_caught(text: str) -> None:
    assert NEVER_OURS.search(text)


@pytest.mark.parametrize("text", ["cell-free product", "safety board", "freely", "unsafe"])
def test_words_that_only_look_alike_are_not(text: str) -> None:
    assert not NEVER_OURS.search(text)
