"""No cell runs, hides or turns around."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.exports.cells import LONGEST, as_text, clean, fitted, guarded, is_harmless

DANGEROUS = "=+-@＝＋－＠"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\tplain", "'\tplain"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u3000＝1", "'\u3000＝1"),
        ("＋1", "'＋1"),
        ("﹣1", "'﹣1"),
        ("\u200b=1", "'=1"),
        ("\u200d=1", "'\u200d=1"),
        ("\ufeff=1", "'=1"),
        ("one\n=1\n two", "one\n'=1\n two"),
        ("one\r=1", "one\n'=1"),
        ("one\u2028=1", "one\n'=1"),
        ("- a bullet\n- another", "'- a bullet\n'- another"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_a_line_that_begins_a_formula_is_marked(text: str, safe: str) -> None:
    assert guarded(text) == safe


@given(st.text())
def test_no_line_of_any_text_begins_a_formula(text: str) -> None:
    for line in guarded(text).split("\n"):
        first = unicodedata.normalize("NFKC", line.strip()[:1])[:1]
        assert first not in set(DANGEROUS)
        assert not line.startswith(("\t", "\r"))


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x7f", "\u202e", "\u2066", "\u061c", "\x80", "\ud800"]
)
def test_unseen_characters_are_removed(char: str) -> None:
    assert clean(f"a{char}b") == "ab"


@pytest.mark.parametrize("char", ["é", "中", "🧠", "\u200d", "ا", "\t", "\n"])
def test_what_can_be_seen_or_joins_letters_stays(char: str) -> None:
    assert clean(f"a{char}b") == f"a{char}b"


@pytest.mark.parametrize("char", ["a", "🧠"])
def test_a_text_too_long_for_a_cell_ends_by_saying_so(char: str) -> None:
    text = fitted(char * 50_000)
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert text.endswith(" [cut here: 50,000 characters in all; the JSON file has the whole text]")


def test_a_text_that_fits_is_whole() -> None:
    assert fitted("a" * LONGEST) == "a" * LONGEST


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (24.0, "24"),
        (-70.5, "-70.5"),
        (0, "0"),
        (("a", "b"), "a; b"),
        ((), ""),
    ],
)
def test_values_as_text(value: str | float | tuple[str, ...] | None, text: str) -> None:
    assert as_text(value) == text


@given(st.text() | st.from_regex(r"[A-Za-z0-9].*"))
def test_what_looks_harmless_at_a_glance_is(text: str) -> None:
    if is_harmless(text):
        assert fitted(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Plain words, 5 mg", "née", "a = b"])
def test_most_texts_are_harmless(text: str) -> None:
    assert is_harmless(text)


@pytest.mark.parametrize("text", ["=1", "two\nlines", "a\u200bb", " =1", "x" * LONGEST])
def test_these_are_looked_at_closer(text: str) -> None:
    assert not is_harmless(text)
