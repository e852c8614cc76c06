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
from trials.views.unlogged import hidden, without_tokens

TOKEN = "A1b2C3d4-E5f6_G7h8"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f"Internal Server Error: /follow/confirm/{TOKEN}/", "/follow/confirm/.../"),
        (f"Not Found: /follow/end/{TOKEN}{TOKEN}/", "/follow/end/.../"),
        (f"GET /lists/{TOKEN}/copy/", "/lists/.../copy/"),
        (f"/saved/move/{TOKEN}/", "/saved/move/.../"),
        ("/follow/NCT90000001/ and /trials/NCT90000001/", "/follow/NCT90000001/"),
    ],
)
def test_tokens_are_hidden(line: str, shown: str) -> None:
    assert shown in hidden(line)
    assert TOKEN not in hidden(line)


def test_a_line_is_changed_and_not_dropped() -> None:
    record = logging.LogRecord("x", 20, "x", 1, "Error: %s", (f"/follow/end/{TOKEN}/",), None)
    assert without_tokens()(record)
    assert record.getMessage() == "Error: /follow/end/.../"


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
    caplog.handler.addFilter(without_tokens())
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
