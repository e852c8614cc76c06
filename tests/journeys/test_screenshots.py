"""Pictures of the pages for docs/screenshots/: `./run test tests/journeys --screenshots`."""

from pathlib import Path

import pytest

from tests.journeys.conftest import NewContext

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
PAGES = {
    "home": "/",
    "search": "/trials/?status=RECRUITING&near=boston-ma-us&within=100",
    "no-match": "/trials/?status=WITHHELD&phase=PHASE4&near=boston-ma-us&within=25",
    "study": "/trials/NCT90000001/",
    "unknown-study": "/trials/NCT09999999/",
    "about-the-data": "/about/data/",
}
TALLEST = 1600


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    ("name", "scheme"), [*((name, "light") for name in PAGES), ("home", "dark"), ("search", "dark")]
)
def test_picture(site: str, guarded: NewContext, name: str, width: int, scheme: str) -> None:
    page = guarded(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(site + PAGES[name])
    page.evaluate("document.fonts.ready.then(() => true)")
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.screenshot(
        path=FOLDER / f"{name}-{width}-{scheme}.jpg",
        type="jpeg",
        quality=50,
        full_page=True,
        clip={"x": 0, "y": 0, "width": width, "height": height},
    )
