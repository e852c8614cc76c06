"""How the data stands: each case published by the code of a sync."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from tests.integration.catalogue import DATA_TIMESTAMP, NOW, publish
from tests.records import study
from trials.models import SyncProblem, SyncRun
from trials.sync.standing import standing
from trials.views.health.data import told
from trials.views.health.lines import Line, all_well

pytestmark = pytest.mark.django_db


def lines(*, days: float = 0) -> dict[str, Line]:
    return {line.name: line for line in told(standing(), now=DATA_TIMESTAMP + timedelta(days=days))}


def failed(*, hours: float) -> SyncRun:
    began = NOW + timedelta(hours=hours)
    return SyncRun.objects.create(kind="full", state="refused", started_at=began, finished_at=began)


def test_nothing_from_the_registry_is_ill() -> None:
    found = lines()
    assert not found["data"].is_well
    assert found["data"].words == "nothing has come from the registry yet"
    assert (found["last published"].words, found["last failed"].words) == ("never", "never")


@pytest.mark.parametrize(("days", "is_well"), [(0, True), (5, True), (5.01, False), (90, False)])
def test_the_age_alone_makes_it_ill(days: float, is_well: bool) -> None:
    publish(study(nct_id="NCT90000001"))
    failed(hours=1)
    assert all_well(lines(days=days).values()) is is_well
    assert lines(days=days)["data"].words.startswith("the registry's of 2026-11-20T09:00Z")


def test_the_limit_is_a_setting(settings: Settings) -> None:
    publish(study(nct_id="NCT90000001"))
    settings.DATA_MAX_AGE_DAYS = 1
    assert not lines(days=2)["data"].is_well


def test_the_last_runs_are_told_and_reading_again_is_none() -> None:
    publish(study(nct_id="NCT90000001"))
    failed(hours=-30)
    SyncRun.objects.create(
        kind="replay", state="published", started_at=NOW, finished_at=NOW + timedelta(days=1)
    )
    assert lines()["last published"].words == "2026-11-20T15:10Z (full, published)"
    assert lines()["last failed"].words == "2026-11-19T09:10Z (full, refused)"


def test_failing_means_that_the_last_run_did() -> None:
    assert not standing().is_failing
    failed(hours=-1)
    assert standing().is_failing
    publish(study(nct_id="NCT90000001"))
    assert not standing().is_failing
    failed(hours=1)
    assert standing().is_failing


def test_what_other_rules_read_is_counted() -> None:
    publish(study(nct_id="NCT90000001"), study(nct_id="NCT90000002"))
    assert standing().unread == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trials_reading SET version = 'older'")
    assert standing().unread == 2


def test_a_study_set_aside_twice_counts_once_and_only_since_the_last_full_run() -> None:
    earlier = failed(hours=-5)
    SyncProblem.objects.create(
        run=earlier, nct_id="NCT90000003", field="f", reason="r", is_fatal=True
    )
    run = publish(study(nct_id="NCT90000001"))
    for field in ("statusModule", "designModule"):
        SyncProblem.objects.create(
            run=run, nct_id="NCT90000002", field=field, reason="a list", is_fatal=True
        )
    SyncProblem.objects.create(run=run, nct_id="NCT90000001", field="phase", reason="a new word")
    assert standing().set_aside == 1


def test_it_asks_little(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    publish(study(nct_id="NCT90000001"))
    with django_assert_num_queries(6):
        standing()


def test_alive_is_asked_without_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/health/live").content == b"process: answers\n"
    assert client.post("/health/live").status_code == 405
