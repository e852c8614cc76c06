"""Hostile input before the admin: the password, the second factor, and where they lead.

Neither the lock nor the waits may hide an answer: no name is tried twice, and codes don't wait.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django.fixtures import Settings

from tests.integration.admin.curators import NAME, PASSWORD, curator, signed_in
from tests.integration.security.answers import LONGEST_SECONDS, faults_of
from tests.integration.security.corpus import CORPUS, MARK
from trials.models import Correction

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("examples", "_no_mark_in_logs"),
]
LOGIN, SECOND, ADD = "/admin/login/", "/admin/second-factor/", "/admin/trials/correction/add/"
LEADING = ("elsewhere", "backslash", "scheme", "crlf", "lf", "tag", "climbing", "null", "long")


@pytest.fixture(autouse=True)
def _nothing_waits(settings: Settings) -> None:
    cache.clear()
    settings.OTP_TOTP_THROTTLE_FACTOR = settings.OTP_STATIC_THROTTLE_FACTOR = 0


@pytest.fixture
def _quick_passwords(settings: Settings) -> None:
    """What a password is hashed with takes its time on purpose, and is none of these tests'."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def plain() -> Client:
    return Client(raise_request_exception=False)


def half_in() -> Client:
    """Signed in by password alone."""
    device = plain()
    assert device.post(LOGIN, {"username": NAME, "password": PASSWORD}).status_code == 302
    return device


def tried(
    device: Client,
    path: str,
    form: Mapping[str, str],
    told: str,
    *,
    is_not: int,
    longest: float = LONGEST_SECONDS,
) -> str:
    """What is wrong with the answer, "" where nothing is; `is_not` would be the lock's."""
    seen: list[int] = []

    def ask() -> object:
        response = device.post(path, form)
        seen.append(response.status_code)
        return response

    found = faults_of(ask, told, longest=longest)
    return "; ".join(found) or (f"{told}: status {is_not}" if is_not in seen else "")


def sign_ins() -> Iterator[tuple[str, dict[str, str]]]:
    for name, value in CORPUS.items():
        another = f"{name} {MARK}"
        marked = value if len(value) > 500 else f"{value}{MARK}"
        yield f"username: {name}", {"username": marked, "password": "b"}
        yield f"password: {name}", {"username": another, "password": marked}
    for name in LEADING:
        form = {"username": f"{name} {MARK} 2", "password": "b", "next": CORPUS[name]}
        yield f"next: {name}", form


@pytest.mark.usefixtures("_quick_passwords")
def test_each_field_of_the_sign_in() -> None:
    curator()
    found = [tried(plain(), LOGIN, form, told, is_not=429) for told, form in sign_ins()]
    assert not any(found), found


@pytest.mark.parametrize("length", [4_000, 250_000])
def test_a_password_without_end_is_no_work(length: int) -> None:
    """Hashed as in real life: slow on purpose, and for minutes if each round took the whole."""
    curator()
    form = {"username": NAME, "password": "p" * length}
    assert tried(plain(), LOGIN, form, "password", is_not=429, longest=20) == ""


@pytest.mark.usefixtures("_quick_passwords")
def test_the_right_password_leads_nowhere_else() -> None:
    curator()
    for name in LEADING:
        device, form = plain(), {"username": NAME, "password": PASSWORD, "next": CORPUS[name]}
        assert tried(device, LOGIN, form, name, is_not=200) == ""
        query = urlencode({"next": CORPUS[name]})
        assert not faults_of(lambda: device.get(f"{LOGIN}?{query}"), name)  # noqa: B023


@pytest.mark.usefixtures("_quick_passwords")
@pytest.mark.parametrize("has_one", [True, False])
def test_each_code(*, has_one: bool) -> None:
    user: User = curator()
    if has_one:
        TOTPDevice.objects.create(user=user, name="app", confirmed=True)
        StaticDevice.objects.create(user=user, name="recovery")
    device = half_in()
    found = [
        tried(device, SECOND, {"code": value}, f"code: {name}", is_not=302)
        for name, value in CORPUS.items()
    ]
    assert not any(found), found


def test_the_way_on_from_the_second_factor(client: Client) -> None:
    device = signed_in(client)
    device.raise_request_exception = False
    for name in LEADING:
        address = f"{SECOND}?{urlencode({'next': CORPUS[name]})}"
        assert not faults_of(lambda: device.get(address), name)  # noqa: B023
        assert not faults_of(lambda: device.post(address, {"code": "1"}), name)  # noqa: B023


def test_each_field_of_a_correction(client: Client) -> None:
    device = signed_in(client)
    device.raise_request_exception = False
    valid = {
        "nct_id": "NCT90000001",
        "question": "donor",
        "answer": "autologous",
        "reason": "as read",
    }
    found = []
    for field in valid:
        for name, value in CORPUS.items():
            told = f"correction, {field}: {name}"
            found += faults_of(lambda: device.post(ADD, {**valid, field: value}), told)  # noqa: B023
    assert not found
    assert Correction.objects.filter(reason__contains=MARK).exists()
