"""How the words for a place are taken, before any table is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.places.folding import clean, fold, looser
from trials.places.reading import Reading, read_place
from trials.places.regions import Region, both, division_name, offered_regions, regions_named
from trials.places.slugs import SLUG, Slugs
from trials.places.towns import Town
from trials.places.values import PlaceFound

MASSACHUSETTS, CALIFORNIA = Region("US", "MA"), Region("US", "CA")
ONTARIO, CANADA, USA = Region("CA", "ON"), Region("CA", ""), Region("US", "")
GERMANY, MOROCCO = Region("DE", ""), Region("MA", "")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("St. Louis", "saint louis"),
        ("Saint-Louis", "saint louis"),
        ("Ft. Worth", "fort worth"),
        ("Köln", "koln"),
        ("São Paulo", "sao paulo"),
        ("Coeur d'Alene", "coeur dalene"),
        ("STRASSBURG", "strassburg"),
        ("Straßburg", "strassburg"),
        ("서울", "서울"),
        ("Москва", "москва"),
        (" , ", ""),
    ],
)
def test_one_spelling_for_many(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("folded", "also"),
    [
        ("muenster", "munster"),
        ("city of boston", "boston"),
        ("taipei city", "taipei"),
        ("near boston", "boston"),
        ("ciudad de mexico", "mexico"),
    ],
)
def test_looser_spellings_are_tried(folded: str, also: str) -> None:
    assert also in looser(folded)


@given(st.text())
def test_cleaned_text_is_short_and_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= 100
    assert "\0" not in cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@pytest.mark.parametrize(
    ("words", "regions"),
    [
        ("ma", {MASSACHUSETTS, MOROCCO}),
        ("ma usa", {MASSACHUSETTS}),
        ("massachusetts united states", {MASSACHUSETTS}),
        ("germany", {GERMANY}),
        ("deutschland", {GERMANY}),
        ("deu", {GERMANY}),
        ("ca", {CALIFORNIA, CANADA}),
        ("puerto rico", {Region("PR", "")}),
        ("pr", {Region("PR", "")}),
        ("scotland", {Region("GB", "SCT")}),
        ("bavaria", {Region("DE", "02")}),
        ("bayern", {Region("DE", "02")}),
        ("georgia", {Region("GE", ""), Region("US", "GA")}),
        ("boston", set()),
        ("ontario california", set()),
        ("", set()),
    ],
)
def test_regions_by_name_and_code(words: str, regions: set[Region]) -> None:
    assert regions_named(words.split()) == regions


def test_what_lies_in_both_is_the_narrower() -> None:
    assert both(frozenset({MASSACHUSETTS, MOROCCO}), frozenset({USA})) == {MASSACHUSETTS}
    assert both(frozenset({ONTARIO}), frozenset({USA})) == frozenset()


def test_only_regions_that_a_reader_can_filter_by_are_offered() -> None:
    offered = offered_regions(frozenset({GERMANY, MASSACHUSETTS, Region("DE", "02")}))
    assert [region.label for region in offered] == ["Massachusetts, United States", "Germany"]
    assert [r.label for r in offered_regions(frozenset({Region("GB", "SCT")}))] == [
        "United Kingdom"
    ]


def test_divisions_have_names() -> None:
    assert division_name("DE", "02") == "Bavaria"
    assert division_name("CA", "ON") == "Ontario"
    assert division_name("XX", "99") == ""


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Boston", Reading("boston")),
        ("Boston, MA", Reading("boston", frozenset({MASSACHUSETTS, MOROCCO}))),
        ("MA, Boston", Reading("boston", frozenset({MASSACHUSETTS, MOROCCO}))),
        ("Boston MA", Reading("boston", frozenset({MASSACHUSETTS, MOROCCO}))),
        ("Massachusetts Boston", Reading("boston", frozenset({MASSACHUSETTS}))),
        ("Boston, Massachusetts, USA", Reading("boston", frozenset({MASSACHUSETTS}))),
        ("Boston (USA)", Reading("boston", frozenset({USA}))),
        ("Boston MA, USA", Reading("boston", frozenset({MASSACHUSETTS}))),
        ("Köln, Germany", Reading("koln", frozenset({GERMANY}))),
        ("50667 Köln", Reading("koln")),
        ("London, Ontario", Reading("london", frozenset({ONTARIO}))),
        ("New York", Reading("new york")),
        ("Some Hospital, Boston", Reading("boston")),
        ("東京、日本", Reading("東京")),
    ],
)
def test_words_are_taken_as_a_town_in_a_region(text: str, reading: Reading) -> None:
    assert reading in read_place(text).readings


def test_the_whole_is_tried_as_a_name_first() -> None:
    first, second, *_ = read_place("New York NY").readings
    assert first == Reading("new york ny")
    assert second == Reading("new york", frozenset({Region("US", "NY")}))


def test_a_state_beside_a_name_is_not_taken_for_the_town() -> None:
    assert "texas" not in {reading.name for reading in read_place("Boston, Texas").readings}


@pytest.mark.parametrize("text", ["", " ", "!!!", ",,,", "—"])
def test_no_word_no_reading(text: str) -> None:
    assert read_place(text).readings == ()


@given(st.text(max_size=100))
def test_any_text_can_be_read(text: str) -> None:
    for reading in read_place(clean(text)).readings:
        assert reading.name


def _town(name: str, *, id: int, admin: str = "", country: str = "US") -> Town:
    return Town(id, name, admin, country, 0.0, 0.0, 0, (fold(name),))


def test_slugs_are_readable_and_the_largest_has_the_shortest() -> None:
    slugs = Slugs()
    given_slugs = [
        slugs.give(_town("Boston", id=1, admin="MA"), "Massachusetts"),
        slugs.give(_town("Boston", id=2, admin="MA"), "Massachusetts"),
        slugs.give(_town("Seoul", id=3, admin="11", country="KR"), "Seoul"),
        slugs.give(_town("São José", id=4, admin="27", country="BR"), "Sao Paulo"),
        slugs.give(_town("São José", id=5, admin="26", country="BR"), "Santa Catarina"),
        slugs.give(_town("São José", id=6, admin="26", country="BR"), "Santa Catarina"),
        slugs.give(_town("서울", id=7, country="KR"), ""),
    ]
    assert given_slugs == [
        "boston-ma-us",
        "boston-ma-us-2",
        "seoul-kr",
        "sao-jose-br",
        "sao-jose-santa-catarina-br",
        "sao-jose-26-br-6",
        "kr-7",
    ]
    assert all(SLUG.fullmatch(slug) for slug in given_slugs)


@pytest.mark.parametrize(
    ("place", "label", "full_label"),
    [
        (
            ("Boston", "Massachusetts", "MA", "US"),
            "Boston, MA",
            "Boston, Massachusetts, United States",
        ),
        (("London", "Ontario", "ON", "CA"), "London, ON", "London, Ontario, Canada"),
        (
            ("Perth", "Western Australia", "WA", "AU"),
            "Perth, WA",
            "Perth, Western Australia, Australia",
        ),
        (("Seoul", "Seoul", "11", "KR"), "Seoul, South Korea", "Seoul, South Korea"),
        (("Singapore", "", "", "SG"), "Singapore", "Singapore"),
        (("San Juan", "", "", "PR"), "San Juan, Puerto Rico", "San Juan, Puerto Rico"),
    ],
)
def test_labels_read_as_addresses_do(
    place: tuple[str, str, str, str], label: str, full_label: str
) -> None:
    found = PlaceFound("slug", *place, latitude=0.0, longitude=0.0, population=0)
    assert (found.label, found.full_label) == (label, full_label)
