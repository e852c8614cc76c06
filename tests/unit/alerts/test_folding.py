"""Many changes as what they come to."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trials.models import Change
from trials.saved.alerts.folding import fold
from trials.sync.changes import FieldChange

VALUES = st.sampled_from(["a", "b", "c"])


def changes(field: str, *values: str) -> list[Change]:
    return [Change(field=field, before=old, after=new) for old, new in pairwise(values)]


def test_nothing_is_nothing() -> None:
    assert fold([]) == ()


def test_the_first_before_and_the_last_after() -> None:
    assert fold(changes("sex", "a", "b", "c")) == (FieldChange("sex", "a", "c"),)


def test_what_was_changed_back_is_no_news() -> None:
    assert fold(changes("sex", "a", "b", "a")) == ()


def test_fields_stay_apart() -> None:
    both = [*changes("sex", "a", "b"), *changes("phases", "c", "a")]
    assert [one.field for one in fold(both)] == ["sex", "phases"]


@given(st.lists(VALUES, min_size=2, max_size=8))
def test_only_the_ends_matter(values: list[str]) -> None:
    ends = (FieldChange("sex", values[0], values[-1]),) if values[0] != values[-1] else ()
    assert fold(changes("sex", *values)) == ends
