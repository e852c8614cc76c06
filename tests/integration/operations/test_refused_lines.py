"""What a stranger can send without end costs a line of the log, not a screen of it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from tests.integration.security.inputs import VALID

pytestmark = pytest.mark.django_db


@pytest.fixture
def console() -> Iterator[io.StringIO]:
    """What the site's own handler writes, its filters included."""
    (handler,) = (one for one in logging.getLogger().handlers if one.get_name() == "console")
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def lines(console: io.StringIO) -> list[str]:
    """Those of trouble; each request has one of its own besides."""
    return [line for line in console.getvalue().splitlines() if "trialfinder.access" not in line]


def device() -> Client:
    return Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})


def test_a_host_that_is_not_ours(console: io.StringIO) -> None:
    assert device().get("/", headers={"Host": "secret.example"}).status_code == 400
    (line,) = lines(console)
    assert "ALLOWED_HOSTS" in line
    assert "secret" not in line
    assert len(line) < 200


def test_a_form_or_an_address_that_is_too_much(console: io.StringIO) -> None:
    fields = {f"field{number}": "1" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    long = {**VALID, "note": "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    assert device().get("/trials/", fields).status_code == 400
    assert device().post("/comfort/", fields).status_code == 400
    assert device().post("/saved/note/", long).status_code in (400, 413)
    assert len(lines(console)) == 3


def test_a_fault_of_ours_keeps_its_traceback(console: io.StringIO) -> None:
    try:
        _ = 1 / 0
    except ZeroDivisionError:
        logging.getLogger("django.request").exception("a fault")
    assert "Traceback" in console.getvalue()
