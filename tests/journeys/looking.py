"""What a browser can measure on a page: targets, gaps, tab stops, width; and axe's rules."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TARGET, PRIMARY_HEIGHT, PRIMARY_WIDTH, GAP = 48, 72, 88, 16
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
# Every visible target with its box; a ticked box's target is its whole label.
BOXES = """() => [...document.querySelectorAll(
    'a[href], button, summary, select, textarea, input:not([type=hidden])')]
  .map(one => [one, one.closest('label') || one])
  .map(([one, box]) => ({
    words: (box.innerText || one.getAttribute('aria-label') || one.name || '').trim(),
    primary: one.matches('.button:not(.button-quiet)'),
    button: one.matches('.button'),
    ...(({x, y, width, height}) => ({x, y, width, height}))(box.getBoundingClientRect()),
  }))
  .filter(one => one.width > 0 && one.x + one.width > 0)"""
STOPS = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
  .filter(one => one.type !== 'hidden' && one.tabIndex >= 0)
  .filter(one => !one.closest('details:not([open]) > :not(summary)'))
  .map(one => one.innerText || one.name)"""
Box = dict[str, Any]


def axe_violations(page: Page) -> list[str]:
    """One line a violation: rule, what it is, where."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}"
        for one in found
    ]


def open_all(page: Page) -> None:
    """Open all that is folded away, so that it is looked at as well."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def small_targets(page: Page) -> list[Box]:
    """Targets below 48 x 48 px (half a pixel is rounding)."""
    return [box for box in page.evaluate(BOXES) if min(box["width"], box["height"]) < TARGET - 0.5]


def small_primaries(page: Page) -> list[Box]:
    """Primary actions below 72 px high or 88 px wide."""
    return [
        box
        for box in page.evaluate(BOXES)
        if box["primary"] and (box["height"] < PRIMARY_HEIGHT or box["width"] < PRIMARY_WIDTH)
    ]


def crowded(page: Page) -> list[tuple[str, str]]:
    """Pairs of targets that overlap, and of buttons with less than 16 px between them."""
    boxes: list[Box] = page.evaluate(BOXES)
    return [
        (one["words"], other["words"])
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if _distance(one, other) < (GAP - 0.5 if one["button"] and other["button"] else -0.5)
    ]


def _distance(one: Box, other: Box) -> float:
    """The larger of the gaps side by side and one above the other; below 0 they overlap."""
    across = max(one["x"], other["x"]) - min(one["x"] + one["width"], other["x"] + other["width"])
    down = max(one["y"], other["y"]) - min(one["y"] + one["height"], other["y"] + other["height"])
    return float(max(across, down))


def stops_before(page: Page, words: str) -> int:
    """Tab stops before the first whose words begin so."""
    stops: list[str] = page.evaluate(STOPS)
    return next(at for at, stop in enumerate(stops) if stop.startswith(words))


def sideways(page: Page) -> int:
    """Pixels that stick out at the side."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def focused_words(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText || ''")).strip()
