"""Ids of studies in what people paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.views.quoted_ids import Quoted, quoted_ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("NCT03280056", ["NCT03280056"]),
        (" nct03280056 ", ["NCT03280056"]),
        ("03280056", ["NCT03280056"]),
        ("NCT 03280056", ["NCT03280056"]),
        ("NCT: 03280056", ["NCT03280056"]),
        ("NCT-03280056", ["NCT03280056"]),
        ("NCT 0328 0056", ["NCT03280056"]),
        ("NCT03280056 2 years", ["NCT03280056"]),
        ("ＮＣＴ０３２８００５６", ["NCT03280056"]),
        ("Our trial (NCT03280056) is registered.", ["NCT03280056"]),
        ("https://clinicaltrials.gov/study/NCT03280056?term=als", ["NCT03280056"]),
        ("NCT03280056, NCT01348451 and nct03280056", ["NCT03280056", "NCT01348451"]),
        ("NCT03280056/NCT01348451", ["NCT03280056", "NCT01348451"]),
    ],
)
def test_ids_are_found_in_what_people_paste(text: str, ids: list[str]) -> None:
    assert quoted_ids(text) == Quoted(tuple(ids))


@pytest.mark.parametrize(
    "text",
    ["NCT0328005", "NCT032800561", "NCT O3280056", "NCTO3280056", "NCT 3280056", "nct1"],
)
def test_what_is_no_whole_id_is_named_and_never_mended(text: str) -> None:
    found = quoted_ids(text)
    assert found.ids == ()
    assert found.broken == (text,)


@pytest.mark.parametrize(
    "text", ["", " ", "call us today", "EudraCT 2015-001234-12", "ANCT03280056"]
)
def test_where_there_is_no_id_there_is_none(text: str) -> None:
    assert quoted_ids(text) == Quoted()


def test_a_whole_id_is_found_beside_a_broken_one() -> None:
    assert quoted_ids("NCT0328005 or NCT03280056") == Quoted(("NCT03280056",), ("NCT0328005",))


@given(st.text(max_size=300))
def test_any_text_gives_only_well_formed_ids(text: str) -> None:
    assert all(len(one) == 11 and one[3:].isdecimal() for one in quoted_ids(text).ids)


@given(
    st.from_regex(r"[0-9]{8}", fullmatch=True).filter(str.isascii), st.sampled_from(["", " ", ": "])
)
def test_an_id_is_found_within_a_sentence(digits: str, between: str) -> None:
    text = f"We run a study, number NCT{between}{digits}. Call us."
    assert quoted_ids(text).ids == (f"NCT{digits}",)
