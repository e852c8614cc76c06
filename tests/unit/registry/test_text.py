"""Texts made plain: Markdown escapes, unseen characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.registry.json_types import Json, JsonObject
from trials.registry.text import plain, seen, unescaped


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"FVC \> 50%", "FVC > 50%"),
        (r"\[1\] \^ \* \& \~ \. \-", "[1] ^ * & ~ . -"),
        (r"\\server", r"\server"),
        ("* a bullet stays", "* a bullet stays"),
        (r"C:\new stays: n is no sign", r"C:\new stays: n is no sign"),
    ],
)
def test_escapes_are_taken_out(text: str, read: str) -> None:
    assert unescaped(text) == read


def test_only_markup_fields_are_unescaped() -> None:
    payload: JsonObject = {
        "briefTitle": r"a\>b",
        "briefSummary": r"a\>b",
        "gone": None,
        "n": [1, None],
    }
    assert plain(payload) == {"briefTitle": r"a\>b", "briefSummary": "a>b", "n": [1]}


def test_what_is_nested_without_end_is_cut_and_the_rest_is_read() -> None:
    deep: Json = ["end"]
    for _ in range(900):
        deep = [deep]
    read = plain({"briefSummary": r"a\>b", "deep": deep, "gone": None})
    assert isinstance(read, dict)
    assert read["briefSummary"] == "a>b"
    assert "end" not in str(read)


def test_nobody_sees_control_and_direction_characters() -> None:
    assert seen("a\x00b\u202ec\r\nd\te") == "abc\nd\te"


@given(st.text())
def test_making_plain_twice_changes_nothing_more_in_texts_without_backslash(text: str) -> None:
    once = plain({"briefSummary": text.replace("\\", "")})
    assert plain(once) == once
