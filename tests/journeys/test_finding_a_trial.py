"""Somebody with ALS finds a trial, by clicks alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

MOST_CLICKS = 6


class Clicks:
    """Clicks on a page, counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=re.compile(re.escape(name))).first.click()  # type: ignore[arg-type]
        self.count += 1


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest) -> Page:
    found: Page = request.getfixturevalue(
        "wide" if request.param == "with scripts" else "without_scripts"
    )
    return found


def test_a_recruiting_trial_in_massachusetts_in_few_clicks(site: str, page: Page) -> None:
    # Given somebody who has just arrived
    page.goto(site)
    clicks = Clicks(page)
    # when they go by country, state and status, typing nothing
    clicks.on("link", "United States")
    clicks.on("checkbox", "Massachusetts")
    clicks.on("checkbox", "Recruiting (")
    clicks.on("button", "Apply filters")
    # then the title says what they asked for, and a trial opens
    expect(page.locator("h1")).to_contain_text("recruiting studies")
    expect(page.locator("h1")).to_contain_text("in Massachusetts")
    clicks.on("link", "Open trial 1")
    expect(page.locator("h1")).to_have_text(
        "Own Bone Marrow Stem Cells for ALS, Given by Lumbar Puncture"
    )
    assert clicks.count <= MOST_CLICKS


def test_a_recruiting_trial_near_boston_by_clicks_alone(site: str, page: Page) -> None:
    # Given somebody with ALS near Boston, who types nothing
    page.goto(site)
    clicks = Clicks(page)
    # when they go by status and by the map's list of places
    clicks.on("link", "Recruiting (")
    clicks.on("link", "See on a map")
    clicks.on("link", "United States:")
    clicks.on("link", "Massachusetts:")
    clicks.on("link", "Boston:")
    expect(page.locator("h1")).to_contain_text("recruiting")
    expect(page.locator("h1")).to_contain_text("of Boston, MA")
    clicks.on("link", "Open trial 1")
    # then they read, six clicks away, what may keep them out, with the record's own words
    assert clicks.count <= MOST_CLICKS
    expect(page.locator(".study-head")).to_contain_text("Recruiting")
    who = page.locator("#who")
    expect(who).to_contain_text("Only the study team can say if you can join")
    expect(who.get_by_role("heading", name="What we read in the criteria")).to_be_visible()
    expect(who.locator(".important")).to_contain_text("cells")
    expect(who.locator("q").first).not_to_be_empty()


def test_by_phase_kind_of_cell_status_and_country(site: str, page: Page) -> None:
    page.goto(site)
    clicks = Clicks(page)
    clicks.on("link", "Find a trial")
    clicks.on("checkbox", "Phase 3")
    clicks.on("checkbox", "Mesenchymal cells that make growth factors")
    clicks.on("checkbox", "Recruiting (")
    clicks.on("checkbox", "United States")
    clicks.on("button", "Apply filters")
    expect(page.locator("h1")).to_have_text(
        "1 recruiting trial of mesenchymal cells that make growth factors in phase 3 in the "
        "United States"
    )
    # each choice stands above the list as an action that takes it away
    clicks.on("link", "Remove filter: Phase 3")
    expect(page.locator("h1")).not_to_contain_text("phase 3")
    assert "phase" not in page.url


def test_a_zip_code_does_not_stay_in_the_address(site: str, page: Page) -> None:
    page.goto(f"{site}/trials/")
    page.get_by_label("Town or US ZIP code").fill("02114")
    page.get_by_role("radio", name="100", exact=True).check()
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page.locator("h1")).to_contain_text("within 100 miles of Boston, MA")
    assert "02114" not in page.url
    assert "near=boston-ma-us" in page.url
    # the place stays when another filter is chosen
    page.get_by_role("checkbox", name=re.compile("Recruiting")).first.check()
    page.get_by_role("button", name="Apply filters").last.click()
    expect(page.locator("h1")).to_contain_text("within 100 miles of Boston, MA")
    expect(page.locator("h1")).to_contain_text("recruiting")


def test_nothing_happens_before_apply(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/")
    wide.get_by_role("checkbox", name=re.compile("Phase 1")).check()
    wide.get_by_role("radio", name="Newest change first").check()
    assert wide.url == f"{site}/trials/"


def test_no_match_leads_on(site: str, page: Page) -> None:
    page.goto(f"{site}/trials/?status=WITHDRAWN&near=boston-ma-us&within=25")
    expect(page.locator("h1")).to_contain_text("No trials")
    page.get_by_role("link", name=re.compile("^Not only within 25 miles")).click()
    expect(page.locator("h1")).not_to_contain_text("No trials")


def test_a_card_opens_only_by_its_button(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/")
    wide.locator(".card h2").first.click()
    wide.locator(".card .facts").first.click()
    assert wide.url == f"{site}/trials/"


def test_starters_say_what_is_not_known(starter_site: str, page: Page) -> None:
    # Given a site that has had no answer from the registry yet
    page.goto(starter_site)
    # then it counts nobody as taking people now
    expect(page.locator(".now-count")).to_contain_text("We cannot say yet how many")
    # when somebody opens a study that took people when it was last looked at
    page.get_by_role("link", name=re.compile("^Recruiting when last known")).click()
    expect(page.locator(".card-note").first).to_contain_text("Facts as known in")
    page.get_by_role("link", name="Open trial 1").click()
    # then the page says what is not known, and where it can be found; silence is never a no
    expect(page.get_by_text("We have only some facts of this study so far")).to_be_visible()
    expect(page.locator("#who")).to_contain_text("We do not have the criteria in words here")
    expect(page.locator("#results")).to_contain_text("We do not know yet if results are posted")
    expect(page.locator("main")).not_to_contain_text("Not stated: ask")
    expect(page.get_by_role("link", name=re.compile("on ClinicalTrials.gov"))).to_be_visible()
    # and so does the sheet of questions
    page.get_by_role("link", name="Questions to ask", exact=True).click()
    expect(page.locator("main")).to_contain_text("Not known here yet: ask.")
