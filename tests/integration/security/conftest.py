"""A full catalogue, mails offered, and no limit but the ones that a test is about."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.integration.pages.conftest import _plain_static, examples, towns
from tests.integration.security.corpus import MARK
from trialfinder.watching.ids import Ids
from trialfinder.watching.json_lines import JsonLines
from trialfinder.watching.routes import WithoutAddress
from trials.views.logs import WithoutSecrets

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


@pytest.fixture
def _no_mark_in_logs() -> Iterator[None]:
    """What was sent stands in no line of the site's log, neither as text nor as JSON."""
    written = io.StringIO()
    handlers = [logging.StreamHandler(written) for _ in range(2)]
    for handler, form in zip(handlers, (WithoutSecrets(), JsonLines()), strict=True):
        handler.setFormatter(form)
        handler.addFilter(Ids())
        handler.addFilter(WithoutAddress())
        logging.getLogger().addHandler(handler)
    yield
    for handler in handlers:
        logging.getLogger().removeHandler(handler)
    lines = written.getvalue().splitlines()
    assert lines
    assert [line for line in lines if MARK in line] == []
