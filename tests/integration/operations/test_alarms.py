"""Every alarm asks for numbers that there are, and has its entry in the runbook."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import Any

import promql_parser
import pytest
import yaml
from django.test import Client
from django.urls import get_resolver
from prometheus_client.parser import text_string_to_metric_families
from pytest_django.fixtures import Settings

from tests.integration.catalogue import NOW, publish
from tests.integration.operations.site import ROOT, TOKEN
from tests.records import study
from trialfinder.watching import tasks
from trials.models import Alert, AlertMail, SyncRun

GROUPS = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text())["groups"]
ALARMS: list[dict[str, Any]] = [rule for group in GROUPS for rule in group["rules"]]
RUNBOOK = (ROOT / "docs/operations.md").read_text()
TESTS = "alerts.test.yml"
OTHERS = ("DiskFull", "CertificateEnds")  # told by the machine, not by the site


@pytest.fixture
def numbers(client: Client, settings: Settings, db: None) -> dict[str, set[str]]:
    """The labels of each number that /metrics gives once everything has happened."""
    settings.METRICS_TOKEN = TOKEN
    publish(study(nct_id="NCT90000001"))
    SyncRun.objects.create(kind="light", state="failed", started_at=NOW, finished_at=NOW)
    alert = Alert.objects.create(email="a@example.org", created_at=NOW, next_at=NOW)
    AlertMail.objects.create(alert=alert, kind="digest", state="refused", claimed_at=NOW)
    tasks.note("trials.tasks.reread", "failure", seconds=1, at=NOW)
    client.get("/health/live")
    text = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
    families = text_string_to_metric_families(text)
    return {sample.name: set(sample.labels) for each in families for sample in each.samples}


@pytest.mark.parametrize("alarm", ALARMS, ids=lambda alarm: alarm["alert"])
def test_every_expression_can_be_read(alarm: dict[str, Any]) -> None:
    promql_parser.parse(alarm["expr"])


@pytest.mark.parametrize("command", [["check", "rules", "alerts.yml"], ["test", "rules", TESTS]])
def test_every_alarm_goes_when_it_should_and_not_before(command: list[str]) -> None:
    if not (promtool := os.environ.get("PROMTOOL") or shutil.which("promtool")):
        pytest.skip("No promtool: `./run test` unpacks one from Debian's package prometheus.")
    done = subprocess.run(
        [promtool, *command], cwd=ROOT / "deploy", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_alarm_is_tried_in_both_directions() -> None:
    tried = [
        (rule["alertname"], bool(rule.get("exp_alerts")))
        for each in yaml.safe_load((ROOT / "deploy" / TESTS).read_text())["tests"]
        for rule in each["alert_rule_test"]
    ]
    assert set(tried) == {(alarm["alert"], goes) for alarm in ALARMS for goes in (True, False)}


def test_every_alarm_asks_for_numbers_that_there_are(numbers: dict[str, set[str]]) -> None:
    for alarm in ALARMS:
        asked = re.findall(r"(trialfinder_\w+)(?:\{([^}]*)\})?", alarm["expr"])
        assert asked or alarm["alert"] == "WebGone"
        for name, labels in asked:
            assert name in numbers, (alarm["alert"], name)
            assert set(re.findall(r"(\w+)[!=]~?\"", labels)) <= numbers[name], (
                alarm["alert"],
                labels,
            )


def test_every_page_that_an_alarm_leaves_out_is_there() -> None:
    pages = get_resolver().reverse_dict
    names = {name for name in pages if isinstance(name, str)}
    left_out = [re.findall(r'route!~"([^"]+)"', alarm["expr"]) for alarm in ALARMS]
    patterns = {each for found in left_out for one in found for each in one.split("|")}
    assert {"ready", "components_error"} <= patterns
    for pattern in patterns:
        assert any(re.fullmatch(pattern, name) for name in names), pattern


@pytest.mark.parametrize("name", [*(alarm["alert"] for alarm in ALARMS), *OTHERS])
def test_every_alarm_has_an_entry_in_the_runbook(name: str) -> None:
    entry = re.search(rf"^### {name}\b.*?(?=^##|\Z)", RUNBOOK, re.MULTILINE | re.DOTALL)
    assert entry, f"docs/operations.md has no entry {name}"
    for part in ("**You see**", "**Readers**", "**Do**", "**Over**", "**Tried**"):
        assert part in entry[0], (name, part)


def test_the_runbook_names_no_alarm_that_there_is_not() -> None:
    told = set(re.findall(r"^### ([A-Z][A-Za-z]+)\b", RUNBOOK, re.MULTILINE))
    assert told == {alarm["alert"] for alarm in ALARMS} | set(OTHERS)
