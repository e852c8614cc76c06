"""A full catalogue, mails offered, and no limit but the ones that a test is about."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.integration.pages.conftest import _plain_static, examples, towns

__all__ = ["_plain_static", "examples", "towns"]
OPEN = dict.fromkeys(("api", "export", "follow", "write", "signin"), "1000000/s")


@pytest.fixture(autouse=True)
def _open_house(settings: Settings) -> None:
    settings.RATES = OPEN
    settings.ALERTS_BY_MAIL = True
    settings.MAIL_FROM = "updates@example.org"
    settings.SECURITY_CONTACT = "security@example.org"


@pytest.fixture
def stranger() -> Client:
    """A browser on one of our own pages; a fault of ours becomes a 500, as in real life."""
    return Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
