"""Somebody with ALS tells of their situation, by keys alone, and reads how the studies look."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys import looking
from tests.journeys.conftest import SMALL, NewContext


def tell(page: Page, site: str) -> None:
    """A first weakness long ago, a score, and one question left open."""
    page.goto(f"{site}/fit/first-weakness/")
    page.get_by_label("Month").select_option("May")
    page.get_by_label("Year").fill("2019")
    page.get_by_role("button", name="Keep it and go on").click()
    page.goto(f"{site}/fit/alsfrs-r/")
    page.get_by_label("Points in all").fill("38")
    page.get_by_role("button", name="Keep it and go on").click()
    page.goto(f"{site}/fit/gene/")
    page.get_by_role("button", name="I do not know, or I had no test").click()


def test_a_fault_keeps_what_was_typed(site: str, small: Page) -> None:
    small.goto(f"{site}/fit/diagnosis/")
    small.get_by_label("Year").fill("20 24")
    small.get_by_role("button", name="Keep it and go on").click()
    expect(small.get_by_role("heading", name="Something needs a second look")).to_be_visible()
    expect(small.locator(".faults")).to_be_focused()
    assert small.get_by_label("Year").input_value() == "20 24"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without"])
def test_from_the_first_page_to_the_results(
    site: str, guarded: NewContext, *, has_scripts: bool
) -> None:
    """Given somebody who felt weak in 2019, the limit of 24 months is shown as over."""
    page = guarded(viewport=SMALL, java_script_enabled=has_scripts).new_page()
    page.goto(site)
    page.get_by_role("link", name="My situation").first.click()
    page.get_by_role("link", name="Start with the first question").click()
    expect(page.get_by_text("Question 1 of ")).to_be_visible()
    page.get_by_label("Month").select_option("May")
    page.get_by_label("Year").fill("2019")
    page.get_by_role("button", name="Keep it and go on").click()
    expect(page.get_by_text("You answered: First weakness: May 2019.")).to_be_visible()
    page.get_by_role("link", name="Skip this question").click()
    page.get_by_role("link", name="See how the studies look").click()
    while not page.get_by_text("this time is over").count():
        page.get_by_role("link", name="Next page").click()
    first = page.locator(".card").filter(has_text="this time is over").first
    expect(first.get_by_text("this time is over").first).to_be_visible()
    expect(first.locator("q").first).to_be_visible()


def test_by_keys_alone(site: str, wide: Page) -> None:
    wide.goto(f"{site}/fit/sex/")
    tab_to(wide, "Female")
    wide.keyboard.press("Enter")
    expect(wide.get_by_text("You answered: Sex: Female.")).to_be_visible()
    tab_to(wide, "Undo")
    wide.keyboard.press("Enter")
    expect(wide).to_have_url(f"{site}/fit/sex/")
    expect(wide.get_by_text("You have answered no question so far.")).to_be_visible()


def tab_to(page: Page, words: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if looking.focused_words(page).startswith(words):
            return
    raise AssertionError(f"{words!r} was not reached")


def test_forgetting_and_a_slip_mended(site: str, wide: Page) -> None:
    tell(wide, site)
    assert cookie_paths(wide.context) == {"situation": "/fit/"}
    wide.get_by_role("button", name="Forget my answers").click()
    assert cookie_paths(wide.context) == {}
    wide.get_by_role("button", name="Undo: bring my answers back").click()
    expect(wide.get_by_text("May 2019")).to_be_visible()
    wide.get_by_role("button", name="Forget my answers").click()
    wide.goto(f"{site}/fit/")
    expect(wide.get_by_text("You have answered no question so far.")).to_be_visible()


def test_answers_are_sent_to_these_pages_only(site: str, wide: Page) -> None:
    tell(wide, site)
    sent: dict[str, str] = {}
    wide.on(
        "request",
        lambda request: sent.update({request.url: request.all_headers().get("cookie", "")}),
    )
    for path in ("/", "/trials/", "/compare/", "/comfort/", "/privacy/"):
        wide.goto(site + path)
    assert not any(sent.values())
    assert wide.evaluate("document.cookie") == ""


def cookie_paths(context: BrowserContext) -> dict[str, str]:
    return {one["name"]: one["path"] for one in context.cookies()}


def test_comfort_changes_what_is_seen(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/")
    before = text_size(wide)
    wide.goto(f"{site}/comfort/")
    wide.get_by_label("Larger still").check()
    wide.get_by_label("Large, with more room").check()
    wide.get_by_label("Strong: black and white").check()
    wide.get_by_label("One column only").check()
    wide.get_by_role("button", name="Use these").first.click()
    wide.goto(f"{site}/trials/")
    assert text_size(wide) > before * 1.5
    looking.usable(wide)
    wide.goto(f"{site}/comfort/")
    wide.get_by_role("button", name="Undo: as it was at first").click()
    wide.goto(f"{site}/trials/")
    assert text_size(wide) == before


def text_size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
