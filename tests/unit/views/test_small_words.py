"""Small pieces of wording: ids, dates, lists, distances, places in a record."""

import pytest
from markupsafe import Markup

from trials.reading.evidence import Evidence
from trials.records import PartialDate, SeeAlsoLink
from trials.search.results import HitSite
from trials.views.environment import worded
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.dates import in_words
from trials.views.presenters.results.distances import distance_in_words
from trials.views.presenters.study.evidence import place_in_words, why
from trials.views.presenters.study.papers import web_links
from trials.views.presenters.wording import in_countries, listed, lowered


@pytest.mark.parametrize(
    ("typed", "nct_id"),
    [
        ("NCT03280056", "NCT03280056"),
        ("nct3280056", "NCT03280056"),
        (" NCT 03280056 ", "NCT03280056"),
        ("NCT-03280056", "NCT03280056"),
        ("NCT123456789", None),
        ("03280056", None),
        ("NCT", None),
        ("nct03280056 or so", None),
        ("", None),
        ("NCT0328005\u0666", None),
    ],
)
def test_ids_as_people_type_them(typed: str, nct_id: str | None) -> None:
    assert nct_id_of(typed) == nct_id


@pytest.mark.parametrize(
    ("text", "words"),
    [("2024", "2024"), ("2024-05", "May 2024"), ("2024-05-07", "7 May 2024")],
)
def test_a_date_is_as_precise_as_it_is_known(text: str, words: str) -> None:
    assert in_words(PartialDate.parse(text)) == words


def test_lists_in_words() -> None:
    assert [listed(texts) for texts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_names_and_initials_keep_their_capitals() -> None:
    texts = ("Bone marrow", "iPSC", "MSC", "US sites")
    assert [lowered(text) for text in texts] == ["bone marrow", "iPSC", "MSC", "US sites"]


def test_countries_take_their_article() -> None:
    assert in_countries(["US", "IL"]) == "Israel and the United States"


@pytest.mark.parametrize(
    ("km", "unit", "words"),
    [
        (0.4, "mi", "Less than 5 miles away (to the city, Boston)"),
        (0.4, "km", "Less than 5 km away (to the city, Boston)"),
        (19.3, "mi", "About 12 miles away (to the city, Boston)"),
        (1234.5, "km", "About 1,230 km away (to the city, Boston)"),
    ],
)
def test_no_distance_is_finer_than_a_city(km: float, unit: str, words: str) -> None:
    assert distance_in_words(km, unit=unit, site=HitSite(city="Boston")) == words


def test_a_city_that_we_placed_ourselves_is_marked() -> None:
    words = distance_in_words(19.3, unit="mi", site=HitSite(city="Boston", is_approximate=True))
    assert "the record gives no exact place" in words


def test_places_in_a_record_have_plain_names() -> None:
    assert place_in_words("interventions[1].description") == "Treatment 2"
    assert place_in_words("identification.brief_title") == "Title"
    assert place_in_words("some.new_field") == "Record field some.new_field"


def test_a_code_of_the_registry_is_shown_as_words_and_a_quote_as_it_is() -> None:
    quotes = ("SINGLE_GROUP", "true", "MSC", "Cells by lumbar puncture")
    shown = [why(Evidence("design", quote, "rule")).quote for quote in quotes]
    assert shown == ["single group", "yes", "MSC", "Cells by lumbar puncture"]


def test_only_web_addresses_become_links() -> None:
    links = [
        SeeAlsoLink(url="javascript:alert(1)", label="A link"),
        SeeAlsoLink(url="https://example.org"),
    ]
    assert [link.address for link in web_links(links)] == ["https://example.org"]


def test_a_templates_text_is_ours_and_what_is_put_into_it_is_escaped() -> None:
    assert worded("Cells & more") == Markup("Cells & more")
    assert worded("Cells & %(what)s", what="<b>") == Markup("Cells & &lt;b&gt;")
