"""The guide, the check of an offer and the sheet, as a browser measures them."""

import pytest
from playwright.sync_api import Page

from tests.journeys import looking
from tests.journeys.conftest import SMALL, WIDE, NewContext

PAGES = (
    "/guide/",
    "/guide/what-is-als/",
    "/guide/stem-cells/",
    "/guide/finding-trials/",
    "/guide/phases/",
    "/guide/consent/",
    "/guide/unproven-offers/",
    "/guide/questions/",
    "/guide/words/",
    "/guide/where-to-turn/",
    "/check/",
    "/check/?id=NCT90000001",
    "/check/?id=NCT0328005+NCT12345678+NCT01051882",
    "/check/?id=hello",
    "/check/earlier-cells/",
    "/trials/NCT90000001/questions/",
    "/trials/NCT01051882/questions/",
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
    assert looking.axe_violations(small) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["320", "1280"])
def test_targets_are_large_and_apart_and_nothing_sticks_out(
    site: str, guarded: NewContext, path: str, size: dict[str, int]
) -> None:
    page = guarded(viewport=size).new_page()
    page.goto(site + path)
    assert looking.sideways(page) <= 0
    assert looking.small_targets(page) == []
    assert looking.small_primaries(page) == []
    assert looking.crowded(page) == []
