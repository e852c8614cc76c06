"""The map in a browser: closer and back out by links, by list and by pointer."""

import re

from playwright.sync_api import Page, expect

from tests.journeys import looking


def test_from_the_world_to_the_trials_of_a_town(site: str, without_scripts: Page) -> None:
    """By the list, without JavaScript; the number that led there is the number found."""
    page = without_scripts
    page.goto(f"{site}/trials/")
    page.get_by_role("link", name="See on a map").click()
    page.get_by_role("link", name=re.compile("United States:")).click()
    page.get_by_role("link", name=re.compile("Massachusetts:")).click()
    boston = page.get_by_role("link", name=re.compile("Boston:"))
    number = re.findall(r"\d+", boston.inner_text())[0]
    boston.click()
    expect(page.locator("h1")).to_contain_text(
        f"{number} studies of stem cells for ALS within 3 km"
    )


def test_a_circle_leads_where_the_list_does(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/map/?at=US")
    in_list = wide.get_by_role("link", name=re.compile("Massachusetts:"))
    address = in_list.get_attribute("href")
    circle = wide.locator(".map-wide a", has_text="Massachusetts:").locator("circle")
    circle.click()
    wide.wait_for_url(f"**{address}")
    expect(wide.get_by_role("heading", name="Places in Massachusetts")).to_be_visible()


def test_and_back_out(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/map/?at=US-MA&status=RECRUITING")
    wide.get_by_role("link", name="Back out to North America").click()
    expect(wide.get_by_role("heading", name="Places in North America")).to_be_visible()
    wide.get_by_role("link", name="See as a list").click()
    assert wide.url == f"{site}/trials/?status=RECRUITING"


def test_the_picture_is_one_image_and_its_circles_are_no_tab_stops(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/map/")
    picture = wide.get_by_role("img", name="Map of the world")
    expect(picture).to_have_accessible_description(re.compile("Most studies: .+ The list"))
    assert wide.locator(".map-buttons a").count() > 0
    assert wide.locator(".map-buttons a:not([tabindex='-1'])").count() == 0
    assert looking.stops_before(wide, "Look closer at") <= 12
    assert wide.get_by_role("link", name=re.compile("^North America")).count() == 0


def test_the_list_stands_before_the_map_on_a_phone(site: str, small: Page) -> None:
    small.goto(f"{site}/trials/map/?at=US")
    last_link = small.locator(".map-places a").last.bounding_box()
    picture = small.locator(".map-picture").bounding_box()
    assert last_link
    assert picture
    assert last_link["y"] + last_link["height"] <= picture["y"]


def test_forced_colours_and_print_keep_the_circles(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/map/")
    for media in ({"forced_colors": "active"}, {"media": "print", "forced_colors": "none"}):
        wide.emulate_media(**media)  # type: ignore[arg-type]
        assert wide.locator(".map-buttons circle").first.is_visible() or (
            wide.locator(".map-narrow circle").first.is_visible()
        )
        circle, number = (
            wide.locator(f".map-wide {one}").first.evaluate("one => getComputedStyle(one).fill")
            for one in ("circle", ".map-number")
        )
        assert circle != number
