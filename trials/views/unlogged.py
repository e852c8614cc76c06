"""What no log may hold: the unguessable parts of private addresses."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

_TOKEN = re.compile(r"((?:/|^)(?:follow|lists|saved)/(?:[a-z]+/)*)[A-Za-z0-9_-]{16,}")


def without_tokens() -> Callable[[logging.LogRecord], bool]:
    """A filter for log handlers (settings: LOGGING); it drops no line."""
    return _hide


def hidden(text: str) -> str:
    """The text with '...' in the place of a token."""
    return _TOKEN.sub(r"\1...", text)


def _hide(record: logging.LogRecord) -> bool:
    message = record.getMessage()
    hiding = hidden(message)
    if hiding != message:
        record.msg, record.args = hiding, ()
    return True
