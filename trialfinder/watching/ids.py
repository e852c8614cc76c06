"""Which request and which task a log line belongs to."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_SAFE = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
_request_id: ContextVar[str] = ContextVar("request_id", default="")
_META = "trialfinder.request_id"  # its place among a request's variables; no header has a dot
_task_id: ContextVar[str] = ContextVar("task_id", default="")


@contextmanager
def of_request(given: str) -> Iterator[str]:
    """The id of this request: the given one where it is short and plain, else a new one."""
    made = given if _SAFE.fullmatch(given) else secrets.token_hex(8)
    token = _request_id.set(made)
    try:
        yield made
    finally:
        _request_id.reset(token)


def mark(meta: dict[str, Any], request_id: str) -> None:
    """Lines about this request have its id also after it: Django writes that of a 5xx then."""
    meta[_META] = request_id


def begin_task(task_id: str) -> None:
    """Lines from here on are this task's, "" for nobody's."""
    _task_id.set(task_id)


class Ids(logging.Filter):
    """Puts both ids on a record: ``request_id``, ``task_id``, and ``ids`` for a line of text."""

    def filter(self, record: logging.LogRecord) -> bool:
        request_id, task_id = _request_id.get() or _marked(record), _task_id.get()
        found = " ".join(filter(None, (request_id, task_id)))
        ids = f" [{found}]" if found else ""
        record.__dict__.update(request_id=request_id, task_id=task_id, ids=ids)
        return True


def _marked(record: logging.LogRecord) -> str:
    """What the request that hangs on the record was marked with, "" for none."""
    meta = getattr(getattr(record, "request", None), "META", {})
    return str(meta.get(_META, ""))
