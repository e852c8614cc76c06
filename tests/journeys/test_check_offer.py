"""Somebody checks a study number that a clinic quoted."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import WIDE, NewContext


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without"])
def test_from_the_first_page_to_what_the_registry_says(
    site: str, guarded: NewContext, *, has_scripts: bool
) -> None:
    # Given somebody to whom a clinic named the number of a study
    page = guarded(viewport=WIDE, java_script_enabled=has_scripts).new_page()
    page.goto(site)
    # when they paste the clinic's sentence as it is
    page.get_by_role("link", name="Check a clinic's offer").click()
    page.get_by_label("Study number").fill("Our study is listed as nct 90000001!")
    page.get_by_role("button", name="Look up this number").click()
    # then they read what the registry says, what it does not, and what to ask
    assert page.get_by_role("heading", name="What the registry says about NCT90000001").is_visible()
    assert page.get_by_text("A listing does not mean that it costs nothing.").is_visible()
    page.get_by_role("link", name="Questions to ask about NCT90000001, to print").click()
    assert page.get_by_role("heading", level=1).inner_text() == (
        "Questions to ask about NCT90000001"
    )


def test_by_keyboard_alone_with_a_slip_that_is_kept(site: str, wide: Page) -> None:
    wide.goto(f"{site}/check/")
    wide.get_by_label("Study number").focus()
    wide.keyboard.type("NCT9000001")
    wide.keyboard.press("Enter")
    wide.wait_for_url("**/check/?id=NCT9000001")
    assert wide.get_by_text("We count 7 digits").is_visible()
    assert wide.get_by_label("Study number").input_value() == "NCT9000001"


def test_ticks_send_nothing_and_are_gone_with_the_page(site: str, wide: Page) -> None:
    wide.goto(f"{site}/check/", wait_until="networkidle")
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    boxes = wide.get_by_role("checkbox")
    for box in boxes.all():
        box.check()
    assert asked == []
    assert wide.url == f"{site}/check/"
    wide.goto(f"{site}/check/")
    assert not [box for box in boxes.all() if box.is_checked()]
    assert wide.context.cookies() == []
