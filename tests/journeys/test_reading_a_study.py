"""A caregiver reads one study, on a phone."""

from playwright.sync_api import Page, expect


def test_what_is_given_and_why_we_say_so(site: str, small: Page) -> None:
    small.goto(f"{site}/trials/NCT90000001/")
    small.get_by_role("link", name="What is given").click()
    expect(small.get_by_role("heading", name="What is given", exact=True)).to_be_in_viewport()
    given = small.locator("#given")
    expect(given).to_contain_text("Mesenchymal cells (MSC)")
    expect(given.locator("q").first).to_have_text("Autologous bone marrow mesenchymal stem cells")


def test_a_message_is_ready_for_somebody_who_cannot_phone(site: str, small: Page) -> None:
    small.goto(f"{site}/trials/NCT90000001/")
    address = small.get_by_role("link", name="E-mail contact@example.org").get_attribute("href")
    assert address is not None
    assert address.startswith("mailto:contact@example.org?subject=Question%20about%20study")


def test_a_table_of_results_fits_a_phone(site: str, small: Page) -> None:
    small.goto(f"{site}/trials/NCT90000009/")
    row = small.locator("table", has_text="ALSFRS-R at 6 months").locator("tbody td").first
    expect(row).to_be_visible()
    label = row.evaluate("one => getComputedStyle(one, '::before').content")
    assert "Cells" in label


def test_an_id_that_is_not_here_leads_on(site: str, small: Page) -> None:
    small.goto(f"{site}/trials/NCT09999999/")
    expect(small.get_by_role("heading", level=1)).to_have_text("NCT09999999 is not in our list")
    small.get_by_role("link", name="Find a trial on this site").click()
    expect(small.get_by_role("link", name="Open trial 1", exact=True)).to_be_visible()
