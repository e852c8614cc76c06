"""Words, phrases and quotes of a text."""

from hypothesis import given
from hypothesis import strategies as st

from trials.reading.phrases import Phrases, Sense, expanded
from trials.reading.words import quote_at, singular, words_of

ONE = Sense("type", "one")


def plain(text: str) -> list[str]:
    return [word.plain for word in words_of(text)]


def test_hyphens_spaces_and_markup_vanish() -> None:
    wanted = ["bone", "marrow", "derived"]
    for text in ("bone-marrow-derived", "bone\u2010marrow\u00a0derived", "bone marrow\\-derived"):
        assert plain(text) == wanted


def test_one_spelling() -> None:
    assert plain("Intra-thecal haematopoietic foetal Allogenic") == [
        "intrathecal",
        "hematopoietic",
        "fetal",
        "allogeneic",
    ]
    assert plain("mesen\u00adchymal α i.v.") == ["mesenchymal", "alpha", "iv"]


def test_possessives_and_plurals() -> None:
    assert plain("Wharton's jelly; the patient’s own") == [
        "wharton",
        "jelly",
        "the",
        "patient",
        "own",
    ]
    assert [singular(word) for word in ("cells", "biopsies", "processes", "mass")] == [
        "cell",
        "biopsy",
        "process",
        "mass",
    ]


def test_sentences_end_at_stops_and_list_entries() -> None:
    text = "One dose. Two of 0.5 ml\n\n* Three; four\nfive"
    assert [word.sentence for word in words_of(text)] == [0, 0, 1, 1, 1, 1, 1, 2, 3, 3]


def test_patterns_of_phrases() -> None:
    assert set(expanded("bone (marrow) cell|graft")) == {
        ("bone", "marrow", "cell"),
        ("bone", "marrow", "graft"),
        ("bone", "cell"),
        ("bone", "graft"),
    }


def test_the_longest_phrase_is_found_and_abbreviations_keep_their_case() -> None:
    phrases = Phrases({(ONE,): ("cord", "cord blood", "UC")})
    found = phrases.find(words_of("Cord-Blood, cord; UC and uc"))
    assert [one.phrase for one in found] == ["cord blood", "cord", "UC"]


@given(st.text(max_size=400), st.data())
def test_quotes_are_verbatim_and_short(text: str, data: st.DataObject) -> None:
    words = words_of(text)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    quote = quote_at(text, word.start, word.end)
    assert quote in text
    assert len(quote) <= 160
    assert len(word.raw) > 100 or text[word.start : word.end] in quote
