"""PostgreSQL's words for a tsquery, taken apart."""

import pytest

from trials.search.index.lexemes import All, Any, Lexeme, NotKnown, Phrase, taken_apart

A, B, C = Lexeme(b"a"), Lexeme(b"b"), Lexeme(b"c")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", None),
        ("'a'", A),
        ("'a' & 'b' & 'c'", All((A, B, C))),
        ("'a' | 'b' & 'c'", Any((A, All((B, C))))),
        ("( 'a' | 'b' ) & 'c'", All((Any((A, B)), C))),
        ("'a' <-> 'b' <-> 'c'", Phrase(Phrase(A, B, 1), C, 1)),
        ("'a' <3> 'b' | 'c'", Any((Phrase(A, B, 3), C))),
        ("'a' <-> ( 'b' <2> 'c' )", Phrase(A, Phrase(B, C, 2), 1)),
        ("'it''s' & 'back\\\\slash'", All((Lexeme(b"it's"), Lexeme(b"back\\slash")))),
        ("'größe'", Lexeme("größe".encode())),
    ],
)
def test_forms_that_searches_have(text: str, query: object) -> None:
    assert taken_apart(text) == query


@pytest.mark.parametrize(
    "text", ["!'a'", "'a':*", "'a':AB", "'a' 'b'", "( 'a'", "'a' )", "'a' &", "a", "'a", "<-> 'a'"]
)
def test_what_the_index_does_not_understand_is_left_to_postgresql(text: str) -> None:
    with pytest.raises(NotKnown):
        taken_apart(text)
