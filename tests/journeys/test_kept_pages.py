"""Pages that a browser keeps: never as they were before somebody changed how they look.

Contexts without the guard against strangers: its interception would put the browser's cache off.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import WIDE, NewContext

PATHS = ("/guide/", "/trials/", "/trials/NCT90000001/")


def test_a_comfort_setting_is_seen_at_once_on_pages_seen_before(
    site: str, new_context: NewContext
) -> None:
    page = new_context(viewport=WIDE).new_page()
    for _twice in range(2):  # so that the browser, too, has them
        for path in PATHS:
            page.goto(site + path)
    looks(page, "")

    choose_larger_text(page, site)
    for path in PATHS:
        page.goto(site + path)
        looks(page, "text-larger")

    page.goto(f"{site}/comfort/")
    page.get_by_role("button", name="Undo: as it was at first").click()
    for path in PATHS:
        page.goto(site + path)
        looks(page, "")


def test_going_back_shows_it_too(site: str, new_context: NewContext) -> None:
    page = new_context(viewport=WIDE).new_page()
    page.goto(f"{site}/guide/")
    choose_larger_text(page, site)
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{site}/guide/")
    looks(page, "text-larger")


def test_a_browser_gets_pages_packed_and_is_told_when_they_are_the_same(
    site: str, new_context: NewContext
) -> None:
    context = new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(f"{site}/trials/")
    session = context.new_cdp_session(page)
    sent: dict[str, str] = {}
    statuses: dict[str, int] = {}
    session.on(
        "Network.requestWillBeSent",
        lambda event: sent.update({event["request"]["url"]: event["requestId"]}),
    )
    session.on(
        "Network.responseReceivedExtraInfo",
        lambda event: statuses.update({event["requestId"]: event["statusCode"]}),
    )
    session.send("Network.enable")
    again = page.goto(f"{site}/trials/")
    assert again
    assert again.headers["content-encoding"] == "gzip"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert statuses[sent[f"{site}/trials/"]] == 304


def choose_larger_text(page: Page, site: str) -> None:
    page.goto(f"{site}/comfort/")
    page.locator("input[name=text][value=larger]").check()
    page.get_by_role("button", name="Use these").first.click()
    looks(page, "text-larger")


def looks(page: Page, classes: str) -> None:
    if classes:
        expect(page.locator("html")).to_have_class(classes)
    else:
        expect(page.locator("html")).not_to_have_class(re.compile("text-"))
