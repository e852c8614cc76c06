"""What gets into a JSON line, and what doesn't."""

from __future__ import annotations

import json
import logging
import sys

import pytest
from django.test import RequestFactory

from trialfinder.watching import ids
from trialfinder.watching.json_lines import JsonLines

TOKEN = "/lists/averylongsecrettokenofalist/"


def formatted(message: str, *arguments: object, **extra: object) -> dict[str, object]:
    record = logging.getLogger("trials.tests").makeRecord(
        "trials.tests", logging.WARNING, "here.py", 1, message, arguments, None, extra=extra
    )
    ids.Ids().filter(record)
    text = JsonLines().format(record)
    assert "\n" not in text
    line: dict[str, object] = json.loads(text)
    return line


def test_a_plain_line_has_four_fields() -> None:
    line = formatted("%s studies", 3)
    assert set(line) == {"time", "level", "logger", "message"}
    assert (line["level"], line["logger"], line["message"]) == (
        "WARNING",
        "trials.tests",
        "3 studies",
    )


def test_it_carries_the_ids_of_its_request_and_task() -> None:
    with ids.of_request("0123456789abcdef"):
        ids.begin_task("task-7")
        assert formatted("x")["task_id"] == "task-7"
        ids.begin_task("")
        assert formatted("x")["request_id"] == "0123456789abcdef"
    assert "request_id" not in formatted("x")


def test_what_libraries_hang_on_a_record_stays_out() -> None:
    """Django hangs the request there, Celery a task's arguments."""
    request = RequestFactory().get("/trials/?q=secretword")
    line = formatted(
        "Not Found: %s", "/trials/?q=secretword", request=request, data={"args": "secretword"}
    )
    assert "secretword" not in json.dumps(line)
    assert line["message"] == "Not Found: /trials/?…"


@pytest.mark.parametrize("quote", ["'", '"', "\\"])
def test_dots_leave_the_json_whole(quote: str) -> None:
    line = formatted(f"GET /trials/?q=secretword{quote}more {TOKEN} {quote}")
    assert "secretword" not in str(line["message"])
    assert "verylongsecret" not in str(line["message"])


def test_a_traceback_is_one_line_without_secrets() -> None:
    try:
        int("no page at /trials/?q=secretword")
    except ValueError:
        record = logging.getLogger("trials.tests").makeRecord(
            "trials.tests", logging.ERROR, "here.py", 1, "It failed", (), sys.exc_info()
        )
    text = JsonLines().format(record)
    assert "\n" not in text
    assert "secretword" not in text
    assert "Traceback" in json.loads(text)["exc_info"]
