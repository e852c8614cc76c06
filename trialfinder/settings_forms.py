"""The forms that values of settings have."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

Form = Callable[[str], bool]
REST = ", and be a whole address (see .env.example)."
_RATE = re.compile(r"[1-9][0-9]{0,8}/(?:[1-9][0-9]{0,4})?(?:s|m|h|d|sec|min|hour|day)")
_HOST = re.compile(r"[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]")
_CONTACT = re.compile(r"(?:https://|mailto:|tel:)\S+|[^\s@:/]+@[^\s@:/]+")


def is_rate(text: str) -> bool:
    return _RATE.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """'http://host:8099/api/v2': http or https, a host that can be one, no query."""
    try:
        parts = urlsplit(text)
        host = parts.netloc if parts.port is None else parts.netloc.rsplit(":", 1)[0]
    except ValueError:  # a port that is none
        return False
    is_web = parts.scheme in ("http", "https") and "?" not in text and "#" not in text
    return is_web and _HOST.fullmatch(host) is not None


def is_origin(text: str) -> bool:
    """'https://host:8443': an address without a path."""
    return is_address(text) and not urlsplit(text).path


def is_host(text: str) -> bool:
    """'trials.example', '.example' with all names before it, '[::1]'; '*' for any."""
    return text == "*" or _HOST.fullmatch(text) is not None


def is_line(text: str) -> bool:
    """As requests sends headers: Latin-1, nothing that could end one. "" is one."""
    return text.isprintable() and all(ord(sign) < 256 for sign in text)


def is_contact(text: str) -> bool:
    """As /.well-known/security.txt can name one; "" for none."""
    return not text or _CONTACT.fullmatch(text) is not None


def is_sender(text: str) -> bool:
    """An address that mail can come from, alone or behind a name; "" for none."""
    try:
        validate_email(parseaddr(text)[1] if text else "nobody@localhost")
    except ValidationError:
        return False
    return text.isprintable()
