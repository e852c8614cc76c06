"""How often one network may write; who asks too often gets a calm page that says for how long."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings as real
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from tests.integration.security.routes import public_forms
from trials.exports.rates import Pace, network

pytestmark = pytest.mark.django_db
PACED = {**real.RATES, "api": "1/m", "export": "1/m", "write": "1/m"}


@pytest.fixture(autouse=True)
def _fresh(settings: Settings) -> None:
    cache.clear()
    settings.RATES = PACED


def test_every_form_counts(settings: Settings) -> None:
    settings.RATES = {**PACED, "write": "1000000/s"}
    forms = public_forms()
    assert len(forms) > 20
    settings.RATES = PACED
    for route in forms:
        cache.clear()
        device = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
        device.post(route.address())
        second = device.post(route.address())
        assert second.status_code == 429, route
        assert 1 <= int(second["Retry-After"]) <= 60, route


def test_the_page_is_calm(stranger: Client) -> None:
    stranger.post("/comfort/", {"text": "large"})
    answer = stranger.post("/comfort/", {"text": "large"})
    page = answer.content.decode()
    assert "Please wait a little" in page
    assert "go back, and send it again" in page
    assert answer["Cache-Control"] == "private, no-store"


def test_reading_is_never_counted(stranger: Client) -> None:
    for _ in range(5):
        assert stranger.get("/saved/").status_code == 200
        assert stranger.get("/trials/").status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/studies", "/export/studies.csv"])
def test_machines_are_counted(stranger: Client, path: str) -> None:
    assert stranger.get(path).status_code == 200
    second = stranger.get(path)
    assert second.status_code == 429
    assert int(second["Retry-After"]) >= 1


def test_another_site_cannot_use_it_up(stranger: Client) -> None:
    for _ in range(3):
        refused = stranger.post("/comfort/", headers={"Sec-Fetch-Site": "cross-site"})
        assert refused.status_code == 403
    assert stranger.post("/comfort/").status_code == 303


def test_another_network_is_not_held_up(stranger: Client) -> None:
    for address in ("203.0.113.7", "198.51.100.7"):
        assert stranger.post("/comfort/", REMOTE_ADDR=address).status_code == 303
    assert stranger.post("/comfort/", REMOTE_ADDR="203.0.113.99").status_code == 429


@pytest.mark.parametrize(
    ("address", "cut"),
    [
        ("203.0.113.7", "203.0.113.0/24"),
        ("::ffff:203.0.113.7", "203.0.113.0/24"),
        ("203.0.113.7:4711", "203.0.113.0/24"),
        (" 203.0.113.7 ", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("[2001:db8:1:2::3]", "2001:db8:1::/48"),
        ("[2001:db8:1:2::3]:99", "2001:db8:1::/48"),
        ("[::ffff:203.0.113.7]:99", "203.0.113.0/24"),
        ("::ffff:203.0.113.7:99", ""),  # no balancer writes it so
        ("2001:db8::1:4711", "2001:db8::/48"),  # an address of its own, no port
        ("fe80:1:2:3::1%eth0", "fe80:1:2::/48"),
        ("[fe80:1:2:3::1%25eth0]:99", "fe80:1:2::/48"),
        ("203.0.113.7%eth0", ""),
        ("203.0.113.7:", ""),
        ("203.0.113.7:port", ""),
        ("203.0.113.7:4711:4711", ""),
        ("[203.0.113.7]:4711", ""),
        ("[2001:db8::1", ""),
        ("2001:db8::1]", ""),
        ("[2001:db8::1]4711", ""),
        ("[]", ""),
        (":4711", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_only_the_network_is_looked_at(address: str, cut: str) -> None:
    assert network(address) == cut


def test_readers_behind_a_balancer_that_writes_ports_are_told_apart(
    stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ninja.conf.settings.NUM_PROXIES", 1)
    expected = [("9.9.1.1:4711", 303), ("9.9.2.1:4711", 303), ("[2001:db8::1]:99", 303)]
    for address, status in [*expected, ("9.9.1.2:4712", 429), ("[2001:db8::2]:98", 429)]:
        answer = stranger.post("/comfort/", headers={"X-Forwarded-For": address})
        assert answer.status_code == status, address


def test_the_cache_holds_no_address(stranger: Client) -> None:
    stranger.post("/comfort/", REMOTE_ADDR="203.0.113.7")
    store: Any = cache._cache.get_client(None)  # type: ignore[attr-defined]
    keys = store.keys("*")
    assert any(b"pace-" in key for key in keys)
    for key in keys:
        assert b"203.0" not in key
        assert b"203.0" not in store.dump(key)
        assert 0 < store.ttl(key) <= 3600


TOGETHER, ALLOWED = 30, 20


def allowed_together(scope: str) -> int:
    """How many of many requests pass that come from one network at the same instant."""
    all_there = Barrier(TOGETHER)

    def ask(_number: int) -> bool:
        request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
        all_there.wait(10)
        return Pace(scope).allow_request(request)

    with ThreadPoolExecutor(TOGETHER) as threads:
        return sum(threads.map(ask, range(TOGETHER)))


@pytest.mark.parametrize("scope", PACED)
def test_what_runs_together_is_counted_one_by_one(settings: Settings, scope: str) -> None:
    settings.RATES = {**PACED, scope: f"{ALLOWED}/m"}
    assert allowed_together(scope) == ALLOWED
    assert allowed_together(scope) == 0


def test_a_place_is_free_again_when_the_first_is_forgotten(settings: Settings) -> None:
    """Not all at once at the end of a window: in no minute do more pass than are allowed."""
    settings.RATES = {**PACED, "write": "3/m"}
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
    pace = Pace("write")
    assert [pace.allow_request(request) for _ in range(4)] == [True, True, True, False]
    assert 59 < pace.wait() <= 60
    (store, key) = kept_of(pace, request)
    seconds, micro = store.time()
    now = seconds * 1_000_000 + micro
    for place, age in enumerate((10, 30, 61)):  # the newest stands first
        store.lset(key, place, now - age * 1_000_000)
    assert [pace.allow_request(request) for _ in range(2)] == [True, False]
    assert 29 < pace.wait() <= 30


def test_times_of_a_clock_that_was_ahead_hold_nobody_up(settings: Settings) -> None:
    settings.RATES = {**PACED, "write": "1/m"}
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
    pace = Pace("write")
    assert [pace.allow_request(request) for _ in range(2)] == [True, False]
    (store, key) = kept_of(pace, request)
    store.lset(key, 0, (store.time()[0] + 86_400) * 1_000_000)
    assert pace.allow_request(request)


def kept_of(pace: Pace, request: Any) -> tuple[Any, str]:
    return cache._cache.get_client(None), pace.get_cache_key(request)  # type: ignore[attr-defined]


def test_without_the_cache_nobody_is_stopped(settings: Settings, stranger: Client) -> None:
    settings.CACHES = {
        **settings.CACHES,
        "default": {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"},
    }
    for _ in range(3):
        assert stranger.post("/comfort/").status_code == 303
        assert stranger.get("/api/v1/studies").status_code == 200
        assert stranger.get("/export/studies.csv").status_code == 200
        assert stranger.get("/trials/").status_code == 200
