"""No form of another site changes anything here: one walk over every route."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.conf import settings as real
from django.test import Client

from tests.integration.admin.curators import signed_in
from tests.integration.security.routes import Route, every_route, public_routes

pytestmark = pytest.mark.django_db
EVIL = "https://evil.example"
FORBIDDEN, NO_FORM = 403, 405
EXEMPT: Mapping[str, str] = {
    "follow/end/<str:token>/": "RFC 8058: mail programs send it, from wherever they are, with no "
    "cookie; the address holds a token of this one alert, and all that it does is to end it",
    "api/v1/openapi.json": "the API's own document: whatever is sent, it reads nothing and changes "
    "nothing",
}
"""Routes that take a form from anywhere, and why."""
SENT: Mapping[str, Mapping[str, str]] = {
    "another site's": {"Sec-Fetch-Site": "cross-site"},
    "another site's, as if with our origin": {
        "Sec-Fetch-Site": "cross-site",
        "Origin": "http://testserver",
    },
    "a neighbouring name's": {"Sec-Fetch-Site": "same-site"},
    "an older browser's": {"Origin": EVIL},
    "one of a sandbox": {"Origin": "null"},
    "one with an address alone": {"Referer": f"{EVIL}/http://testserver/"},
    "one of a name that begins as ours": {"Origin": "http://testserver.evil.example"},
    "one of another port": {"Origin": "http://testserver:8080"},
    "one that says nothing": {},
}
"""Headers that browsers send with another site's form."""


def with_a_token(device: Client, path: str = "/admin/login/") -> str:
    """The token of a form, its cookie kept on the device."""
    token = device.get(path).context["csrf_token"]
    assert device.cookies[real.CSRF_COOKIE_NAME].value
    return str(token)


def strict() -> Client:
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def answers(device: Client, route: Route, form: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for told, headers in SENT.items():
        response = device.post(route.address(), form, headers=headers)
        yield told, response.status_code


def test_every_public_form_is_refused_from_elsewhere() -> None:
    device = strict()
    form = {"csrfmiddlewaretoken": with_a_token(device), "nct_id": "NCT90000001"}
    taken = {
        route.pattern: (told, status)
        for route in public_routes()
        for told, status in answers(device, route, form)
        if status not in (FORBIDDEN, NO_FORM)
    }
    assert set(taken) == set(EXEMPT), taken


def test_the_walk_finds_forms_and_they_work_from_here() -> None:
    device = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
    forms = [
        route.pattern
        for route in public_routes()
        if device.post(route.address()).status_code not in (FORBIDDEN, NO_FORM)
    ]
    assert len(forms) > 20
    assert {"saved/save/", "follow/", "fit/<slug:slug>/", "privacy/clear/", *EXEMPT} <= set(forms)


def test_no_form_of_the_admin_is_taken_without_its_token(client: Client) -> None:
    signed_in(client)
    client.handler.enforce_csrf_checks = True
    taken = [
        (route.pattern, status)
        for route in every_route()
        if route.is_admins
        for sent in ({}, {"csrfmiddlewaretoken": "a" * 64}, {"csrfmiddlewaretoken": "<x7f3a>"})
        if (status := client.post(route.address(), sent).status_code) != FORBIDDEN
    ]
    assert not taken


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/second-factor/"])
def test_no_form_before_the_admin_is_taken_without_its_token(path: str) -> None:
    assert strict().post(path, {"username": "a", "password": "b"}).status_code == FORBIDDEN


ELSEWHERE: Mapping[str, Mapping[str, Any]] = {
    "origin": {"headers": {"Origin": EVIL}},
    "sandbox": {"headers": {"Origin": "null"}},
    "referer": {"headers": {"Referer": f"{EVIL}/"}, "secure": True},
    "no referer": {"secure": True},
}


@pytest.mark.parametrize("sent", ELSEWHERE)
def test_a_token_is_no_use_elsewhere(client: Client, sent: str) -> None:
    signed_in(client)
    client.handler.enforce_csrf_checks = True
    form = {"csrfmiddlewaretoken": with_a_token(client, "/admin/trials/correction/add/")}
    taken = [
        (route.pattern, status)
        for route in every_route()
        if route.is_admins
        if (status := client.post(route.address(), form, **ELSEWHERE[sent]).status_code)
        != FORBIDDEN
    ]
    assert not taken


def test_with_its_token_and_from_here_it_is_taken(client: Client) -> None:
    signed_in(client)
    client.handler.enforce_csrf_checks = True
    path = "/admin/trials/correction/add/"
    form = {"csrfmiddlewaretoken": with_a_token(client, path)}
    answer = client.post(path, form, headers={"Origin": "http://testserver"})
    assert answer.status_code == 200
    assert "errornote" in answer.content.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "CONNECT", "BREW"])
def test_a_page_without_a_form_says_that_it_can_only_be_read(method: str) -> None:
    """Every public form is told from others by its sender, so only such pages need a token."""
    device, found = strict(), []
    for path in ("/", "/trials/", "/trials/NCT90000001/", "/privacy/", "/sitemap.xml"):
        answer = device.generic(method, path, headers={"Sec-Fetch-Site": "same-origin"})
        body = answer.content.decode()
        if answer.status_code != NO_FORM or "This page can only be read" not in body:
            found.append((path, answer.status_code))
        assert answer["Allow"] == "GET, HEAD"
        assert "<style" not in body
    assert not found


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/second-factor/"])
def test_a_form_without_its_token_is_refused_in_our_words(path: str) -> None:
    answer = strict().post(path, {"username": "a", "password": "b"})
    body = answer.content.decode()
    assert answer.status_code == FORBIDDEN
    assert "This form was not taken" in body
    assert "cookies" in body
    assert "CSRF" not in body
    assert "<style" not in body
    assert answer["Cache-Control"] == "private, no-store"
