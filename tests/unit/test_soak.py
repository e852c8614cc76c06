"""What the soak makes of what it saw: a log's lines, memory, and what explains an error."""

import pytest

from tests.soak.disturbances import Away
from tests.soak.memory import is_growing
from tests.soak.readers import explains
from tests.soak.traces import lines_of

MINE = """2026-11-23 00:25:08,001 ERROR django.request [abc123] : Internal Server Error
Traceback (most recent call last):
ValueError: what went wrong
"""
THEIRS = """2026-11-23 00:25:08,002 INFO trialfinder.access [def456]: GET search 200 3 ms
"""


def test_lines_of_one_request_are_found_between_those_of_others() -> None:
    assert lines_of("abc123", THEIRS + MINE + THEIRS) == MINE


@pytest.mark.parametrize("request_id", ["", "nobody"])
def test_where_no_id_came_there_are_no_lines(request_id: str) -> None:
    assert lines_of(request_id, MINE + THEIRS) == ""


@pytest.mark.parametrize(
    ("taken", "grows"),
    [
        ([100] * 20, False),
        ([50, 80, 90, 95, 100, *[100] * 15], False),
        (list(range(100, 160, 3)), True),
        ([100, 140], False),
    ],
    ids=["flat", "warms up", "leaks", "too few"],
)
def test_memory_grows_where_its_end_holds_more_than_its_beginning(
    taken: list[int], grows: bool
) -> None:
    assert is_growing(taken) is grows


@pytest.mark.parametrize(
    ("outcome", "away", "is_explained"),
    [
        ("503", {Away.POSTGRES}, True),
        ("503", {Away.REDIS}, False),
        ("500", {Away.POSTGRES, Away.WEB}, False),
        ("ConnectionRefusedError", {Away.WEB}, True),
        ("TimeoutError", {Away.POSTGRES}, False),
    ],
)
def test_only_what_was_away_explains_an_error(
    outcome: str, away: set[Away], is_explained: bool
) -> None:
    assert explains(outcome, away) is is_explained
