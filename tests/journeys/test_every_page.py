"""On every page, in each state, at each width: what can be measured. One load a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys import looking
from tests.journeys.addresses import EVERY, STARTERS, Address
from tests.journeys.conftest import SMALL, WIDE, NewContext
from tests.journeys.pictures import A4_HEIGHT, A4_WIDTH

PAPER = {"width": A4_WIDTH, "height": A4_HEIGHT}
BETWEEN = {"width": 800, "height": 900}
ZOOMED = {"width": 320, "height": 225}  # what 400 % zoom leaves of 1280 x 900 px
LARGEST = "text-larger targets-large"
STRONG, CALM = "contrast-strong", "calm-calm"


def everything(page: Page) -> Iterator[str]:
    """Each fault of the page, with the way it was looked at."""
    yield from _wide(page)
    yield from _colours(page)
    page.set_viewport_size(BETWEEN)  # type: ignore[arg-type]
    yield from _of("800", looking.faults(page, *looking.SIZES, *looking.FITS, "brokenWords"))
    yield from _small(page)
    yield from _other_ways(page)
    yield from _paper(page)
    if not looking.choosing_sends_nothing(page):
        yield "choosing sends a form"


def _wide(page: Page) -> Iterator[str]:
    yield from _of("axe, 1280", looking.axe_violations(page))
    yield from _of("1280", looking.faults(page, *looking.WORDS))
    looking.open_all(page)
    yield from _of("1280", looking.faults(page, *looking.SIZES, *looking.FITS, "brokenWords"))


def _colours(page: Page) -> Iterator[str]:
    """Text 7:1, edges 3:1, however the reader likes the colours."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for classes in ("", STRONG, CALM):
            looking.dressed(page, classes)
            yield from _of(f"{scheme} {classes}", looking.faults(page, *looking.COLOURS))
        looking.dressed(page, "")
    page.emulate_media(color_scheme="light")


def _small(page: Page) -> Iterator[str]:
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    yield from _of("axe, 320", looking.axe_violations(page))
    yield from _of("320", looking.faults(page, *looking.SIZES, *looking.FITS, "brokenWords"))


def _other_ways(page: Page) -> Iterator[str]:
    """Large text on a small phone; the reader's own colours; 400 % zoom."""
    looking.dressed(page, LARGEST)
    yield from _of("large text, 320", looking.faults(page, *looking.SIZES, *looking.FITS))
    looking.dressed(page, "")
    page.emulate_media(forced_colors="active")
    yield from _of("forced colours", looking.faults(page, "edgeless", *looking.FITS))
    page.emulate_media(forced_colors="none")
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    yield from _of("400 % zoom", looking.faults(page, *looking.FITS))


def _paper(page: Page) -> Iterator[str]:
    """On A4, less its margins."""
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)  # type: ignore[arg-type]
    yield from _of("paper", looking.faults(page, "paleMarks", "brokenWords", *looking.FITS))
    page.emulate_media(media="screen")


def _of(way: str, faults: list[str]) -> Iterator[str]:
    return (f"{way}: {fault}" for fault in faults)


@pytest.mark.parametrize("address", EVERY, ids=lambda one: one.name)
def test_everybody_can_use(site: str, guarded: NewContext, address: Address) -> None:
    page = guarded(viewport=WIDE).new_page()
    address.open(page, site)
    assert list(everything(page)) == []


@pytest.mark.parametrize("address", STARTERS, ids=lambda one: one.name)
def test_the_starter_catalogue_is_as_easy_to_use(
    starter_site: str, guarded: NewContext, address: Address
) -> None:
    page = guarded(viewport=WIDE).new_page()
    address.open(page, starter_site)
    assert list(everything(page)) == []


def test_axe_finds_nothing_in_the_dark(site: str, guarded: NewContext) -> None:
    """The colours of every page are measured above; this is axe's own opinion of a few."""
    page = guarded(viewport=WIDE, color_scheme="dark").new_page()
    for path in ("/", "/trials/?status=RECRUITING", "/trials/NCT90000001/", "/fit/sex/"):
        page.goto(site + path)
        assert looking.axe_violations(page) == [], path


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
    assert not wide.get_by_text("Take this list along").is_visible()
    assert wide.locator(".card h2").first.is_visible()
