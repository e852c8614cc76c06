"""Log lines as JSON, one object a line, made of a closed list of fields."""

from __future__ import annotations

import time
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from trials.views.logs import without_secrets

RENAMED = {"asctime": "time", "levelname": "level", "name": "logger"}
# Free text: queries and tokens in it become dots.
TEXTS = ("message", "exc_info", "stack_info")
# Whatever else libraries hang on a record stays out: Django hangs the whole request there,
# whose text has the query in it, and Celery a task's arguments.
FIELDS = (
    *RENAMED.values(),
    *("request_id", "task_id", "method", "route", "status", "ms"),
)


class JsonLines(JsonFormatter):
    """``time`` is UTC; empty fields are left out; queries and tokens are dots."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__([*RENAMED, "message"], rename_fields=RENAMED, json_ensure_ascii=False)

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        plain = {name: log_data[name] for name in FIELDS if log_data.get(name) not in (None, "")}
        texts = {name: without_secrets(str(log_data[name])) for name in TEXTS if log_data.get(name)}
        return plain | texts
