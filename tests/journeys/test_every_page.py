"""On every page, in each state, at each width: what can be measured."""

import pytest
from playwright.sync_api import Page

from tests.journeys import looking
from tests.journeys.conftest import SMALL, WIDE, NewContext

PAGES = (
    "/",
    "/trials/",
    "/trials/?status=RECRUITING&near=boston-ma-us&within=100",
    "/trials/?near=Springfield&phase=PHASE9",
    "/trials/?status=WITHHELD&phase=PHASE4&near=boston-ma-us&within=25",
    "/trials/?kind=other_cells_given&country=US",
    "/trials/NCT90000001/",
    "/trials/NCT90000009/",
    "/trials/NCT90000204/",
    "/trials/NCT90000206/",
    "/trials/NCT90000207/",
    "/trials/NCT01051882/",
    "/trials/NCT09999999/",
    "/about/data/",
    "/export/?status=RECRUITING",
    "/export/columns/",
    "/nowhere/",
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: str, guarded: NewContext, path: str, scheme: str) -> None:
    page = guarded(viewport=WIDE, color_scheme=scheme).new_page()
    page.goto(site + path)
    assert looking.axe_violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_small_screen(site: str, small: Page, path: str) -> None:
    small.goto(site + path)
    looking.open_all(small)
    assert looking.axe_violations(small) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["320", "1280"])
def test_targets_are_large_and_apart_and_nothing_sticks_out(
    site: str, guarded: NewContext, path: str, size: dict[str, int]
) -> None:
    page = guarded(viewport=size).new_page()
    page.goto(site + path)
    looking.open_all(page)
    assert looking.sideways(page) <= 0
    assert looking.small_targets(page) == []
    assert looking.small_primaries(page) == []
    assert looking.crowded(page) == []


@pytest.mark.parametrize("path", ["/", "/trials/", "/trials/NCT01051882/", "/about/data/"])
def test_the_starter_catalogue_is_as_easy_to_use(starter_site: str, small: Page, path: str) -> None:
    small.goto(starter_site + path)
    assert looking.axe_violations(small) == []
    assert looking.sideways(small) <= 0


def test_the_style_and_the_fonts_arrive(site: str, wide: Page) -> None:
    requests: list[str] = []
    wide.on("request", lambda request: requests.append(request.resource_type))
    wide.goto(f"{site}/trials/")
    wide.evaluate("document.fonts.ready.then(() => true)")
    assert wide.evaluate("document.fonts.check('18px \"Atkinson Hyperlegible Next\"')")
    assert len([kind for kind in requests if kind != "font"]) <= 4
    assert requests.count("stylesheet") == 1


def test_print_leaves_out_what_cannot_be_pressed(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/?status=RECRUITING")
    wide.emulate_media(media="print")
    assert not wide.locator(".filters").is_visible()
    assert not wide.get_by_text("Open trial 1", exact=True).is_visible()
    assert wide.locator(".card h2").first.is_visible()
