"""/compare/: two to four studies side by side; what could not be used is named."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.integration.pages.test_every_page import check_frame, check_privacy, check_words
from tests.records import study

pytestmark = pytest.mark.usefixtures("examples")
TWO = "/compare/?id=NCT90000001&id=NCT90000002"
ROWS = (
    *("Status", "Which cells", "From what tissue", "Whose cells", "How they are given", "Phase"),
    *("Placebo or sham group", "Time limit since ALS began", "Breathing test (vital capacity)"),
    *("ALSFRS-R score", "Help to breathe", "Feeding tube", "ALS drugs"),
    *("Earlier treatment with cells", "Ages", "What it takes", "Where", "Run by", "Dates"),
    "Results",
)


def row(page: Shown, title: str) -> list[str]:
    """The cells of one row as text."""
    for one in page.all("tr"):
        cells = list(one)
        if words_of(cells[0]) == title:
            return [words_of(cell) for cell in cells[1:]]
    raise AssertionError(f"no row {title!r}")


@pytest.mark.parametrize(
    "path",
    [
        "/compare/",
        "/compare/?id=NCT90000001",
        TWO,
        f"{TWO}&id=NCT90000004&id=NCT90000008",
        f"{TWO}&id=nonsense&id=NCT01&id=NCT90000001&id=NCT90000005",
        "/compare/?id=&id=",
    ],
)
def test_every_state_is_a_valid_public_page(client: Client, path: str) -> None:
    page = shown(client, path)
    assert page.status == 200
    check_frame(path, page)
    check_words(path, page)
    check_privacy(path, page)


def test_every_row_has_an_answer_for_every_study(client: Client) -> None:
    page = shown(client, f"{TWO}&id=NCT90000004")
    for title in ROWS:
        cells = row(page, title)
        assert len(cells) == 3, title
        assert all(cells), title


def test_readings_stand_with_the_words_of_the_record(client: Client) -> None:
    page = shown(client, TWO)
    limit = row(page, "Time limit since ALS began")[0]
    assert "at most 24 months" in limit
    quotes = [words_of(one) for one in page.all("q", lang="en")]
    assert "First weakness within the last 24 months" in " ".join(quotes)
    assert row(page, "Placebo or sham group")[1].startswith("Stated: a placebo or sham group")


def test_what_is_not_found_is_said_as_that(client: Client) -> None:
    assert row(shown(client, TWO), "Feeding tube")[0] == (
        "We found nothing on this in the record: ask"
    )


def test_ids_that_cannot_be_used_are_named(client: Client) -> None:
    ids = ("NCT90000001", "zebra", "NCT09999999", "nct 90000001", "NCT90000002", "NCT90000004")
    more = ("NCT90000005", "NCT90000006")
    page = shown(client, "/compare/?" + "&".join(f"id={one}" for one in (*ids, *more)))
    text = " ".join(page.words("p"))
    assert "“zebra” is no study number" in text
    assert "NCT09999999 is a study that we do not hold" in text
    assert "NCT90000001 was named twice" in text
    assert "NCT90000006 did not fit: there is room for four" in text
    assert page.title == "4 studies side by side"


def test_a_former_id_is_the_same_study(client: Client) -> None:
    publish(study(nct_id="NCT90000700", aliases=["NCT90000701"]))
    page = shown(client, "/compare/?id=NCT90000700&id=NCT90000701")
    assert "NCT90000701 was named twice" in " ".join(page.words("p"))
    assert page.title == "1 study to compare"


def test_several_numbers_may_stand_in_one_field(client: Client) -> None:
    assert shown(client, "/compare/?id=NCT90000001,%20NCT90000002").title == (
        "2 studies side by side"
    )


def test_a_study_can_be_taken_out_and_one_added(client: Client) -> None:
    page = shown(client, TWO)
    assert page.links["Take out study 1"] == "/compare/?id=NCT90000002"
    kept = [one.get("value") for one in page.all("input", name="id") if one.get("value")]
    assert kept == ["NCT90000001", "NCT90000002"]


def test_hostile_ids_are_shown_as_text(client: Client) -> None:
    page = shown(client, "/compare/?id=%3Cscript%3Ealert(1)%3C/script%3E&id=" + "9" * 5000)
    assert not page.all("script")


@pytest.mark.usefixtures("starters")
def test_a_starter_study_says_what_is_not_known_yet(client: Client) -> None:
    page = shown(client, "/compare/?id=NCT01051882&id=NCT90000001")
    assert row(page, "Feeding tube")[0] == "Not known here yet: see the registry"


def test_each_cell_tells_its_study_where_the_columns_become_lists(client: Client) -> None:
    page = shown(client, TWO)
    labels = [one.get("data-label") for one in page.all("td")][:2]
    assert labels == ["Study 1: HARBOR-ALS", "Study 2: NCT90000002"]
    assert page.words("p", class_="card-id") == ["NCT90000001 (HARBOR-ALS)", "NCT90000002"]
