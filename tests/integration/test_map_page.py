"""/trials/map/: what the page says and leads to."""

from __future__ import annotations

import gzip
import re

import pytest
from django.test import Client

from tests.integration.catalogue import NOW
from tests.integration.map_catalogue import everywhere
from tests.integration.pages.reading_pages import Shown, shown
from tests.integration.pages.test_every_page import check_all
from trials.models import Gazetteer, Place, PlaceName

__all__ = ["everywhere"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everywhere")]
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"(.+): ([\d,]+) stud(?:y|ies)")


def buttons(page: Shown, group: str) -> dict[str, str]:
    """Label -> address of the circles of one size."""
    (found,) = (one for one in page.tree.iter(f"{SVG}g") if one.get("class") == group)
    return {one.findtext(f"{SVG}title", ""): one.get("href", "") for one in found.iter(f"{SVG}a")}


class TestEverywhere:
    """Studies all over the world."""

    def test_the_world_by_continent_and_country(self, client: Client) -> None:
        page = shown(client, "/trials/map/")
        total = shown(client, "/trials/").title
        assert page.title == f"On a map: {total}"
        assert page.links["Look closer at Europe"] == "/trials/map/?at=europe"
        assert any(text.startswith("Germany: ") for text in page.links)
        assert page.links["See as a list"] == "/trials/"
        assert set(buttons(page, "map-wide").values()) == {
            f"/trials/map/?at={code}"
            for code in ("africa", "asia", "europe", "north-america", "oceania", "south-america")
        }

    def test_the_numbers_are_those_of_the_lists(self, client: Client) -> None:
        page = shown(client, "/trials/map/?at=FR&status=RECRUITING")
        (whole,) = (text for text in page.links if text.startswith("List of"))
        listed = shown(client, page.links[whole]).title
        assert re.findall(r"\d+", whole)[0] == re.findall(r"\d+", listed)[0]
        towns = [text for text in page.links if NUMBER.fullmatch(text)]
        assert len(towns) >= 2
        for text in towns:
            number = NUMBER.fullmatch(text)
            assert number
            assert shown(client, page.links[text]).title.startswith(f"{number[2]} "), text

    def test_every_circle_has_its_link_in_the_list(self, client: Client) -> None:
        for at in ("europe", "asia", "US", "US-MA", "FR"):
            page = shown(client, f"/trials/map/?at={at}")
            for group in ("map-wide", "map-narrow"):
                circles = buttons(page, group)
                assert circles.items() <= page.links.items(), at
                assert circles

    def test_it_says_where_a_circle_found_no_room(self, client: Client) -> None:
        for at, wide, narrow in (("europe", True, False), ("FR", True, True)):
            page = shown(client, f"/trials/map/?at={at}")
            places = [text for text in page.links if NUMBER.fullmatch(text)]
            assert (len(buttons(page, "map-wide")) == len(places)) is wide, at
            assert (len(buttons(page, "map-narrow")) == len(places)) is narrow, at
            assert ("there is no room" not in page.text) is wide, at
            assert ("the map is too small" not in page.text) is narrow, at

    def test_a_search_for_a_place_begins_there(self, client: Client) -> None:
        for query, where in (
            ("country=FR", "France"),
            ("country=US&state=US-MA", "Massachusetts"),
            ("country=FR&country=DE", "Europe"),
            ("near=boston-ma-us&within=100", "Massachusetts"),
            ("near=boston-ma-us", "the world"),
            ("country=FR&at=world", "the world"),
        ):
            page = shown(client, f"/trials/map/?{query}")
            assert f"Places in {where}" in page.words("h2"), query

    def test_filters_go_along_and_come_off_on_the_map(self, client: Client) -> None:
        page = shown(client, "/trials/map/?status=RECRUITING&phase=PHASE1&at=europe")
        assert page.links["Remove filter: Recruiting"] == "/trials/map/?phase=PHASE1"
        assert page.links["See as a list"] == "/trials/?status=RECRUITING&phase=PHASE1"
        assert page.links["Back out to the world"].endswith("PHASE1&at=world")

    def test_a_bad_area_is_named_and_the_link_still_opens(self, client: Client) -> None:
        page = shown(client, "/trials/map/?at=moon&page=3")
        assert page.status == 200
        assert "“moon” is not a part of the map" in page.text
        assert "Places in the world" in page.words("h2")

    def test_a_typed_place_becomes_its_address_and_is_not_kept(self, client: Client) -> None:
        boston = Place.objects.get(slug="boston-ma-us")
        PlaceName.objects.create(place=boston, folded="boston", is_own=True, is_common=True)
        Gazetteer.objects.create(edition="tests", places=1, loaded_at=NOW)
        answer = client.get("/trials/map/?near=Boston&within=100&at=US")
        assert answer.status_code == 302
        assert answer["Location"] == "/trials/map/?near=boston-ma-us&within=100&at=US"
        assert answer["Cache-Control"] == "private, no-store"

    def test_what_is_on_no_map_is_counted_and_linked(self, client: Client) -> None:
        page = shown(client, "/trials/map/")
        (text,) = (one for one in page.words("p") if "not on this map" in one)
        number = int(re.findall(r"\d+", text)[0])
        assert number >= 1
        links = [one for one in page.links.values() if re.fullmatch(r"/trials/NCT\d+/", one)]
        assert len(links) == min(number, 20)

    def test_the_picture_tells_what_it_shows(self, client: Client) -> None:
        page = shown(client, "/trials/map/?at=US")
        (picture,) = (one for one in page.tree.iter(f"{SVG}svg") if one.get("role") == "img")
        ids = {one.get("id"): "".join(one.itertext()) for one in picture.iter() if one.get("id")}
        assert ids[picture.get("aria-labelledby")] == "Map of the United States"
        assert "Most studies: Massachusetts " in ids[picture.get("aria-describedby")]

    @pytest.mark.parametrize("at", ["world", "europe", "asia", "north-america", "US", "RU"])
    def test_a_page_is_light(self, client: Client, at: str) -> None:
        page = shown(client, f"/trials/map/?at={at}")
        assert len(gzip.compress(page.text.encode(), mtime=0)) < 25_000

    @pytest.mark.parametrize(
        "at", ["africa", "oceania", "south-america", "AQ", "VA", "SG", "US-AK", "US-HI", "XK", "AN"]
    )
    def test_every_area_has_a_page(self, client: Client, at: str) -> None:
        assert shown(client, f"/trials/map/?at={at}").status == 200

    def test_what_holds_on_every_page(self, client: Client) -> None:
        queries = ("", "?at=europe", "?at=US-MA", "?at=moon&near=nowhere-at-all-us", "?q=xylophone")
        check_all([(query, shown(client, f"/trials/map/{query}")) for query in queries])

    def test_few_queries(self, client: Client, django_assert_max_num_queries: object) -> None:
        client.get("/trials/map/?at=FR")
        with django_assert_max_num_queries(6):  # type: ignore[operator]
            client.get("/trials/map/?at=FR")


def test_the_list_leads_to_the_map(client: Client) -> None:
    page = shown(client, "/trials/?status=RECRUITING")
    assert page.links["See on a map"] == "/trials/map/?status=RECRUITING"
