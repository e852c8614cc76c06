"""A caregiver keeps trials on one device, and the family reads them on another."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SMALL, WIDE, NewContext


def save_two(page: Page, site: str) -> None:
    """Given two trials on the list, saved from the list of results and from a trial's page."""
    page.goto(f"{site}/trials/?status=RECRUITING")
    page.get_by_role("button", name="Save 1 to my list").click()
    expect(page.get_by_text("is on your list.")).to_be_visible()
    page.get_by_role("link", name="Back to where you were").click()
    expect(page).to_have_url(f"{site}/trials/?status=RECRUITING")
    page.goto(f"{site}/trials/NCT90000002/")
    page.get_by_role("button", name="Save to my list").click()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without"])
def test_saved_here_and_read_there(site: str, guarded: NewContext, *, has_scripts: bool) -> None:
    here = guarded(viewport=SMALL, java_script_enabled=has_scripts).new_page()
    save_two(here, site)
    here.get_by_label("My note on trial 2").fill("Ask about the lumbar punctures")
    here.get_by_role("button", name="Keep note 2").click()
    here.get_by_role("button", name="Move trial 2 up").click()
    here.get_by_role("button", name="Make a link to show").click()
    shared = here.locator(".token-address").inner_text()

    there = guarded(viewport=WIDE, java_script_enabled=has_scripts).new_page()
    there.goto(site + re.sub(r"^https?://[^/]+", "", shared))
    expect(there.locator(".card-id").first).to_have_text("NCT90000002")
    expect(there.get_by_text("Ask about the lumbar punctures")).to_have_count(0)
    there.get_by_role("button", name="Copy these trials to my list").click()
    expect(there.locator(".card-id")).to_have_count(2)

    here.get_by_role("button", name="Take the link back").click()
    there.goto(site + re.sub(r"^https?://[^/]+", "", shared))
    expect(there.get_by_role("heading", name="This link no longer works")).to_be_visible()


def test_taken_to_another_device_and_cleared_here(site: str, guarded: NewContext) -> None:
    here = guarded(viewport=SMALL).new_page()
    save_two(here, site)
    here.get_by_role("button", name="Make a link for another device").click()
    link = here.locator(".token-address").inner_text()
    there = guarded(viewport=SMALL).new_page()
    there.goto(site + re.sub(r"^https?://[^/]+", "", link))
    there.get_by_role("button", name="Bring my list here").click()
    expect(there.locator(".card-id")).to_have_count(2)
    here.goto(f"{site}/saved/")
    here.get_by_role("button", name="Clear this device").click()
    here.goto(f"{site}/saved/")
    expect(here.get_by_text("Nothing is on your list yet")).to_be_visible()
    there.get_by_role("button", name="Delete this list").click()
    expect(there.get_by_text("Nothing is on your list yet")).to_be_visible()
