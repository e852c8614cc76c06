"""Dates keep the precision that the registry gives them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.records import DateStruct, PartialDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
    ],
)
def test_a_date_means_the_days_that_it_can_mean(text: str, earliest: date, latest: date) -> None:
    read = PartialDate.parse(text)
    assert (read.earliest, read.latest, str(read)) == (earliest, latest, text)


@pytest.mark.parametrize(
    "text",
    ["", "May 2024", "2024-13", "2024-00", "2024-05-00", "2024-02-30", "24-05", "2024-5", "x" * 99],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|month|day"):
        PartialDate.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2024, None, 3)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_whole_dates_sort_as_days_do(one: date, other: date) -> None:
    first, second = PartialDate.parse(one.isoformat()), PartialDate.parse(other.isoformat())
    assert (first < second) == (one < other)


def test_a_month_sorts_before_its_days() -> None:
    assert PartialDate(2024, 5) < PartialDate(2024, 5, 1)


def test_an_estimated_date_says_so() -> None:
    assert DateStruct(PartialDate(2030), "ESTIMATED").is_estimated
    assert not DateStruct(PartialDate(2020), "").is_estimated
