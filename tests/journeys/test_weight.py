"""What a page costs to fetch, as a browser that has never been here counts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import WIDE, NewContext

MOST_BYTES, MOST_REQUESTS = 35_000, 4
# Bytes a second and milliseconds, as Lighthouse's slow 4G: the font comes after the page is drawn.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
RESULTS = (
    "/trials/",
    "/trials/?status=RECRUITING&near=boston-ma-us&within=100",
    "/trials/?phase=PHASE1&phase=PHASE2&cell=mesenchymal&country=US&sort=updated",
)
FIRST_SEEN = ("/", *RESULTS, "/trials/map/", "/trials/NCT90000001/", "/guide/", "/fit/")


@dataclass
class Fetched:
    """Every request of a page. ``size`` is in bytes as they came over the wire, with headers."""

    sizes: dict[str, float] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)

    def asked(self, event: dict[str, Any]) -> None:
        self.answers[event["requestId"]] = event["response"] | {"kind": event["type"]}

    def loaded(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def without_fonts(self) -> dict[str, float]:
        """Address -> bytes."""
        return {
            self.answers[one]["url"]: size
            for one, size in self.sizes.items()
            if self.answers[one]["kind"] != "Font"
        }

    def headers(self) -> Iterator[tuple[str, dict[str, str]]]:
        for answer in self.answers.values():
            yield answer["url"], {name.lower(): one for name, one in answer["headers"].items()}


@pytest.fixture
def fresh(guarded: NewContext) -> Page:
    return guarded(viewport=WIDE).new_page()


def fetched(page: Page, address: str) -> Fetched:
    """What this address makes a browser fetch; it must have kept nothing before."""
    seen = Fetched()
    devtools = page.context.new_cdp_session(page)
    devtools.on("Network.responseReceived", seen.asked)
    devtools.on("Network.loadingFinished", seen.loaded)
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, wait_until="networkidle")
    return seen


@pytest.mark.parametrize("path", RESULTS)
def test_results_are_light(site: str, fresh: Page, path: str) -> None:
    parts = fetched(fresh, site + path).without_fonts()
    assert site + path in parts
    assert len(parts) <= MOST_REQUESTS, parts
    assert sum(parts.values()) <= MOST_BYTES, parts


def test_the_bare_search_has_a_full_page_of_results(site: str, fresh: Page) -> None:
    fresh.goto(f"{site}/trials/")
    assert fresh.locator(".card").count() == 20


@pytest.mark.parametrize("path", FIRST_SEEN)
def test_all_that_is_fetched_is_ours_is_there_and_is_kept(
    site: str, fresh: Page, path: str
) -> None:
    seen = fetched(fresh, site + path)
    assert {answer["status"] for answer in seen.answers.values()} == {200}
    kinds = {answer["kind"] for answer in seen.answers.values()}
    assert kinds <= {"Document", "Stylesheet", "Font", "Image", "Other"}
    for address, headers in seen.headers():
        assert address.startswith((f"{site}/", "data:")), address
        if "/static/" in address:
            assert "immutable" in headers["cache-control"], address
        # Private pages come as they are: compression could tell what is in them (BREACH).
        is_public_page = address == site + path and headers["cache-control"].startswith("public")
        if address.endswith((".css", ".svg")) or is_public_page:
            assert headers["content-encoding"] in ("gzip", "br", "zstd"), address


@pytest.mark.parametrize("path", FIRST_SEEN)
def test_nothing_moves_while_a_page_comes(site: str, fresh: Page, path: str) -> None:
    """Cumulative Layout Shift: somebody may be about to press with their eyes."""
    fresh.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
        " window.moved += one.value }).observe({type: 'layout-shift', buffered: true})"
    )
    fresh.context.new_cdp_session(fresh).send("Network.emulateNetworkConditions", SLOW)
    fresh.goto(site + path, wait_until="networkidle")
    assert fresh.evaluate("window.moved") == 0


@pytest.mark.parametrize("path", ["/favicon.ico", "/static/icon.svg", "/robots.txt"])
def test_what_browsers_ask_for_unasked_is_there(site: str, fresh: Page, path: str) -> None:
    answer = fresh.request.get(site + path)
    assert (answer.status, answer.body() != b"") == (200, True)
