"""Requests that were refused for what was sent: one line each, however often a stranger asks."""

from __future__ import annotations

import logging

REFUSED = "django.security."


class WithoutTraceback(logging.Filter):
    """Logs are cut at a size: dozens of lines for each such request would push real ones out.

    The traceback leads to Django's own check of what was sent; the name and the words say which.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith(REFUSED):
            record.exc_info = record.exc_text = None
        return True
