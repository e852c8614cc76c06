"""Every header of the wall, word for word, on every route, with HTTPS and without."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import Morsel
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django.fixtures import Settings

from tests.integration.admin.curators import signed_in
from tests.integration.security.inputs import VALID
from tests.integration.security.routes import Route, every_route, public_routes
from tests.integration.security.settings_of import differing, settings_with

pytestmark = pytest.mark.django_db
POLICY = "Content-Security-Policy"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PLAIN = {**ALWAYS, POLICY: CSP}
SECURE = {**ALWAYS, POLICY: f"{CSP}; upgrade-insecure-requests"}
HSTS = "max-age=31536000; includeSubDomains"
FOR_MACHINES = ("health/", "metrics")
"""Answered before the redirect to HTTPS: a balancer asks without it."""


@pytest.fixture(scope="module")
def https() -> dict[str, Any]:
    return differing(settings_with(HTTPS="false"), settings_with(HTTPS="true"))


@pytest.fixture
def over_https(settings: Settings, https: dict[str, Any]) -> Client:
    """A browser on a site that was started with HTTPS=true."""
    for name, value in https.items():
        setattr(settings, name, tuple(value) if name.endswith("_HEADER") else value)
    settings.ALLOWED_HOSTS = ["testserver"]
    return Client(raise_request_exception=False, headers={"X-Forwarded-Proto": "https"})


def wrong(headers: Mapping[str, str], expected: Mapping[str, str]) -> dict[str, str | None]:
    """The order of the policy's parts is the library's whim, and means nothing."""
    return {
        name: headers.get(name)
        for name, value in expected.items()
        if (parts(headers.get(name)) if name == POLICY else headers.get(name))
        != (parts(value) if name == POLICY else value)
    }


def parts(policy: str | None) -> list[str]:
    return sorted((policy or "").split("; "))


def expected_on(route: Route, method: str, expected: Mapping[str, str]) -> dict[str, str]:
    is_feed = method == "GET" and route.pattern.endswith("feed.atom")
    is_for_all = is_feed or route.pattern.startswith("api/v1/")
    return {
        **expected,
        "Cross-Origin-Resource-Policy": "cross-origin" if is_for_all else "same-origin",
    }


def faults_of(client: Client, expected: Mapping[str, str]) -> list[str]:
    found = []
    for route in every_route():
        for method in ("GET", "POST"):
            response = client.generic(method, route.address())
            told = f"{method} {route.pattern} ({response.status_code})"
            if bad := wrong(response.headers, expected_on(route, method, expected)):
                found.append(f"{told}: {bad}")
    return found


@pytest.mark.usefixtures("examples")
def test_on_every_route_without_https(stranger: Client) -> None:
    assert not faults_of(stranger, PLAIN)
    assert "Strict-Transport-Security" not in stranger.get("/").headers


@pytest.mark.usefixtures("examples")
def test_on_every_route_with_https(over_https: Client) -> None:
    assert not faults_of(over_https, SECURE)
    for route in every_route():
        if not route.pattern.startswith(FOR_MACHINES):
            headers = over_https.get(route.address()).headers
            assert headers.get("Strict-Transport-Security") == HSTS, route


def test_plain_http_is_led_to_https(over_https: Client) -> None:
    answer = over_https.get("/trials/", headers={"X-Forwarded-Proto": "http"})
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/trials/")
    assert not wrong(answer.headers, SECURE)


@pytest.mark.usefixtures("examples")
def test_in_the_admin_too(client: Client) -> None:
    curator = signed_in(client)
    for route in every_route():
        if not route.is_admins or "logout" in route.pattern:
            continue
        response = curator.get(route.address())
        assert not wrong(response.headers, PLAIN), route
        if response.status_code == 200 and "jsi18n" not in route.pattern:
            assert "private" in response["Cache-Control"], route
        if response["Content-Type"].startswith("text/html"):
            page = response.content.decode()
            assert "<style" not in page, route
            assert " style=" not in page, route
            assert " onclick=" not in page, route


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere/", 404), ("/trials", 301), ("/static/none.css", 404), ("/saved/save/", 405)],
)
def test_on_answers_that_are_no_page(stranger: Client, path: str, status: int) -> None:
    answer = stranger.get(path)
    assert answer.status_code == status
    assert not wrong(answer.headers, PLAIN)


def test_on_refusals(client: Client) -> None:
    refused = client.post("/saved/save/", headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403
    assert not wrong(refused.headers, PLAIN)
    strange_host = Client(raise_request_exception=False).get("/", headers={"Host": "evil.example"})
    assert strange_host.status_code == 400
    assert not wrong(strange_host.headers, PLAIN)


@pytest.mark.usefixtures("examples")
def test_what_no_search_engine_may_list(stranger: Client) -> None:
    for route in public_routes():
        plain, asked = stranger.get(route.address()), stranger.get(f"{route.address()}?q=a")
        assert "noindex" in asked.headers.get("X-Robots-Tag", ""), route
        if "private" in plain.headers["Cache-Control"]:
            assert "noindex" in plain.headers.get("X-Robots-Tag", ""), route
    assert "X-Robots-Tag" not in stranger.get("/trials/").headers


def test_cookies_have_their_names_and_marks(over_https: Client, https: dict[str, Any]) -> None:
    assert https["SESSION_COOKIE_NAME"] == "__Host-session"
    assert https["CSRF_COOKIE_NAME"] == "__Host-csrf"
    over_https.defaults["HTTP_SEC_FETCH_SITE"] = "same-origin"
    over_https.get("/admin/login/")
    over_https.post("/comfort/", {"text": "large"})
    cookies = over_https.cookies
    assert {"__Host-csrf", "__Host-comfort"} <= set(cookies)
    for name, cookie in cookies.items():
        assert cookie["secure"], name
        assert cookie["path"] == "/", name
        assert not cookie["domain"], name
        assert cookie["samesite"] in ("Lax", "Strict"), name
    assert https["SESSION_COOKIE_SECURE"]


@pytest.mark.usefixtures("examples")
def test_every_cookie_is_marked_by_its_name(over_https: Client) -> None:
    """A browser takes a cookie with such a prefix over HTTPS alone, and of this host alone."""
    over_https.defaults["HTTP_SEC_FETCH_SITE"] = "same-origin"
    set_here: dict[str, Morsel[str]] = {}
    for route in public_routes():
        for ask in (over_https.get, over_https.post):
            set_here |= ask(route.address(), VALID).cookies
    signed_in(over_https)
    for route in every_route():
        if route.is_admins and "logout" not in route.pattern:
            set_here |= over_https.get(route.address(object_id="999999")).cookies
    assert {"__Host-csrf", "__Host-comfort", "__Secure-list", "__Secure-slip"} <= set(set_here)
    assert [name for name in set_here if not name.startswith(("__Host-", "__Secure-"))] == []
    assert [name for name, cookie in set_here.items() if not cookie["secure"]] == []
    assert [
        name for name, cookie in set_here.items() if cookie.value and not cookie["httponly"]
    ] == []


def test_words_to_a_curator_are_kept_with_the_session(client: Client) -> None:
    curator = signed_in(client)
    answer = curator.get("/admin/trials/study/999999/change/")
    assert "messages" not in answer.cookies
    assert "Perhaps it was deleted" in curator.get("/admin/").content.decode()


@pytest.mark.usefixtures("examples")
def test_no_reader_gets_a_session(stranger: Client) -> None:
    for route in public_routes():
        for ask in (stranger.get, stranger.post):
            ask(route.address(), VALID)
    assert "session" not in stranger.cookies
    assert not Session.objects.exists()


def test_without_https_no_cookie_claims_it(stranger: Client) -> None:
    stranger.get("/admin/login/")
    stranger.post("/comfort/", {"text": "large"})
    assert set(stranger.cookies) == {"csrf", "comfort"}


def test_the_policy_has_no_way_around(stranger: Client) -> None:
    headers = stranger.get("/").headers
    assert parts(headers[POLICY]) == parts(CSP)
    assert "unsafe" not in headers[POLICY]
    assert f"{POLICY}-Report-Only" not in headers
