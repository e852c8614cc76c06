"""What a browser can measure on a page: targets, gaps, tab stops, width, colours; axe's rules."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = [
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa"),
    *("wcag22a", "wcag22aa", "wcag22aaa", "best-practice"),
]
AXE = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {
        "target-size": {"enabled": True},
        "color-contrast-enhanced": {"enabled": True},
        "label-content-name-mismatch": {"enabled": True},
    },
    "resultTypes": ["violations"],
}
MEASURE = (Path(__file__).parent / "looking.js").read_text()
SIZES = ("smallTargets", "smallPrimaries", "crowded")
FITS = ("sideways", "cutOff")
COLOURS = ("pale", "paleEdges", "paleMarks")
WORDS = ("twoTargets", "misnamed", "manyStops", "scripted")


def axe_violations(page: Page) -> list[str]:
    """One line a violation: rule, what it is, where."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}"
        for one in found
    ]


def faults(page: Page, *checks: str) -> list[str]:
    """What the named checks of looking.js find, in words; at most a dozen."""
    found: list[str] = page.evaluate(f"names => ({MEASURE}).check(names)", list(checks))
    return found


def usable(page: Page) -> None:
    """What every page must be, whatever is on it."""
    assert axe_violations(page) == []
    assert faults(page, *SIZES, *FITS, *WORDS) == []


def open_all(page: Page) -> None:
    """Open all that is folded away, so that it is looked at as well."""
    page.evaluate(f"({MEASURE}).openAll()")


def dressed(page: Page, classes: str) -> None:
    """As the comfort cookie would have it: classes of <html>, such as 'text-larger'."""
    page.evaluate("classes => { document.documentElement.className = classes }", classes)


def choosing_sends_nothing(page: Page) -> bool:
    """Whether the page stays where it is when everything on it is ticked and chosen."""
    page.evaluate("window.stayed = true")
    page.evaluate(f"({MEASURE}).chooseAll()")
    return bool(page.evaluate("window.stayed === true"))


def stops_before(page: Page, words: str) -> int:
    """Tab stops before the first whose words begin so."""
    stops: list[str] = page.evaluate(f"({MEASURE}).stops()")
    return next(at for at, stop in enumerate(stops) if stop.startswith(words))


def sideways(page: Page) -> int:
    """Pixels that stick out at the side."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def focused_words(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText || ''")).strip()
