"""The web server's own lines are made as all others are."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from trialfinder.launch.environment import PROJECT
from trialfinder.launch.site_processes import LINES
from trialfinder.watching.web_server import lines
from trials.views.logs import WithoutSecrets

RECORD = logging.LogRecord("_granian", logging.INFO, "", 1, "Started %s ?q=word", ("one",), None)
RECORD.__dict__.update(request_id="", task_id="", ids="", created=0.0)
LOGGING: dict[str, Any] = settings.LOGGING


def as_all_others(log_format: str) -> logging.Formatter:
    """The formatter that the settings name."""
    told = dict(LOGGING["formatters"][log_format])
    made: logging.Formatter = import_string(told.pop("()"))(**told)
    return made


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_line_is_made_as_the_settings_have_it(
    log_format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_FORMAT", log_format)
    made = lines().format(RECORD)
    assert made == as_all_others(log_format).format(RECORD)
    assert "Started one ?…" in made


def test_the_format_is_read_from_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "format").write_text("json\n")
    monkeypatch.delenv("LOG_FORMAT", raising=False)
    monkeypatch.setenv("LOG_FORMAT_FILE", str(tmp_path / "format"))
    assert json.loads(lines().format(RECORD))["logger"] == "_granian"


def test_a_format_that_cant_be_read_ends_nothing_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings tell of it, in a line."""
    monkeypatch.delenv("LOG_FORMAT", raising=False)
    monkeypatch.setenv("LOG_FORMAT_FILE", str(tmp_path / "nothing"))
    assert isinstance(lines(), WithoutSecrets)


def test_the_web_server_is_given_these_lines_with_the_ids() -> None:
    told = json.loads((PROJECT / LINES).read_text())
    assert import_string(told["formatters"]["lines"]["()"]) is lines
    assert told["filters"]["ids"] == LOGGING["filters"]["ids"]
    (handler,) = told["handlers"].values()
    assert (handler["formatter"], handler["filters"]) == ("lines", ["ids"])
