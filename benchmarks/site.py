"""The site itself, asked in this process: Django's own handler with every middleware."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test.utils import override_settings


class Handler(WSGIHandler):
    """Django with the project's middleware; ``urls``: a peer's own addresses, "" for the site's."""

    def __init__(self, urls: str = "") -> None:
        super().__init__()
        self._urls = urls

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        if self._urls:
            request.urlconf = self._urls
        return super().get_response(request)


handler = cache(Handler)


def search_page(query: str) -> str:
    """The site's page of one search."""
    return get("/trials/", query)


def get(path: str, query: str = "", *, urls: str = "") -> str:
    """The body of one answer, whole; ValueError for any status but 200."""
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

    def begin(line: str, _headers: object, _error: object = None, /) -> Callable[[bytes], object]:
        status.append(line)
        return lambda _body: None

    answer = handler(urls)(environ, begin)
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
