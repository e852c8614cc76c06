"""A nurse exports the filtered list, and reads it back: the same rows as on the screen."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Page


def test_the_file_has_the_rows_of_the_screen(site: str, without_scripts: Page) -> None:
    page = without_scripts
    page.goto(f"{site}/trials/?status=COMPLETED")
    on_screen = page.locator(".card-id").all_inner_texts()
    page.get_by_role("link", name="Export this list").click()
    assert "completed" in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Get CSV file").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["NCT number"] for row in rows][: len(on_screen)] == on_screen != []
    assert {row["Status"] for row in rows} == {"COMPLETED"}


def test_a_column_and_sites_are_chosen_by_native_controls(site: str, without_scripts: Page) -> None:
    page = without_scripts
    page.goto(f"{site}/export/?status=RECRUITING")
    page.get_by_text("One row for each site of a study").click()
    page.get_by_role("button", name="Show addresses for these choices").click()
    assert "rows=site" in page.url
    address = page.get_by_role("link", name="studies.csv").inner_text()
    assert "status=RECRUITING&rows=site" in address
