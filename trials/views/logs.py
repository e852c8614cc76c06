"""What may stand in a log: never a query string, never the token of a list or of a mail's link."""

import logging
import re

_QUERY = re.compile(r"\?[^\s\"'<>]+")
_TOKEN = re.compile(r"((?:/|^)(?:follow|lists|saved)/(?:[a-z]+/)*)[A-Za-z0-9_:-]{16,}")


def without_secrets(text: str) -> str:
    """The text of a log line, query strings and tokens replaced by dots."""
    return _TOKEN.sub(r"\1…", _QUERY.sub("?…", text))


class WithoutSecrets(logging.Formatter):
    """Formats a line, its traceback included, and then takes the secrets out."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))
