"""How the rows on oversight answer: yes and no only where the question is one of yes or no."""

import pytest

from tests.unit.reading.studies import US, record
from trials.reading.signals import read_oversight
from trials.records import Oversight, SiteRecord, StudyRecord
from trials.views.presenters.study.oversight import oversight_lines


def answers(study: StudyRecord) -> dict[str, str]:
    """Title -> answer of every row."""
    return {line.title: line.answer for line in oversight_lines(read_oversight(study))}


@pytest.mark.parametrize(
    ("locations", "answer"),
    [((), "Not stated: ask"), (US, "Stated"), (US * 2, "Stated")],
)
def test_a_number_is_no_yes_and_no_no(locations: tuple[SiteRecord, ...], answer: str) -> None:
    assert answers(record(locations=locations))["Number of places"] == answer


@pytest.mark.parametrize(
    ("has_dmc", "answer"),
    [(True, "Stated: yes"), (False, "Stated: no"), (None, "Not stated: ask")],
)
def test_a_board_is_there_or_not(has_dmc: bool | None, answer: str) -> None:
    study = record(oversight=Oversight(oversight_has_dmc=has_dmc))
    assert answers(study)["Safety board"] == answer
