"""Texts made plain: Markdown escapes, unseen characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.registry.digest import body_of
from trials.registry.json_types import Json, JsonObject
from trials.registry.text import halves, is_plain, plain, seen, unescaped


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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\x85b", "a\nb"),
        ("a\x80\x92\x9fb", "ab"),
        ("a\u061cb", "ab"),
        ("ALS \ud800", "ALS \ufffd"),
        ("\udc00 ALS", "\ufffd ALS"),
        ("\U0001f9e0 ALS", "\U0001f9e0 ALS"),
        ("a\r\x00\nb", "a\nb"),
    ],
)
def test_ends_of_lines_and_halves_of_characters_are_told(text: str, read: str) -> None:
    assert seen(text) == read
    assert not is_plain(body_of({"x": text})) or text == read


def test_where_the_halves_of_characters_stand() -> None:
    payload: JsonObject = {"a": ["b", {"c": "d\ud800"}], "e": 1, "f": "g"}
    assert list(halves(payload)) == [("a.1.c", "d\ud800")]


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_can_be_stored_and_sent(text: str) -> None:
    assert "\x00" not in seen(text)
    seen(text).encode()
    assert seen(seen(text)) == seen(text)


@given(st.text())
def test_making_plain_twice_changes_nothing_more_in_texts_without_backslash(text: str) -> None:
    once = plain({"briefSummary": text.replace("\\", "")})
    assert plain(once) == once
