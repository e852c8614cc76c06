"""The site itself, asked in this process: Django's own handler with every middleware."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

from django.core.handlers.wsgi import WSGIHandler
from django.test.utils import override_settings


@cache
def _handler() -> WSGIHandler:
    return WSGIHandler()


def search_page(query: str) -> str:
    """The page of one search; ValueError for any answer but 200."""
    return get("/trials/", query)


def get(path: str, query: str = "") -> str:
    """The body of one answer, whole."""
    status: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    answer = _handler()(environ, lambda line, _headers: status.append(line))
    body = b"".join(answer).decode()
    answer.close()
    if not status[0].startswith("200"):
        raise ValueError(f"{path}?{query}: {status[0]}")
    return body


@contextmanager
def nothing_kept() -> Iterator[None]:
    """No copy of any page is kept or served: each request makes its page."""
    with override_settings(PAGES_CACHE_URL=""):
        yield
