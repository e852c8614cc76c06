"""With large text a page of the search has ten results: the same list, cut into shorter pages."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import Shown, shown
from tests.records import studies
from trials.views.comfort_cookie import cookie_name

pytestmark = pytest.mark.usefixtures("towns")
COUNT = 45


@pytest.fixture(autouse=True)
def _catalogue(towns: None) -> None:
    publish(*studies(COUNT))


@pytest.fixture(params=["text-large", "text-larger", "text-large.columns-one"])
def large(request: pytest.FixtureRequest) -> Client:
    return comfortable(request.param)


def comfortable(cookie: str) -> Client:
    client = Client()
    client.cookies[cookie_name()] = cookie
    return client


def ids(page: Shown) -> list[str]:
    return page.words("span", class_="card-id")


def numbers(page: Shown) -> list[int]:
    """As the buttons say them: 'Open trial 3'."""
    return [int(text.split()[-1]) for text in page.links if text.startswith("Open ")]


def test_ten_a_page_numbered_on_to_the_end(large: Client) -> None:
    first, found, path = shown(large, "/trials/"), [], "/trials/"
    for page_number in range(1, 6):
        page = shown(large, path)
        assert f"Page {page_number} of 5" in page.words("p")
        found += numbers(page)
        path = page.links.get("Next page", "")
    assert found == list(range(1, COUNT + 1))
    assert numbers(first) == list(range(1, 11))


def test_a_number_names_the_same_trial_as_on_the_long_page(large: Client, client: Client) -> None:
    usual = shown(client, "/trials/")
    assert numbers(usual) == list(range(1, 21))
    assert ids(shown(large, "/trials/")) + ids(shown(large, "/trials/?page=2")) == ids(usual)


def test_a_page_past_the_end_is_the_last_one_of_its_own_count(
    large: Client, client: Client
) -> None:
    assert numbers(shown(large, "/trials/?page=5")) == list(range(41, 46))
    page = shown(client, "/trials/?page=5")
    assert numbers(page) == list(range(41, 46))
    assert "this is the last page" in page.words("section", class_="notice")[0]


@pytest.mark.parametrize("cookie", ["targets-large", "contrast-strong.columns-one", "text-huge"])
def test_no_other_comfort_changes_the_list(cookie: str) -> None:
    assert numbers(shown(comfortable(cookie), "/trials/")) == list(range(1, 21))


def test_what_is_handed_over_is_as_before(large: Client) -> None:
    answer = large.get("/api/v1/studies").json()
    assert len(answer["studies"]) == 20
    text = b"".join(large.get("/export/studies.csv")).decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(text)))) == COUNT
