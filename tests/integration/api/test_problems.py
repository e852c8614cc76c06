"""Whatever goes wrong in the API is told as a problem document (RFC 9457), never as a page."""

from __future__ import annotations

import logging

import pytest
from django.conf import settings as real
from django.db import connection
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("examples")]
PROBLEM = "application/problem+json"


def test_what_may_not_be_done_is_a_problem_too(client: Client) -> None:
    for address in ("/api/v1/studies", "/api/v1/version", "/api/v1/nothing"):
        refused = client.post(address)
        assert (refused.status_code, refused["Content-Type"]) == (405, PROBLEM)
        assert "GET" in refused["Allow"]
        assert refused.json()["status"] == 405


def test_what_cannot_be_read_is_a_problem_too(client: Client) -> None:
    many = {f"field{number}": "1" for number in range(real.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    refused = client.get("/api/v1/studies", many)
    assert (refused.status_code, refused["Content-Type"]) == (400, PROBLEM)


@pytest.mark.parametrize("table", ["trials_change", "trials_edition"])
def test_a_fault_of_ours_is_one_too_and_stands_in_the_log(
    table: str, caplog: pytest.LogCaptureFixture
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO gone")
    answer = Client(raise_request_exception=False).get("/api/v1/changes?since=2026-01-01")
    assert (answer.status_code, answer["Content-Type"]) == (500, PROBLEM)
    assert table not in answer.text
    assert answer["Cache-Control"] == "private, no-store"
    (ours,) = [one for one in caplog.records if one.name == "trials.api.failures"]
    assert ours.levelno == logging.ERROR
    assert ours.exc_info is not None
    assert "api-v1:changes" in ours.getMessage()


def test_a_test_still_sees_the_fault_itself(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE trials_change RENAME TO gone")
    with pytest.raises(Exception, match="trials_change"):
        client.get("/api/v1/changes?since=2026-01-01")
