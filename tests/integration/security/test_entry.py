"""What a web server calls: nothing in a request's head can keep it from our own answers."""

from __future__ import annotations

import importlib
import io
import logging
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import RequestFactory

from tests.integration.security.corpus import MARK
from tests.integration.security.routes import public_routes
from tests.integration.security.test_headers import PLAIN, wrong
from trialfinder.entry import Request
from trialfinder.watching.counts import REQUESTS

pytestmark = pytest.mark.django_db
CHARSETS = ("rot13", "idna", "punycode", "hex", "zip", "base64", "undefined", "bz2", "uu", "utf-16")
KINDS = (
    *(f"a/b; charset={charset}" for charset in CHARSETS),
    *(f"application/x-www-form-urlencoded; charset={charset}" for charset in CHARSETS),
    *(f"multipart/form-data; boundary=b; charset={charset}" for charset in CHARSETS),
    *("a/b; x*=evil''%ff", "a/b; x*=a''b; x*0*=c", "a/b; x*=idna''%ff", "a/b; x*" + "9" * 5000),
    *(";", "a/b; =", "a/b; charset=", "a/b; charset*0=ro; charset*1=t13", "a/b; charset=\x00"),
)
QUERY = f"q=%ff&q=a.xn--{MARK}-"
Environ = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str


Ask = Callable[[Environ], Answer]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks as granian does. What else a process does at its start would hold for all tests, and
    what a request does at its end would close the test's connection."""
    monkeypatch.setattr("django.setup", lambda **_: None)
    monkeypatch.setattr("trials.models.time_limit.limit_statements", lambda _: None)
    monkeypatch.setattr("trials.views.warm.warm_up", lambda: None)
    monkeypatch.delitem(sys.modules, "trialfinder.wsgi", raising=False)
    application = importlib.import_module("trialfinder.wsgi").application
    monkeypatch.setattr("django.db.connection.close_if_unusable_or_obsolete", lambda: None)

    def asked(environ: Environ) -> Answer:
        told: list[Any] = []
        body = application(environ, lambda status, headers: told.extend((status, dict(headers))))
        text = b"".join(body).decode("utf-8", "replace")
        getattr(body, "close", lambda: None)()
        return Answer(int(told[0][:3]), told[1], text)

    return asked


def environ_of(path: str, *, kind: str = "", query: str = QUERY, body: bytes = b"") -> Environ:
    method = "POST" if body else "GET"
    made = RequestFactory().generic(method, path, body, "", QUERY_STRING=query).META
    return {**made, "CONTENT_TYPE": kind, "HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.mark.usefixtures("examples", "_no_mark_in_logs")
def test_a_kind_of_body_is_no_way_past_the_middleware(ask: Ask) -> None:
    found = []
    for kind in KINDS:
        for path in ("/", "/trials/", "/health/live", "/nowhere/", "/api/v1/studies"):
            answer = ask(environ_of(path, kind=kind))
            if answer.status >= 500 or wrong(answer.headers, PLAIN):
                found.append(f"{path} with {kind[:60]}: {answer.status}")
            assert "X-Request-ID" in answer.headers, (path, kind)
    assert not found


@pytest.mark.usefixtures("examples", "_no_mark_in_logs")
@pytest.mark.parametrize("kind", ["a/b; charset=rot13", "multipart/form-data; boundary=b; x*=e''a"])
def test_on_every_route(ask: Ask, kind: str) -> None:
    found = {
        route.pattern: answer.status
        for route in public_routes()
        if (answer := ask(environ_of(route.address(), kind=kind))).status >= 500
        if route.pattern != "health/running"  # tells of workers
    }
    assert not found


@pytest.mark.usefixtures("examples", "_no_mark_in_logs")
@pytest.mark.parametrize("path", ["/saved/save/", "/saved/note/", "/fit/bring-back/", "/comfort/"])
def test_a_form_of_any_kind(ask: Ask, path: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="note"\r\n\r\n%ff\xff\r\n--b--\r\n'
    part = b"--b\r\nContent-Disposition: form-data; name=a; x*=a''b; x*0*=c\r\n\r\na\r\n--b--\r\n"
    kinds = (*KINDS, "multipart/form-data; boundary=b")
    found = {
        kind: answer.status
        for kind in kinds
        for sent in (body, part)
        if (answer := ask(environ_of(path, kind=kind, body=sent))).status >= 500
    }
    assert not found


def test_too_many_parameters_are_told_of_with_any_kind(ask: Ask) -> None:
    many = "&".join(f"a{number}=1" for number in range(1_200))
    answer = ask(environ_of("/trials/", kind="text/plain; charset=utf-8", query=many))
    assert answer.status == 400
    assert "We could not read this request" in answer.text


STRANGE: Mapping[str, Environ] = {
    "path of bad bytes": {"PATH_INFO": "/\xff\xfe\xed\xa0\x80/"},
    "no path": {"PATH_INFO": ""},
    "length that is none": {"CONTENT_LENGTH": "evil", "REQUEST_METHOD": "POST"},
    "length below nothing": {"CONTENT_LENGTH": "-1", "REQUEST_METHOD": "POST"},
    "length of many digits": {"CONTENT_LENGTH": "9" * 5000, "REQUEST_METHOD": "POST"},
    "length in strange digits": {"CONTENT_LENGTH": "\xb2", "REQUEST_METHOD": "POST"},
    "cookies of bad bytes": {"HTTP_COOKIE": "comfort=\xff\xfe; =; \x00;;list=\xed\xa0\x80"},
    "method of its own": {"REQUEST_METHOD": "\xffBREW"},
    "no host": {"HTTP_HOST": ""},
}


@pytest.mark.parametrize("told", STRANGE)
def test_a_head_that_is_none(ask: Ask, told: str) -> None:
    answer = ask({**environ_of("/trials/", query=""), **STRANGE[told]})
    assert answer.status < 500
    assert not wrong(answer.headers, PLAIN)


def counted() -> float:
    return float(REQUESTS.labels("none", "other", "500")._value.get())


def test_what_gets_past_all_the_same_is_told_calmly_and_by_its_kind_alone(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that no server of ours sends: not one of its signs is a byte."""
    written = io.StringIO()
    log = logging.getLogger("trialfinder.entry")
    monkeypatch.setattr(log, "handlers", [logging.StreamHandler(written)])
    before = counted()
    answer = ask({**environ_of("/"), "PATH_INFO": f"/\u4e00{MARK}/"})
    assert answer.status == 500
    assert "It is not your fault" in answer.text
    policy = "Content-Security-Policy"
    assert not wrong(answer.headers, {name: each for name, each in PLAIN.items() if name != policy})
    assert answer.headers[policy].startswith("default-src 'none'")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "X-Request-ID" in answer.headers
    assert written.getvalue() == "A request could not be answered: UnicodeEncodeError\n"
    assert counted() == before + 1


def test_a_body_is_still_of_its_kind() -> None:
    environ = environ_of("/", kind="Text/Plain; charset=idna; a=b", query="q=%C3%A9")
    request = Request(environ)
    assert (request.content_type, request.content_params) == (
        "text/plain",
        {"charset": "idna", "a": "b"},
    )
    assert request.GET["q"] == "é"
