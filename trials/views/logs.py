"""What may stand in a log: no query string, no token of a list or of a mail's link, no address
for mail, no host's name that somebody sent, and of what the database says only what happened,
not to which values."""

import logging
import re

_QUERY = re.compile(r"\?[^\s\"'<>]+")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
_VALUES = re.compile(r"^((?:DETAIL|CONTEXT|LINE \d+):).*$", re.MULTILINE)
_HOST = re.compile(r"(Invalid HTTP_HOST header:).*")
_TOKEN = re.compile(r"((?:/|^)(?:follow|lists|saved)/(?:[a-z]{1,20}/){0,3})[A-Za-z0-9_:-]{16,}")


def without_secrets(text: str) -> str:
    """The text of a log line, what nobody else may know replaced by dots."""
    without_host = _HOST.sub(r"\1 … (see ALLOWED_HOSTS)", text)
    without_values = _VALUES.sub(r"\1 …", _MAIL.sub("…@…", without_host))
    return _TOKEN.sub(r"\1…", _QUERY.sub("?…", without_values))


class WithoutSecrets(logging.Formatter):
    """Formats a line, its traceback included, and then takes the secrets out."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))
