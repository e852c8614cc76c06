"""No log holds a token or an address."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

from tests.integration.alerts.mail_server import MailServer
from tests.integration.alerts.steps import EMAIL, IDS, asked, change, deliver, following_study
from tests.integration.catalogue import NOW
from trials.saved.alerts import consent
from trials.saved.alerts.tokens import Purpose, token_for
from trials.views.logs import WithoutSecrets


@pytest.mark.django_db
@pytest.mark.parametrize("fails", [False, True], ids=["as it should", "a fault of ours"])
def test_a_whole_life_leaves_neither_token_nor_address_in_the_logs(
    catalogue: None,
    server: MailServer,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    fails: bool,
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # the test server's own
    caplog.handler.setFormatter(WithoutSecrets("{levelname} {message}", style="{"))
    alert = asked()
    server.moods.recipient = "450 4.2.1 <{address}> is busy"
    deliver(NOW)
    running = following_study(IDS[0])
    change(IDS[0], now=NOW, overall_status="SUSPENDED")
    server.moods.recipient = "550 5.1.1 <{address}>: no such user"
    tokens = [token_for(one, purpose) for one in (alert, running) for purpose in Purpose]
    client = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
    if fails:
        monkeypatch.setattr(consent, "confirm", lambda *_, **__: 1 / 0)
        monkeypatch.setattr(consent, "end", lambda *_: 1 / 0)
    answers = [
        client.post(f"/follow/{purpose}/{token_for(alert, purpose)}/")
        for purpose in (Purpose.CONFIRM, Purpose.END)
    ]
    assert all((one.status_code >= 500) == fails for one in answers)
    deliver(NOW)
    assert caplog.text
    assert EMAIL not in caplog.text
    assert not [token for token in tokens if token in caplog.text]
