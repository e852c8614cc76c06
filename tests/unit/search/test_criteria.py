"""The URL is the query: every search has one address, and every address opens."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.search.criteria import CHOICES, SORTS, UNITS, Criteria
from trials.search.parsing import parse


def some(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(sorted(CHOICES[name])), max_size=3).map(
        lambda values: tuple(sorted(values))
    )


def built(q: str, place: dict[str, Any], others: dict[str, Any]) -> Criteria:
    return Criteria(q=q, **place, **others)


words = st.lists(st.sampled_from(["ALS", "fat", "a&b", "50%", "é", '"two words"', "+"])).map(
    " ".join
)
places: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.fixed_dictionaries(
    {
        "near": st.sampled_from(["boston-ma-us", "seoul-kr"]),
        "within": st.none() | st.integers(1, 5000),
        "unit": st.sampled_from(["", *UNITS]),
        "sort": st.sampled_from(["", *SORTS]),
    }
)
others: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        **{name: some(name) for name in CHOICES},
        "country": st.sampled_from([(), ("US",), ("KR", "US")]),
        "state": st.sampled_from([(), ("US-MA",)]),
        "results": st.sampled_from(["", "yes", "no"]),
        "since": st.none() | st.dates(date(1999, 1, 1), date(2100, 1, 1)),
        "page": st.integers(1, 500),
    }
)


@given(words, places, others)
def test_criteria_survive_the_address(q: str, place: dict[str, Any], rest: dict[str, Any]) -> None:
    criteria = built(q, place, rest)
    parsed = parse(parse_qs(criteria.query_string()))
    assert parsed.criteria == criteria
    assert parsed.ignored == ()


@given(
    st.dictionaries(
        st.sampled_from(
            ["q", "near", "within", "unit", "since", "page", "sort", *CHOICES, "country"]
        ),
        st.lists(st.text(max_size=30), max_size=3),
    )
)
def test_any_address_opens_and_what_is_read_survives(parameters: dict[str, list[str]]) -> None:
    criteria = parse(parameters).criteria
    assert parse(parse_qs(criteria.query_string())).criteria.pairs() == [
        pair for pair in criteria.pairs() if pair[0] not in PLACE or criteria.near
    ]


PLACE = ("within", "unit", "sort")


@pytest.mark.parametrize(
    ("parameters", "ignored"),
    [
        ({"status": ["RECRUTING"]}, ("status", "RECRUTING")),
        ({"phase": ["PHASE9", "PHASE1"]}, ("phase", "PHASE9")),
        ({"country": ["Narnia"]}, ("country", "Narnia")),
        ({"near": ["boston-ma-us"], "within": ["far"]}, ("within", "far")),
        ({"since": ["yesterday"]}, ("since", "yesterday")),
        ({"page": ["0"]}, ("page", "0")),
        ({"sort": ["nearest"]}, ("sort", "nearest")),
        ({"results": ["maybe"]}, ("results", "maybe")),
    ],
)
def test_a_bad_value_is_ignored_and_named(
    parameters: dict[str, list[str]], ignored: tuple[str, str]
) -> None:
    found = parse(parameters).ignored
    assert [(one.parameter, one.value) for one in found] == [ignored]
    assert found[0].reason


def test_values_are_read_in_any_case() -> None:
    parsed = parse({"status": ["recruiting"], "cell": ["Mesenchymal"], "country": ["us"]})
    assert parsed.criteria == Criteria(
        status=("RECRUITING",), cell=("mesenchymal",), country=("US",)
    )


def test_what_somebody_typed_for_a_place_is_not_a_criterion_yet() -> None:
    parsed = parse({"near": ["02114"], "within": ["50"], "unit": ["mi"]})
    assert (parsed.criteria.near, parsed.place_text) == ("", "02114")
    assert (parsed.criteria.within, parsed.criteria.unit) == (50, "mi")


def test_taking_one_choice_away_leaves_the_others() -> None:
    criteria = Criteria(status=("COMPLETED", "RECRUITING"), near="boston-ma-us", within=50, page=3)
    assert criteria.without("status", "COMPLETED").status == ("RECRUITING",)
    assert criteria.without("status").page == 1
    assert criteria.without("near") == Criteria(status=("COMPLETED", "RECRUITING"))


def test_miles_and_kilometres() -> None:
    assert Criteria(near="x-us", within=100).distance_km == pytest.approx(160.9344)
    assert Criteria(near="x-us", within=100, unit="km").distance_km == 100
    assert Criteria(near="x-us").distance_km is None
