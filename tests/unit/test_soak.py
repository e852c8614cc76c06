"""What the soak makes of what it saw: a log's lines, memory, and what explains an error."""

import random

import pytest

from tests.records import Json, all_examples, studies
from tests.soak.answers import explains
from tests.soak.disturbances import Away
from tests.soak.faults_met import faults_met, met_in_words
from tests.soak.memory import is_growing
from tests.soak.readers import ANOTHER_PAGE, is_well
from tests.soak.registry_days import CHANGED, RegistryDays
from tests.soak.traces import lines_of
from tests.stand_in import Fault, StandIn
from tests.stand_in.release import nct_id_of
from tests.unit.stand_in.asking import ask

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
    ("outcome", "is_so"),
    [("200", True), ("301", False), ("404", False), ("500", False), (ANOTHER_PAGE, False)],
)
def test_a_reader_is_content_with_the_page_itself_alone(outcome: str, is_so: bool) -> None:
    assert is_well(outcome) is is_so


def test_faults_are_counted_where_an_answer_had_them() -> None:
    with StandIn(studies(25)) as registry:
        registry.largest_page = 10
        for fault in (Fault.TOKEN_DIES, Fault.BLOCKED, Fault.EMPTY):
            registry.faults.add(fault)
        ask(registry, "/version")
        ask(registry, pageSize=200)

        met = faults_met(registry.requests)

    assert met == {"blocked": 1, "empty": 1}
    assert met_in_words(met) == f"2 of 2 of {len(Fault)} kinds: blocked 1, empty 1"


def test_a_day_changes_some_records_and_one_is_gone_till_the_next() -> None:
    before = {nct_id_of(record): record for record in all_examples()}
    with StandIn(all_examples()) as registry:
        days = RegistryDays(registry, chance=random.Random(1))
        days.move_on()
        one_day = {nct_id_of(record): record for record in registry.records}
        days.move_on_whole()
        next_day = {nct_id_of(record) for record in registry.records}
    changed = [record for nct_id, record in one_day.items() if record != before[nct_id]]
    assert len(before.keys() - one_day.keys()) == 1
    assert CHANGED - 1 <= len(changed) <= CHANGED
    assert {updated(record) for record in changed} == {"2026-11-21"}
    assert next_day == before.keys()


def updated(record: Json) -> str:
    return str(record["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"]["date"])


@pytest.mark.parametrize(
    ("outcome", "away", "is_explained"),
    [
        ("503", {Away.POSTGRES}, True),
        ("503", {Away.REDIS}, False),
        ("500", {Away.POSTGRES, Away.WEB}, False),
        ("ConnectionRefusedError", {Away.WEB}, True),
        ("TimeoutError", {Away.POSTGRES}, False),
        ("404", {Away.POSTGRES, Away.WEB}, False),
        (ANOTHER_PAGE, {Away.POSTGRES, Away.WEB}, False),
    ],
)
def test_only_what_was_away_explains_an_error(
    outcome: str, away: set[Away], is_explained: bool
) -> None:
    assert explains(outcome, away) is is_explained
