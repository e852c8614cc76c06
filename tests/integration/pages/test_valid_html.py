"""HTML validity, as html-validate judges it: every page, in every state that steps lead to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from tests.integration.pages.seen_pages import Seen, see_every_page
from tests.node.tools import NodeTools

CONFIG = Path(__file__).parents[2] / "node/htmlvalidate.mjs"
EMPTY = ("/", "/trials/", "/trials/map/", "/about/data/", "/status/", "/fit/results/", "/follow/")
COMMAND = "html-validate/bin/html-validate.mjs"
# What is allowed all the same:
# Firefox keeps ticks over a reload unless the box says autocomplete="off", which the standard has
# no word for. The page promises that its signs are kept nowhere: that goes before.
ALLOWED = re.compile(
    r"(?:input-attributes|valid-autocomplete): .*autocomplete.*checkbox.*"
    r"\(line \d+: .*> li:nth-child\(\d\) > label > input\)"
)


@pytest.mark.usefixtures("starters", "examples")
def test_every_page_is_valid(settings: Settings, tmp_path: Path) -> None:
    tools = NodeTools.here()
    settings.ALERTS_BY_MAIL, settings.MAIL_FROM = True, "updates@example.org"
    seen = Seen()
    see_every_page(seen)
    assert len(seen.pages) > 150
    faults = faults_in(seen.pages, tools, tmp_path)
    assert not faults, "\n".join(
        f"{name}: {one}" for name, lines in faults.items() for one in lines
    )


@pytest.mark.django_db
def test_pages_over_an_empty_database_are_valid(tmp_path: Path) -> None:
    tools, seen = NodeTools.here(), Seen()
    reader = seen.reader()
    for path in EMPTY:
        assert reader.get(path).status_code == 200
    assert faults_in(seen.pages, tools, tmp_path) == {}


def test_a_fault_is_found(tmp_path: Path) -> None:
    """The rules are really read: a page that is wrong in a way no parser minds."""
    page = (
        '<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><p id="a"><b id="a">'
    )
    found = faults_in({"bad": page}, NodeTools.here(), tmp_path)
    assert any(one.startswith("no-dup-id") for one in found["bad"])


def faults_in(pages: Mapping[str, str], tools: NodeTools, folder: Path) -> dict[str, list[str]]:
    """Name of a page -> what html-validate finds in it; one process for all of them."""
    files = {f"{number:04}.html": name for number, name in enumerate(pages)}
    for file, name in files.items():
        (folder / file).write_text(pages[name], encoding="utf-8")
    # Into a file: it ends before a pipe has taken all of a long report.
    told_in = folder / "report.json"
    answer = tools.run(COMMAND, "--config", CONFIG, "--formatter", f"json={told_in}", folder)
    assert answer.returncode in (0, 1), answer.stdout + answer.stderr
    reports: list[dict[str, Any]] = json.loads(told_in.read_text(encoding="utf-8"))
    found = {files[Path(one["filePath"]).name]: told(one["messages"]) for one in reports}
    return {name: lines for name, lines in found.items() if lines}


def told(messages: list[dict[str, Any]]) -> list[str]:
    lines = (
        f"{one['ruleId']}: {one['message']} (line {one['line']}: {one['selector']})"
        for one in messages
    )
    return [line for line in lines if not ALLOWED.fullmatch(line)]
