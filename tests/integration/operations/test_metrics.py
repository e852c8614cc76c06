"""Numbers over two real web processes, a real worker's broker and a real database."""

from __future__ import annotations

import re
import time

import pytest
import redis
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families
from pytest_django.fixtures import Settings

from tests.integration.catalogue import NOW, publish
from tests.integration.operations.site import TOKEN, Site, stopped
from tests.records import study
from trials.models import Alert, AlertMail, SyncRun
from trials.views.metrics.catalogue import catalogue

Numbers = dict[tuple[str, ...], float]
OPEN = f"Bearer {TOKEN}"


def numbers(text: str) -> Numbers:
    """('name', 'label=value', ...) -> the number."""
    return {
        (sample.name, *(f"{key}={value}" for key, value in sorted(sample.labels.items()))): (
            sample.value
        )
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def asked(site: Site) -> Numbers:
    answer = site.get("/metrics", Authorization=OPEN)
    assert answer.status == 200, site.log.read_text()[-3000:]
    return numbers(answer.text)


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer wrong", TOKEN, f"Basic {TOKEN}"])
def test_it_is_closed_to_who_does_not_know_the_word(site: Site, given: str) -> None:
    answer = site.get("/metrics", Authorization=given)
    assert answer.status == 404
    assert "trialfinder_" not in answer.text


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer "])
def test_the_schemes_case_is_nobodys_matter(
    client: Client, settings: Settings, scheme: str, db: None
) -> None:
    """RFC 9110, 11.1: a scheme is a token in small or capital letters; spaces may follow it."""
    settings.METRICS_TOKEN = TOKEN
    asked = {"Authorization": f"{scheme} {TOKEN}"}
    assert client.get("/metrics", headers=asked).status_code == 200
    asked = {"Authorization": f"{scheme} {TOKEN.upper()}"}
    assert client.get("/metrics", headers=asked).status_code == 404


def test_without_a_token_it_is_not_there(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = ""
    for given in ("", "Bearer ", "Bearer"):
        assert client.get("/metrics", headers={"Authorization": given}).status_code == 404


def test_both_processes_count_together(site: Site) -> None:
    live = ("trialfinder_requests_total", "method=GET", "route=live", "status=200")
    before = asked(site).get(live, 0)
    for _ in range(40):
        site.get("/health/live")
    assert {asked(site)[live] for _ in range(8)} == {before + 40}
    assert asked(site)[("trialfinder_request_seconds_count", "route=live")] >= 40


def test_no_label_holds_what_somebody_looked_at(site: Site) -> None:
    for path in (
        "/trials/NCT90000001/?q=secretword",
        "/trials/?q=secretword",
        "/lists/a-secret-token-of-a-list/",
        "/secretword/",
        "/static/secretword.css",
    ):
        site.get(path)
    site.get("/", Host="secretword.example.org")
    text = site.get("/metrics", Authorization=OPEN).text
    assert not re.search(r"NCT|secret|/|127\.0\.0\.1", re.sub("# .*", "", text)), text
    routes = {label for name in numbers(text) for label in name if label.startswith("route=")}
    assert {"route=study", "route=search", "route=none", "route=static"} <= routes


def test_tasks_of_all_workers_and_what_waits(site: Site, variables: dict[str, str]) -> None:
    with redis.Redis.from_url(variables["REDIS_URL"]) as broker:
        broker.delete("trialfinder:tasks", "celery")
        broker.rpush("celery", "one", "two")
        key = "trials.tasks.send_alert_mails|success"
        last = time.time()
        broker.hset(
            "trialfinder:tasks",
            mapping={f"{key}|count": 3, f"{key}|seconds": 0.5, f"{key}|last": last},
        )
        found = asked(site)
        broker.delete("trialfinder:tasks", "celery")
    labels = ("state=success", "task=send_alert_mails")
    assert found[("trialfinder_queue_length",)] == 2
    assert found[("trialfinder_task_seconds_count", *labels)] == 3
    assert found[("trialfinder_task_seconds_sum", *labels)] == 0.5
    none = ("state=failure", "task=send_alert_mails")
    assert found[("trialfinder_task_seconds_count", *none)] == 0  # a growth begins somewhere
    assert found[("trialfinder_task_last_timestamp_seconds", *labels)] == pytest.approx(last)


def test_a_server_that_is_gone_costs_its_own_numbers_only(site: Site) -> None:
    with stopped(site.redis):
        site.until("/health/running", lambda answer: "NOT WELL" in answer.lines["broker"])
        found = asked(site)
        assert found[("trialfinder_up", "server=broker")] == 0
        assert found[("trialfinder_up", "server=postgres")] == 1
        assert ("trialfinder_queue_length",) not in found
        assert ("trialfinder_unread_studies",) in found
    with stopped(site.postgres):
        site.until("/health/running", lambda answer: "NOT WELL" in answer.lines["postgres"])
        found = asked(site)
        assert found[("trialfinder_up", "server=postgres")] == 0
        assert ("trialfinder_unread_studies",) not in found
        assert ("trialfinder_queue_length",) in found


@pytest.mark.django_db
def test_what_the_database_tells(settings: Settings) -> None:
    settings.DATA_MAX_AGE_DAYS = 2
    publish(study(nct_id="NCT90000001"), study(nct_id="NCT90000002"))
    SyncRun.objects.create(kind="light", state="failed", started_at=NOW, finished_at=NOW)
    alert = Alert.objects.create(email="a@example.org", created_at=NOW, next_at=NOW)
    AlertMail.objects.create(alert=alert, kind="digest", state="refused", claimed_at=NOW)
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in catalogue(now=NOW)
        for sample in family.samples
    }
    assert found[("trialfinder_data_age_seconds",)] == (6 * 60 + 10) * 60 - 4
    assert found[("trialfinder_data_max_age_seconds",)] == 2 * 86_400  # DataOld asks for it
    assert found[("trialfinder_last_published_timestamp_seconds",)] == NOW.timestamp()
    assert found[("trialfinder_sync_runs", "full", "published")] == 1
    assert found[("trialfinder_sync_runs", "light", "failed")] == 1
    assert found[("trialfinder_alert_mails", "digest", "refused")] == 1
    assert found[("trialfinder_alert_mails", "renewal", "refused")] == 0  # a growth begins there
    assert sum(value for (name, *_), value in found.items() if name == "trialfinder_studies") == 2
    assert found[("trialfinder_sync_failing",)] == 1  # the one that began last
