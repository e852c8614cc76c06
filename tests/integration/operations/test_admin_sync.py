"""The pages of sync runs and problems, as a curator sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import html5lib
import psycopg2  # type: ignore[import-untyped]
import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from kombu import Connection
from kombu.pools import producers

from tests.integration.admin.curators import signed_in
from tests.integration.catalogue import NOW, publish
from tests.records import study
from trialfinder.celery import app
from trialfinder.watching.tasks import waiting
from trials.models import SyncProblem, SyncRun
from trials.sync.lock import LOCK

RUNS = reverse("admin:trials_syncrun_changelist")
ASK = reverse("admin:trials_syncrun_ask")
PROBLEMS = reverse("admin:trials_syncproblem_changelist")
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def curator(client: Client, db: None) -> Client:
    app.control.purge()
    return signed_in(client)


def met(nct_id: str, reason: str, *, days: int, kind: str = "full") -> SyncProblem:
    """A run of this many days ago that met this."""
    began = NOW - timedelta(days=days)
    run, _ = SyncRun.objects.get_or_create(
        kind=kind, state="published", started_at=began, finished_at=began, seen=2
    )
    return SyncProblem.objects.create(
        run=run, nct_id=nct_id, field="statusModule", reason=reason, is_fatal=True
    )


def rows(client: Client, **parameters: str) -> list[list[str]]:
    """The cells' words of the list's table."""
    page = client.get(PROBLEMS, parameters)
    assert page.status_code == 200
    document = html5lib.parse(page.content.decode())
    return [
        ["".join(cell.itertext()) for cell in row if not cell.findall(f".//{XHTML}input")]
        for row in document.findall(f".//{XHTML}table[@id='result_list']/{XHTML}tbody/{XHTML}tr")
    ]


def test_a_problem_stands_there_once_with_its_first_and_last_day(curator: Client) -> None:
    for days in (20, 3, 1):
        met("NCT90000001", "is a list", days=days)
    ((nct_id, field, reason, _value, _fatal, first, last, runs),) = rows(curator)
    assert (nct_id, field, reason, runs) == ("NCT90000001", "statusModule", "is a list", "3")
    assert first.startswith("Oct. 31, 2026")
    assert last.startswith("Nov. 19, 2026")


def test_reasons_can_be_chosen_and_records_searched(curator: Client) -> None:
    met("NCT90000001", "is a list", days=1)
    met("NCT90000002", "a word that is not known yet", days=1)
    assert len(rows(curator)) == 2
    assert [row[0] for row in rows(curator, reason="is a list")] == ["NCT90000001"]
    assert [row[0] for row in rows(curator, q="NCT90000002")] == ["NCT90000002"]
    assert "By reason" in curator.get(PROBLEMS).content.decode()


def test_what_the_last_full_run_no_longer_met_is_gone(curator: Client) -> None:
    met("NCT90000001", "is a list", days=9)
    met("NCT90000002", "is a list", days=1)
    assert [row[0] for row in rows(curator, standing="gone")] == ["NCT90000001"]
    assert [row[0] for row in rows(curator, standing="still")] == ["NCT90000002"]


def test_a_record_that_the_site_holds_is_a_link(curator: Client) -> None:
    publish(study(nct_id="NCT90000001"))
    met("NCT90000001", "is a list", days=1)
    met("", "no id", days=1)
    page = curator.get(PROBLEMS).content.decode()
    assert re.search(r'href="/admin/trials/study/\d+/change/">NCT90000001', page)
    assert "without an id" in page


def test_one_problem_has_a_page_that_changes_nothing(curator: Client) -> None:
    problem = met("NCT90000001", "is a list", days=1)
    change = reverse("admin:trials_syncproblem_change", args=[problem.pk])
    assert "statusModule" in curator.get(change).content.decode()
    assert curator.post(change, {"reason": "mine"}).status_code == 403


def test_the_button_asks_the_worker(curator: Client) -> None:
    page = curator.get(RUNS).content.decode()
    assert 'action="/admin/trials/syncrun/ask/"' in page
    assert "The worker was asked" in curator.post(ASK, follow=True).content.decode()
    assert waiting() == 1


@pytest.fixture
def another_session(transactional_db: None) -> Iterator[psycopg2.extensions.connection]:
    settings = connection.get_connection_params()
    kept = ("dbname", "user", "password", "host", "port")
    session = psycopg2.connect(**{name: settings[name] for name in kept if name in settings})
    yield session
    session.close()


@pytest.mark.django_db(transaction=True)
def test_while_a_sync_runs_the_button_says_so_and_asks_nothing(
    another_session: psycopg2.extensions.connection, client: Client
) -> None:
    app.control.purge()
    curator = signed_in(client)
    with another_session.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    SyncRun.objects.create(kind="full", state="running", started_at=NOW)
    page = curator.post(ASK, follow=True).content.decode()
    assert "A sync is running since 2026-11-20 15:10 UTC" in page
    assert waiting() == 0


def test_a_run_whose_worker_died_does_not_keep_the_button_shut(curator: Client) -> None:
    SyncRun.objects.create(kind="full", state="running", started_at=NOW)
    assert "The worker was asked" in curator.post(ASK, follow=True).content.decode()


def test_without_redis_the_button_says_so(curator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = producers[Connection("redis://127.0.0.1:1/0")]
    monkeypatch.setattr(app.amqp, "_producer_pool", nobody)
    assert "Redis does not answer" in curator.post(ASK, follow=True).content.decode()


def test_strangers_see_neither(client: Client, db: None) -> None:
    for address in (RUNS, PROBLEMS):
        assert client.get(address).status_code == 302
    assert client.post(ASK).status_code == 302
