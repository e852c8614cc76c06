"""A caregiver on a phone compares trials."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SMALL, NewContext


def test_two_trials_on_a_phone_without_scripts(site: str, guarded: NewContext) -> None:
    page = guarded(viewport=SMALL, java_script_enabled=False).new_page()
    page.goto(f"{site}/compare/")
    page.get_by_label("First study number").fill("nct90000001")
    page.get_by_label("Second study number").fill("NCT90000002")
    page.get_by_role("button", name="Put side by side").click()
    expect(page.get_by_role("heading", name="2 studies side by side")).to_be_visible()
    check_stacked(page)


def check_stacked(page: Page) -> None:
    """Each row's cells stand one below the other, each under the name of its study."""
    cells = page.locator("tr", has=page.get_by_text("Whose cells")).locator("td")
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"] - 1
    shown = cells.nth(1).evaluate("one => getComputedStyle(one, '::before').content")
    assert "Study 2" in shown


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without"])
def test_ticks_in_the_list_lead_there(site: str, guarded: NewContext, *, has_scripts: bool) -> None:
    page = guarded(viewport=SMALL, java_script_enabled=has_scripts).new_page()
    page.goto(f"{site}/trials/")
    page.get_by_label("Compare 1", exact=True).check()
    page.get_by_label("Compare 3", exact=True).check()
    page.get_by_role("button", name="Compare what you ticked").click()
    expect(page.get_by_role("heading", name="2 studies side by side")).to_be_visible()
    page.get_by_role("link", name="Take out study 1").click()
    expect(page.get_by_text("Add at least one more study")).to_be_visible()
