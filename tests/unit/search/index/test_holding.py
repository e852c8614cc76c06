"""Which rows hold words: phrases by the positions of their lexemes."""

import numpy as np
import pytest

from trials.search.index.columns import Array, Words
from trials.search.index.holding import number_of, rows_holding
from trials.search.index.lexemes import Any, Lexeme, NotKnown, Phrase, taken_apart

TEXTS = ("a b c", "a x b", "c b a a b", "", "abc", "x a")


def words_of(*texts: str) -> Words:
    """The words of some rows; positions count from 1."""
    found: dict[bytes, dict[int, list[int]]] = {}
    for row, text in enumerate(texts):
        for position, word in enumerate(text.split(), start=1):
            found.setdefault(word.encode(), {}).setdefault(row, []).append(position)
    lexemes = sorted(found)
    times = [len(found[lexeme][row]) for lexeme in lexemes for row in found[lexeme]]
    rows = [row for lexeme in lexemes for row in found[lexeme]]
    positions = [
        position for lexeme in lexemes for some in found[lexeme].values() for position in some
    ]
    of_lexeme = [len(found[lexeme]) for lexeme in lexemes]
    placed = [sum(len(some) for some in found[lexeme].values()) for lexeme in lexemes]

    def ends(lengths: list[int]) -> Array:
        return np.cumsum([0, *lengths])

    return Words(
        letters=np.frombuffer(b"".join(lexemes), np.uint8),
        spelt=ends([len(lexeme) for lexeme in lexemes]),
        first=ends(of_lexeme),
        row=np.array(rows),
        times=np.array(times),
        placed=ends(placed),
        position=np.array(positions, np.uint16),
    )


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", []),
        ("'a'", [0, 1, 2, 5]),
        ("'missing'", []),
        ("'aa'", []),
        ("'a' & 'x'", [1, 5]),
        ("'c' | 'abc'", [0, 2, 4]),
        ("'a' <-> 'b'", [0, 2]),
        ("'a' <2> 'b'", [1, 2]),
        ("'a' <-> 'a' <-> 'b'", [2]),
        ("'c' <-> 'b' <2> 'a'", [2]),
        ("'c' <-> ( 'b' <-> 'a' )", [2]),
        ("'c' <2> ( 'b' <-> 'a' )", []),
        ("'x' <-> 'missing'", []),
    ],
)
def test_rows_holding(query: str, rows: list[int]) -> None:
    assert list(rows_holding(taken_apart(query), words_of(*TEXTS), len(TEXTS))) == rows


def test_alternatives_within_a_phrase_are_left_to_postgresql() -> None:
    phrase = Phrase(Any((Lexeme(b"a"), Lexeme(b"b"))), Lexeme(b"c"), 1)
    with pytest.raises(NotKnown):
        rows_holding(phrase, words_of(*TEXTS), len(TEXTS))


def test_every_lexeme_is_found_by_its_letters() -> None:
    words = words_of(*TEXTS)
    lexemes = sorted({word.encode() for text in TEXTS for word in text.split()})
    assert [number_of(one, words) for one in lexemes] == list(range(len(lexemes)))
    assert number_of(b"zz", words) is None
