"""Clocks and windows: the person's date keeps its precision, and an unnamed clock is asked."""

from datetime import date

import pytest

from tests.unit.reading.asked import asks, study
from trials.reading.eligibility.criterion import Criterion, Kind
from trials.reading.fit import CriterionFit, Looks, Person, Reason, Window, fit
from trials.reading.fit.clock import months_after
from trials.records import PartialDate

TODAY = date(2026, 11, 22)
MET, NOT_MET, NOT_SAID, ASK = Looks.MET, Looks.NOT_MET, Looks.NOT_STATED, Looks.ASK
K = Kind
WITHIN_24 = asks(K.ONSET_TIME, "<=", "24", anchor="onset")


def row(
    person: Person, criterion: Criterion, *, status: str = "RECRUITING", today: date = TODAY
) -> CriterionFit:
    return fit(person, (criterion,), study(status), today=today).rows[-1]


def symptom(text: str) -> Person:
    return Person(first_symptom=PartialDate.parse(text))


@pytest.mark.parametrize(
    ("limit", "began", "looks", "reason"),
    [
        ("<= 24", "2025-03-01", MET, Reason.AGREES),
        ("<= 24", "2024-11-22", MET, Reason.AGREES),
        ("< 24", "2024-11-22", NOT_MET, Reason.TOO_LATE),
        ("<= 24", "2024-11-21", NOT_MET, Reason.TOO_LATE),
        ("<= 24", "2024-11", ASK, Reason.DATE_NOT_PRECISE),
        ("<= 24", "2024-12", MET, Reason.AGREES),
        ("<= 24", "2024-10", NOT_MET, Reason.TOO_LATE),
        ("<= 24", "2024", ASK, Reason.DATE_NOT_PRECISE),
        ("<= 24", "2025", MET, Reason.AGREES),
        ("<= 24", "2023", NOT_MET, Reason.TOO_LATE),
        (">= 12", "2025-12", NOT_MET, Reason.NOT_YET),
        ("> 36", "2023-01", MET, Reason.AGREES),
        ("between 12 24", "2025-06", MET, Reason.AGREES),
        ("between 12 24", "2026-06", NOT_MET, Reason.NOT_YET),
        ("between 12 24", "2024-06", NOT_MET, Reason.TOO_LATE),
        ("between 12 24", "2024-11-22", ASK, Reason.AT_THE_LIMIT),
        ("between 12 24", "2025", ASK, Reason.DATE_NOT_PRECISE),
        ("<= 24", "2027-01", ASK, Reason.DATE_NOT_PRECISE),
        ("<= 24", "2026", MET, Reason.AGREES),
        ("unclear 24", "2020", ASK, Reason.UNCLEAR_IN_RECORD),
        ("<= twenty", "2020", ASK, Reason.UNCLEAR_IN_RECORD),
        ("<= 99999", "2020", ASK, Reason.UNCLEAR_IN_RECORD),
    ],
)
def test_months_since_a_date_of_any_precision(
    limit: str, began: str, looks: Looks, reason: Reason
) -> None:
    operator, months, *high = limit.split()
    criterion = asks(K.ONSET_TIME, operator, months, value_high="".join(high), anchor="onset")
    one = row(symptom(began), criterion)
    assert (one.looks, one.reason) == (looks, reason)


EARLY = PartialDate(2020)


@pytest.mark.parametrize(
    ("criterion", "person", "looks"),
    [
        (asks(K.ONSET_TIME, "<=", "24", anchor="onset"), Person(first_weakness=EARLY), NOT_SAID),
        (asks(K.ONSET_TIME, "<=", "24", anchor="onset"), Person(first_symptom=EARLY), NOT_MET),
        (asks(K.ONSET_TIME, "<=", "24", anchor="weakness"), Person(first_weakness=EARLY), NOT_MET),
        (asks(K.ONSET_TIME, "<=", "24", anchor="weakness"), Person(first_symptom=EARLY), NOT_SAID),
        (asks(K.ONSET_TIME, "<=", "24", anchor="unstated"), Person(first_symptom=EARLY), ASK),
        (asks(K.ONSET_TIME, "<=", "24", anchor="unstated"), Person(), ASK),
        (asks(K.ONSET_TIME, "<=", "24"), Person(diagnosis=EARLY), ASK),
        (asks(K.DIAGNOSIS_TIME, "<=", "24", anchor="diagnosis"), Person(diagnosis=EARLY), NOT_MET),
        (asks(K.DIAGNOSIS_TIME, "<=", "24"), Person(diagnosis=EARLY), NOT_MET),
        (asks(K.DIAGNOSIS_TIME, "<=", "24"), Person(first_symptom=EARLY), NOT_SAID),
    ],
)
def test_each_clock_is_answered_by_its_own_date(
    criterion: Criterion, person: Person, looks: Looks
) -> None:
    assert row(person, criterion).looks is looks


@pytest.mark.parametrize(
    ("criterion", "began", "closes_on", "is_earliest"),
    [
        (WITHIN_24, "2025-03-10", date(2027, 3, 10), False),
        (WITHIN_24, "2025-03", date(2027, 3, 1), True),
        (asks(K.ONSET_TIME, "<", "24", anchor="onset"), "2025-03-10", date(2027, 3, 9), False),
        (
            asks(K.ONSET_TIME, "between", "6", value_high="24", anchor="onset"),
            "2025-03-10",
            date(2027, 3, 9),
            False,
        ),
        (WITHIN_24, "2024-02-29", None, False),
        (asks(K.ONSET_TIME, "<=", "36", anchor="onset"), "2024-02-29", date(2027, 2, 28), False),
    ],
)
def test_the_day_a_window_closes(
    criterion: Criterion, began: str, closes_on: date | None, is_earliest: bool
) -> None:
    window = row(symptom(began), criterion).window
    assert window == (Window(closes_on, is_earliest) if closes_on else None)


def test_a_window_always_says_to_ask_which_visit_counts() -> None:
    window = row(symptom("2025-03-10"), WITHIN_24).window
    assert window is not None
    assert window.counted_to_which_visit


@pytest.mark.parametrize(
    ("status", "has_window"),
    [
        ("RECRUITING", True),
        ("NOT_YET_RECRUITING", True),
        ("ENROLLING_BY_INVITATION", True),
        ("AVAILABLE", True),
        ("ACTIVE_NOT_RECRUITING", False),
        ("COMPLETED", False),
        ("SUSPENDED", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_windows_are_for_open_studies_only(status: str, has_window: bool) -> None:
    assert (row(symptom("2025-03-10"), WITHIN_24, status=status).window is not None) is has_window


@pytest.mark.parametrize(
    "criterion",
    [
        asks(K.ONSET_TIME, "<=", "24", anchor="unstated"),
        asks(K.ONSET_TIME, "<=", "24", anchor="onset", group="early stage"),
        asks(K.ONSET_TIME, ">=", "6", anchor="onset"),
        asks(K.ONSET_TIME, "<=", "24", anchor="weakness"),
    ],
)
def test_no_window_without_a_named_answered_clock_for_everybody(criterion: Criterion) -> None:
    assert row(symptom("2025-03-10"), criterion).window is None


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2025, 5, 5), 0, date(2025, 5, 5)),
        (date(2025, 5, 5), 1.5, date(2025, 6, 20)),
    ],
)
def test_months_after_a_day(start: date, months: float, expected: date) -> None:
    assert months_after(start, months) == expected
