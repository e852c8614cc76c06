"""Ages as the registry writes them."""

import pytest

from trials.records import Age


@pytest.mark.parametrize(
    ("text", "years", "shown"),
    [
        ("18 Years", 18, "18 years"),
        ("1 Year", 1, "1 year"),
        ("6 Months", 0.5, "6 months"),
        ("2 Days", 2 / 365.25, "2 days"),
    ],
)
def test_an_age_has_a_unit(text: str, years: float, shown: str) -> None:
    read = Age.parse(text)
    assert read.years == pytest.approx(years)
    assert str(read) == shown


@pytest.mark.parametrize("text", ["", "eighteen", "18", "18 Yearss", "-3 Years"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an age"):
        Age.parse(text)
