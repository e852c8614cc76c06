"""Lighthouse's view of one page, on its own mobile profile."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from tests.node.tools import NodeTools

COMMAND = "lighthouse/cli/index.js"
AGAIN, TRIES = "run Lighthouse again", 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# As in the journeys: root's Chromium has no sandbox, and no name but this machine's leads anywhere.
CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage "
    "--disable-background-networking --disable-component-update --disable-sync --no-first-run "
    "'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"
)


@dataclass(frozen=True)
class Report:
    """``scores``: category -> 0 to 100. ``lost``: category -> the audits that cost points."""

    scores: dict[str, int]
    lost: dict[str, list[str]]
    figures: dict[str, str]

    @classmethod
    def read(cls, told: dict[str, Any]) -> Report:
        """Lighthouse's JSON: categories.*.{score, auditRefs[].{id, weight}}, audits.*."""
        categories, audits = told["categories"], told["audits"]
        return cls(
            scores={name: round((one["score"] or 0) * 100) for name, one in categories.items()},
            lost={name: list(_lost(one, audits)) for name, one in categories.items()},
            figures={
                name: audits[name]["displayValue"]
                for name in FIGURES
                if "displayValue" in audits[name]
            },
        )

    def told(self, category: str) -> str:
        """What a failing test prints."""
        lines = [f"{category} {self.scores[category]}", *self.lost[category]]
        if category == "performance":
            lines += [f"{name}: {value}" for name, value in self.figures.items()]
        return "\n  ".join(lines)


FIGURES = (
    *("first-contentful-paint", "largest-contentful-paint", "total-blocking-time"),
    *("cumulative-layout-shift", "speed-index", "server-response-time", "total-byte-weight"),
)


def _lost(category: dict[str, Any], audits: dict[str, Any]) -> list[str]:
    costly = [one["id"] for one in category["auditRefs"] if one["weight"]]
    below = [audits[name] for name in costly if audits[name]["score"] not in (1, None)]
    return [
        f"{one['id']}: {one['title']} {one.get('displayValue', '')} {_items(one)}" for one in below
    ]


def _items(audit: dict[str, Any]) -> str:
    return json.dumps(audit.get("details", {}).get("items", []))[:600]


def look(tools: NodeTools, chromium: str, address: str, folder: Path, *categories: str) -> Report:
    """One run of Lighthouse; ``folder`` takes its report.

    A run whose browser came too late to be recorded says so (NO_NAVSTART, NO_FCP and the like,
    "Please run Lighthouse again") and is done again.
    """
    path = folder / "lighthouse.json"
    for _each in range(TRIES):
        done = _run(tools, chromium, address, path, categories or CATEGORIES)
        if AGAIN not in done.stdout + done.stderr:
            break
    assert done.returncode == 0, done.stdout + done.stderr
    return Report.read(json.loads(path.read_text(encoding="utf-8")))


def _run(
    tools: NodeTools, chromium: str, address: str, path: Path, categories: Sequence[str]
) -> CompletedProcess[str]:
    return tools.run(
        COMMAND,
        address,
        "--quiet",
        "--output=json",
        f"--output-path={path}",
        f"--only-categories={','.join(categories)}",
        "--disable-full-page-screenshot",
        "--no-enable-error-reporting",
        f"--chrome-flags={CHROME}",
        variables={"CHROME_PATH": chromium},
        timeout=180,
    )
