"""Alerts in a real Celery worker: asked for on the page, sent by the worker; killed in mid-mail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.integration.alerts.mail_server import MailServer
from tests.integration.alerts.steps import EMAIL, IDS, links_of
from tests.integration.catalogue import publish
from tests.integration.worker.conftest import Worker, start_worker, wait_until
from tests.records import study
from trials import tasks
from trials.models import Alert, AlertMail

__all__ = ["start_worker"]
StartWorker = Callable[[], Worker]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(
    server: MailServer,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    transactional_db: None,
    request: pytest.FixtureRequest,
) -> StartWorker:
    """Starts workers that know the mail server by its address, as an operator's would.

    The last sync is of now: one of long ago would be missed, and made up for by the worker.
    """
    monkeypatch.setenv("EMAIL_URL", f"smtp://127.0.0.1:{server.port}")
    monkeypatch.setenv("MAIL_FROM", settings.MAIL_FROM)
    monkeypatch.setenv("SITE_URL", settings.SITE_URL)
    monkeypatch.setenv("SECRET_KEY", settings.SECRET_KEY)
    publish(study(nct_id=IDS[0], overall_status="RECRUITING"), now=timezone.now())
    start: StartWorker = request.getfixturevalue("start_worker")
    return start


def ours() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def ask(email: str = EMAIL) -> None:
    answer = ours().post(f"/follow/{IDS[0]}/", {"email": email, "frequency": "day"})
    assert answer.status_code == 303


def states() -> list[str]:
    return list(AlertMail.objects.order_by("claimed_at").values_list("state", flat=True))


def test_from_the_form_to_the_digest(server: MailServer, worker: StartWorker) -> None:
    worker()
    ask()
    wait_until(lambda: states() == ["sent"], "the first mail")
    token = links_of(server.last)["confirm"]
    assert ours().post(f"/follow/confirm/{token}/").status_code == 200
    publish(study(nct_id=IDS[0], overall_status="SUSPENDED"), now=timezone.now())
    tasks.send_alert_mails.delay()
    tasks.send_alert_mails.delay()
    wait_until(lambda: states() == ["sent", "sent"], "the digest")
    tasks.send_alert_mails.delay()
    assert Client().post(f"/follow/end/{links_of(server.last)['end']}/").status_code == 200
    assert not Alert.objects.exists()
    assert [str(mail["Subject"]) for mail in server.mails] == [
        "Please confirm your request",
        "The page you follow has 1 change",
    ]


def test_a_worker_killed_after_the_servers_yes_does_not_repeat_it(
    server: MailServer, worker: StartWorker
) -> None:
    """The server takes the mail and its yes never arrives; then the machine dies."""
    server.moods.holds = True
    first = worker()
    ask()
    wait_until(lambda: len(server.mails) == 1, "the mail is with the server")
    assert states() == ["claimed"]
    first.kill()
    server.let_go()
    worker()
    tasks.send_alert_mails.delay()
    tasks.send_alert_mail.delay(str(Alert.objects.get().pk))
    ask("another@example.org")  # the worker does one thing after the other: this comes last
    wait_until(lambda: states() == ["claimed", "sent"], "the mail that was asked for last")
    assert [str(mail["To"]) for mail in server.mails] == [EMAIL, "another@example.org"]
