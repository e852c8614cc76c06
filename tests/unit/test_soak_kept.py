"""What the soak holds for kept: lists, alerts, corrections and changes, each with what is wrong."""

from typing import Any

import pytest

from tests.records import study
from tests.soak.alerts_found import sent_twice, wrong_alerts
from tests.soak.chains import fault_of, first_facts, wrong_chains
from tests.soak.corrections_found import wrong_corrections
from tests.soak.followed import AlertRow, Followed, Said
from tests.soak.list_steps import (
    ListState,
    Step,
    deleted,
    moving_up,
    noting,
    removing,
    saving,
)
from tests.soak.lists_found import lists_in, wrong_lists
from tests.soak.open_question import Open
from tests.soak.run_counts import wrong_counts

A, B, C = "NCT90000001", "NCT90000002", "NCT90000003"
ONE: ListState = ((A, ""),)
TWO = ((A, "first"), (B, ""))


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (ONE, saving(B), ((A, ""), (B, ""))),
        (TWO, saving(A), TWO),
        (TWO, noting(B, "new"), ((A, "first"), (B, "new"))),
        (TWO, noting(C, "new"), TWO),
        (TWO, moving_up(B), ((B, ""), (A, "first"))),
        (TWO, moving_up(A), TWO),
        (TWO, moving_up(C), TWO),
        (TWO, removing(A), ((B, ""),)),
        (TWO, deleted, None),
        (None, saving(A), None),
        (None, noting(A, "new"), None),
        (None, moving_up(A), None),
        (None, removing(A), None),
    ],
)
def test_each_form_changes_a_list_as_its_page_says(
    before: ListState, step: Step, after: ListState
) -> None:
    assert step(before) == after


def test_a_step_without_an_answer_leaves_two_states_until_it_is_answered() -> None:
    state = Open(frozenset({ONE}))
    state.tried(saving(B))
    assert state.possible == {ONE, ((A, ""), (B, ""))}
    state.done(saving(B))
    assert state.possible == {((A, ""), (B, ""))}


def test_lists_are_read_in_their_order_and_empty_ones_too() -> None:
    rows = [("one", A, "first"), ("one", B, ""), ("two", None, None)]
    assert lists_in(rows) == {"one": TWO, "two": ()}


@pytest.mark.parametrize(
    ("found", "nameless", "is_wrong"),
    [
        ({"mine": TWO}, [], False),
        ({}, [], True),
        ({"mine": ((A, "first"),)}, [], True),
        ({"mine": ((A, "fir"), (B, ""))}, [], True),
        ({"mine": TWO, "other": ((C, ""),)}, [C], False),
        ({"mine": TWO, "other": ((C, ""),)}, [], True),
        ({"mine": TWO, "other": ()}, [C], True),
        ({"mine": TWO, "other": ((C, ""),), "third": ((C, ""),)}, [C], True),
    ],
    ids=[
        *("as answered", "lost", "a study lost", "half a note", "a save without an answer"),
        *("of nobody", "half a list", "twice what was sent once"),
    ],
)
def test_a_list_is_one_of_those_it_may_be(
    found: dict[str, Any], nameless: list[str], is_wrong: bool
) -> None:
    assert bool(wrong_lists(found, {"mine": {TWO}}, nameless)) is is_wrong


def test_a_list_that_was_deleted_has_to_be_gone() -> None:
    assert wrong_lists({}, {"mine": {None}}, []) == []
    assert wrong_lists({"mine": TWO}, {"mine": {None}}, [A]) != []


PENDING: AlertRow = ("pending", A, "day")
ACTIVE: AlertRow = ("active", A, "day")


@pytest.mark.parametrize(
    ("followed", "alerts", "is_so"),
    [
        (Followed("p", A, "day", asks=1), [PENDING], True),
        (Followed("p", A, "day", asks=1), [], False),
        (Followed("p", A, "day", asks=1), [PENDING, PENDING], False),
        (Followed("p", A, "day", asks=1), [ACTIVE], False),
        (Followed("p", A, "day", asks=1), [("pending", B, "day")], False),
        (Followed("p", A, "day", asks=1), [("pending", A, "week")], False),
        (Followed("p", A, "day", tries=1), [], True),
        (Followed("p", A, "day", asks=1, tries=1), [PENDING, PENDING], True),
        (Followed("p", A, "day", asks=1, tries=1, confirmed=Said.DONE), [ACTIVE], True),
        (Followed("p", A, "day", asks=1, tries=1, confirmed=Said.DONE), [ACTIVE, PENDING], False),
        (Followed("p", A, "day", asks=1, confirmed=Said.DONE), [PENDING], False),
        (Followed("p", A, "day", asks=1, confirmed=Said.UNSURE), [PENDING], True),
        (Followed("p", A, "day", asks=1, confirmed=Said.UNSURE), [ACTIVE], True),
        (Followed("p", A, "day", asks=1, confirmed=Said.UNSURE), [], False),
        (Followed("p", A, "day", asks=1, confirmed=Said.DONE, ended=Said.DONE), [], True),
        (Followed("p", A, "day", asks=1, confirmed=Said.DONE, ended=Said.DONE), [ACTIVE], False),
        (Followed("p", A, "day", asks=1, confirmed=Said.DONE, ended=Said.UNSURE), [ACTIVE], True),
        (Followed("p", A, "day", asks=1, confirmed=Said.DONE, ended=Said.UNSURE), [PENDING], False),
    ],
)
def test_an_address_has_the_alerts_that_its_answers_allow(
    followed: Followed, alerts: list[AlertRow], is_so: bool
) -> None:
    assert followed.allows(alerts) is is_so


def test_an_alert_of_nobody_and_a_mail_that_came_twice_are_named() -> None:
    assert wrong_alerts([("x@example.org", *PENDING)], {}) == ["alerts of nobody: x@example.org"]
    assert sent_twice(["<1>", "<2>", "<1>"]) == ["mail <1> came twice"]


@pytest.mark.parametrize(
    ("found", "said", "is_wrong"),
    [
        ([(A, "donor", "both", "Read")], Said.DONE, False),
        ([], Said.DONE, True),
        ([], Said.UNSURE, False),
        ([(A, "donor", "both", "Read")], Said.UNSURE, False),
        ([(A, "donor", "none", "Read")], Said.DONE, True),
        ([(A, "donor", "both", "Read"), (B, "donor", "both", "Read")], Said.DONE, True),
    ],
)
def test_a_correction_stands_as_it_was_entered(
    found: list[tuple[str, ...]], said: Said, is_wrong: bool
) -> None:
    entered = (A, "donor")
    assert bool(wrong_corrections([*found], {entered: said}, {entered: "both"})) is is_wrong


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([("old", "middle"), ("middle", "new")], ""),
        ([("old", "new")], ""),
        ([("middle", "new")], "change 1 begins at"),
        ([("old", "new"), ("old", "new")], "change 2 begins at"),
        ([("old", "old"), ("old", "new")], "changes nothing"),
        ([("old", "middle")], "the study says 'new'"),
        ([], "the study says 'new'"),
    ],
    ids=["two", "one", "a lost first", "told twice", "no change", "a lost last", "never told"],
)
def test_changes_lead_from_the_first_value_to_today_s(
    links: list[tuple[str, str]], words: str
) -> None:
    fault = fault_of("old", links, "new")
    assert words in fault
    assert bool(words) is bool(fault)


def test_every_field_of_every_study_is_looked_at() -> None:
    first = first_facts([study(nct_id=A, brief_title="Old")])
    now = first_facts([study(nct_id=A, brief_title="New")])
    assert wrong_chains(first, [(A, "brief_title", "Old", "New")], now) == []
    assert len(wrong_chains(first, [], now)) == 1
    assert len(wrong_chains(first, [(A, "listing", "listed", "delisted")], first)) == 1
    assert wrong_chains(first, [], {}) != []
    assert wrong_chains({}, [], first) != []


@pytest.mark.parametrize(
    ("run", "is_wrong"),
    [
        ((1, 2, 1, 5, 2, 1, 4), False),
        ((1, 2, 1, 5, 1, 1, 4), True),
        ((1, 2, 1, 5, 2, 2, 4), True),
        ((1, 2, 1, 3, 2, 1, 4), True),
    ],
    ids=["as it left", "a problem lost", "a delisting told twice", "news nobody counted"],
)
def test_a_sync_counts_what_it_left(run: tuple[int, ...], is_wrong: bool) -> None:
    assert bool(wrong_counts([run])) is is_wrong
