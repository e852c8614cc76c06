"""The worker's line of /health/running: when the last task ended, also by a wrong clock."""

from datetime import UTC, datetime, timedelta

import pytest

from trials.views.health.running import told

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
MINUTE, YEAR = timedelta(minutes=1), timedelta(days=365)


@pytest.mark.parametrize(
    ("ended", "is_well", "words"),
    [
        ([], False, "no task has ended yet, 0 waiting; no worker or no beat"),
        ([-3], True, "last task ended 3 min ago, 0 waiting"),
        ([-600, -3], True, "last task ended 3 min ago, 0 waiting"),
        ([0.5], True, "last task ended 0 min ago, 0 waiting"),
        ([-30], False, "last task ended 30 min ago, 0 waiting; no worker or no beat"),
    ],
)
def test_a_task_that_ended_lately_is_well(ended: list[float], is_well: bool, words: str) -> None:
    line = told([NOW + each * MINUTE for each in ended], waiting=0, now=NOW)
    assert (line.is_well, line.words) == (is_well, words)


@pytest.mark.parametrize("ahead", [1.1 * MINUTE, YEAR])
def test_a_task_that_ended_in_the_future_proves_nothing(ahead: timedelta) -> None:
    line = told([NOW + ahead, NOW - 40 * MINUTE], waiting=0, now=NOW)
    assert not line.is_well
    assert line.words.startswith("last task ended 40 min ago, 0 waiting")
    assert "in the future" in line.words
    assert "a clock is wrong, or was" in line.words


def test_what_ended_by_the_right_clock_is_well_beside_it() -> None:
    line = told([NOW + YEAR, NOW - MINUTE], waiting=0, now=NOW)
    assert line.is_well
    assert "future" not in line.words


def test_where_all_ended_in_the_future() -> None:
    line = told([NOW + YEAR], waiting=2, now=NOW)
    assert not line.is_well
    assert line.words == (
        "no task has ended yet, 2 waiting; no worker; "
        "a task ended in the future: a clock is wrong, or was"
    )
