"""Alerts over invented studies, with a real mail server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.integration.alerts.mail_server import MailServer
from tests.integration.alerts.steps import IDS
from tests.integration.catalogue import publish
from tests.records import study


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    """The mail server that the settings name."""
    with MailServer() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_TIMEOUT = 10
        settings.MAIL_FROM, settings.ALERTS_BY_MAIL = "updates@example.org", True
        settings.SITE_URL = "https://news.example.org"
        yield running


@pytest.fixture
def catalogue(db: None) -> None:
    """Two studies that recruit and one that does not yet."""
    publish(
        study(nct_id=IDS[0], overall_status="RECRUITING"),
        study(nct_id=IDS[1], overall_status="RECRUITING"),
        study(nct_id=IDS[2], overall_status="NOT_YET_RECRUITING"),
    )
