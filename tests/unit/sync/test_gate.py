"""The gate refuses answers that would cost readers what they had."""

from dataclasses import replace

import pytest

from trials.sync.gate import Answer, GateRefused, check

GOOD = Answer(seen=100, set_aside=1, total_count=100, shown=50, lost=1)


def test_a_good_answer_passes() -> None:
    check(GOOD, max_lost_share=0.1)


def test_a_first_answer_passes() -> None:
    check(Answer(seen=3, set_aside=0, total_count=3, shown=0, lost=0), max_lost_share=0.1)


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (replace(GOOD, seen=0, total_count=0, set_aside=0), "empty"),
        (replace(GOOD, seen=90), "announced 100"),
        (replace(GOOD, set_aside=30), "could not be read"),
        (replace(GOOD, lost=6), "would be lost"),
        (replace(GOOD, shown=2, lost=2), "would be lost"),
    ],
)
def test_a_poor_answer_is_refused_with_the_reason(answer: Answer, word: str) -> None:
    with pytest.raises(GateRefused, match=word):
        check(answer, max_lost_share=0.1)


def test_one_study_of_few_may_leave() -> None:
    check(replace(GOOD, shown=5, lost=1), max_lost_share=0.1)
