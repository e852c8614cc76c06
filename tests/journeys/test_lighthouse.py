"""Lighthouse's four figures for the pages that most people see first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.node.lighthouse import look
from tests.node.tools import NodeTools

PAGES = ("/", "/trials/", "/trials/NCT90000001/")
FULL = ("accessibility", "best-practices", "seo")
FAST = 98
# What else this machine does takes points for speed away and never adds any: so the best counts.
TRIES = 6


@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_is_content(site: str, chromium: str, path: str, tmp_path: Path) -> None:
    tools = NodeTools.here()
    report = look(tools, chromium, site + path, tmp_path)
    assert [report.told(each) for each in FULL if report.scores[each] < 100] == []
    runs = [report.scores["performance"]]
    while runs[-1] < FAST and len(runs) < TRIES:
        report = look(tools, chromium, site + path, tmp_path, "performance")
        runs.append(report.scores["performance"])
    assert runs[-1] >= FAST, f"runs: {runs}\n{report.told('performance')}"
