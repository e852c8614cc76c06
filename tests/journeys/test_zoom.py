"""Somebody with weak eyes looks at the site at 400 %."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys import looking
from tests.journeys.conftest import NewContext

LEFT_OF_A_DESK = {"width": 320, "height": 225}  # 1280 x 900 px at 400 %


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def zoomed(request: pytest.FixtureRequest, guarded: NewContext) -> Page:
    context = guarded(
        viewport=LEFT_OF_A_DESK, device_scale_factor=4, java_script_enabled=request.param
    )
    return context.new_page()


def fits(page: Page) -> None:
    """Nothing sticks out, nothing is cut off, and nothing lies over what is read."""
    assert looking.faults(page, *looking.FITS) == []
    over = "[...document.querySelectorAll('body *')].filter("
    over += "one => ['fixed', 'sticky'].includes(getComputedStyle(one).position)).length"
    assert page.evaluate(over) == 0


def seen_whole(page: Page, target: Locator) -> None:
    """Reached by Tab, a target is in view, as high as the window at most."""
    target.focus()
    box = target.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= LEFT_OF_A_DESK["width"]
    assert box["height"] <= LEFT_OF_A_DESK["height"]
    expect(target).to_be_in_viewport()


def test_from_the_first_page_to_who_can_take_part(site: str, zoomed: Page) -> None:
    # Given a desk's screen at 400 %
    zoomed.goto(site)
    fits(zoomed)
    # when somebody goes to the list, filters it, and opens a trial
    zoomed.get_by_role("link", name="Find a trial", exact=True).first.click()
    fits(zoomed)
    zoomed.get_by_role("checkbox", name=re.compile(r"^Recruiting \(")).check()
    seen_whole(zoomed, zoomed.get_by_role("button", name="Apply filters").first)
    zoomed.get_by_role("button", name="Apply filters").first.click()
    expect(zoomed.locator("h1")).to_contain_text("recruiting")
    fits(zoomed)
    seen_whole(zoomed, zoomed.get_by_role("link", name="Open trial 1", exact=True))
    zoomed.get_by_role("link", name="Open trial 1", exact=True).click()
    # then all of it can be read by scrolling down alone
    looking.open_all(zoomed)
    fits(zoomed)
    zoomed.get_by_role("link", name="Who can take part").click()
    expect(zoomed.get_by_role("heading", name="Who can take part")).to_be_in_viewport()
