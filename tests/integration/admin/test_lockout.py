"""Who guesses is locked out for a while: one name from one network, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings as real
from django.core.cache import cache
from django.test import Client
from ninja.conf import settings as ninja
from pytest_django.fixtures import Settings

from tests.integration.admin.curators import NAME, PASSWORD, curator

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"
WRONG = "not this one"


@pytest.fixture(autouse=True)
def _somebody() -> None:
    cache.clear()
    curator()


def sign_in(password: str, *, name: str = NAME, client: Client | None = None, **meta: Any) -> int:
    form = {"username": name, "password": password, "next": "/admin/"}
    return int((client or Client()).post(LOGIN, form, **meta).status_code)


def guess(times: int = 5, **meta: Any) -> list[int]:
    return [sign_in(WRONG, **meta) for _ in range(times)]


def test_five_wrong_passwords_lock_even_the_right_one_out() -> None:
    assert guess() == [200, 200, 200, 200, 429]
    assert sign_in(PASSWORD) == 429
    answer = Client().post(LOGIN, {"username": NAME, "password": PASSWORD})
    assert answer["Retry-After"] == "900"
    assert "try again in 15 minutes" in answer.content.decode()


def test_it_frees_after_a_while(settings: Settings) -> None:
    settings.RATES = {**real.RATES, "signin": "30/h"}
    guess()
    stored = cache._cache.get_client(None)  # type: ignore[attr-defined]
    lives = [stored.ttl(key) for key in stored.keys("*")]
    assert lives
    assert all(0 < seconds <= 3600 for seconds in lives)
    cache.clear()  # what time does
    assert sign_in(PASSWORD) == 302


def test_nobody_else_is_locked_out() -> None:
    guess(REMOTE_ADDR="203.0.113.7")
    assert sign_in(PASSWORD, REMOTE_ADDR="203.0.113.200") == 429  # the same network
    assert sign_in(PASSWORD, REMOTE_ADDR="198.51.100.7") == 302  # the curator's own
    assert sign_in(WRONG, name="another", REMOTE_ADDR="203.0.113.7") == 200


def test_one_network_may_try_only_so_often_whatever_the_name(settings: Settings) -> None:
    settings.RATES = {**real.RATES, "signin": "3/h"}
    answers = [sign_in(WRONG, name=f"name{number}") for number in range(4)]
    assert answers == [200, 200, 200, 429]


def test_a_forged_header_is_not_believed() -> None:
    for number in range(5):
        sign_in(WRONG, HTTP_X_FORWARDED_FOR=f"192.0.{number}.1")
    assert sign_in(PASSWORD, HTTP_X_FORWARDED_FOR="192.0.9.1") == 429


def test_behind_a_proxy_its_word_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ninja, "NUM_PROXIES", 1)
    guess(HTTP_X_FORWARDED_FOR="203.0.113.7")
    assert sign_in(PASSWORD, HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.99") == 429
    assert sign_in(PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.7, 198.51.100.7") == 302


def test_success_wipes_the_slate() -> None:
    guess(4)
    assert sign_in(PASSWORD) == 302
    assert guess(4) == [200] * 4


def test_nothing_is_kept_but_a_count_under_a_hash() -> None:
    guess(REMOTE_ADDR="203.0.113.7")
    sign_in(PASSWORD, REMOTE_ADDR="198.51.100.7")
    for table in (AccessAttempt, AccessLog, AccessFailureLog):
        assert not table.objects.exists()
    stored = b" ".join(cache._cache.get_client(None).keys("*"))  # type: ignore[attr-defined]
    assert b"203.0" not in stored
    assert NAME.encode() not in stored


def test_without_the_cache_a_curator_still_comes_to_the_second_factor(settings: Settings) -> None:
    settings.CACHES = {
        "default": {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}
    }
    assert sign_in(WRONG) == 200
    client = Client()
    assert sign_in(PASSWORD, client=client) == 302
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/admin/second")
