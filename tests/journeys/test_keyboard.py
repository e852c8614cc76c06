"""Keys alone: a switch or an eye-tracker sends nothing else."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import WIDE, NewContext
from tests.journeys.looking import focused_words, stops_before

MOST_STOPS = 12


def press_until(page: Page, words: str, *, most: int) -> int:
    """Press Tab until the words have the focus; how often that was."""
    for presses in range(1, most + 1):
        page.keyboard.press("Tab")
        if focused_words(page).startswith(words):
            return presses
    raise AssertionError(f"{words!r} was not reached in {most} presses")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without"])
def test_from_the_first_page_to_a_saved_trial(
    site: str, guarded: NewContext, *, has_scripts: bool
) -> None:
    # Given somebody who has a keyboard, or a switch that acts as one
    page = guarded(viewport=WIDE, java_script_enabled=has_scripts).new_page()
    page.goto(site)
    # when they go to the list, narrow it, and open its first trial
    press_until(page, "See the studies that take people now", most=MOST_STOPS)
    page.keyboard.press("Enter")
    page.wait_for_url("**/trials/?status=RECRUITING")
    press_until(page, "Open ", most=MOST_STOPS + 1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/trials/NCT*/")
    # then they read it, and keep it, and come back to it
    press_until(page, "Save to my list", most=MOST_STOPS)
    page.keyboard.press("Enter")
    expect(page.get_by_text("is on your list.")).to_be_visible()
    press_until(page, "Back to where you were", most=MOST_STOPS)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Before you pay or travel")).to_be_visible()


def test_the_first_trial_is_few_stops_away(site: str, wide: Page) -> None:
    wide.goto(
        f"{site}/trials/?status=RECRUITING&phase=PHASE1&phase=PHASE2&country=US&cell=neural"
        "&cell=mesenchymal&near=boston-ma-us&within=1000"
    )
    assert stops_before(wide, "Open ") <= MOST_STOPS
    press_until(wide, "Open ", most=MOST_STOPS + 1)
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("heading", name="Before you pay or travel")).to_be_visible()


def test_the_way_past_the_header(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/")
    wide.keyboard.press("Tab")
    assert focused_words(wide) == "Skip to the main part"
    wide.keyboard.press("Enter")
    press_until(wide, "Open ", most=4)


def test_filters_by_keys(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/")
    press_until(wide, "Change filters", most=MOST_STOPS)
    wide.keyboard.press("Enter")
    press_until(wide, "Apply filters", most=2)
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.value") == "RECRUITING"
    wide.keyboard.press("Space")
    wide.keyboard.press("Enter")
    expect(wide.locator("h1")).to_contain_text("recruiting studies")


def test_the_focus_is_always_seen(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/")
    for _ in range(MOST_STOPS):
        wide.keyboard.press("Tab")
        seen = wide.evaluate(
            "(() => { const box = document.activeElement.getBoundingClientRect();"
            " const style = getComputedStyle(document.activeElement);"
            " return [box.width > 0, box.x >= 0, style.outlineStyle, style.outlineWidth] })()"
        )
        assert seen == [True, True, "solid", "3px"]
