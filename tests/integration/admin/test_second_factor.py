"""No page of the admin without a second factor; a code serves once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.integration.admin.curators import (
    NAME,
    PASSWORD,
    code_of,
    curator,
    patient,
    signed_in,
    spent_code_of,
    wrong_code_of,
)

pytestmark = pytest.mark.django_db
SECOND, LOGIN, INDEX = "/admin/second-factor/", "/admin/login/", "/admin/"
OPEN = {LOGIN, SECOND}


@pytest.fixture
def half(client: Client) -> Client:
    """Signed in by password alone, with nothing set up."""
    curator()
    client.post(LOGIN, {"username": NAME, "password": PASSWORD, "next": INDEX})
    return client


def set_up(client: Client) -> list[str]:
    """Set the second factor up as the page says; the recovery codes."""
    client.get(SECOND)
    answer = client.post(SECOND, {"code": code_of(TOTPDevice.objects.get())})
    assert answer.status_code == 200
    return [str(token) for token in StaticToken.objects.values_list("token", flat=True)]


def addresses(patterns: list[URLPattern | URLResolver], before: str = INDEX) -> Iterator[str]:
    """Every address of the admin, 1 or x where something is to be filled in."""
    for each in patterns:
        route = before + str(each.pattern).lstrip("^").rstrip("$")
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, route)
        elif "(?P" not in route and "(?:" not in route:
            yield route.replace("<path:object_id>", "1").replace("<id>", "x").replace("<", "")


def test_every_page_of_the_admin_asks_for_it(half: Client) -> None:
    found = [each for each in addresses(admin.site.get_urls()) if each not in OPEN]
    assert len(found) > 30
    for address in found:
        for answer in (half.get(address), half.post(address, {})):
            assert answer.status_code == 302, address
            assert answer["Location"].startswith((LOGIN, INDEX)), address
            assert not answer.content, address
    followed = half.get(INDEX, follow=True)
    assert followed.redirect_chain[-1][0].startswith(SECOND)
    assert "Scan this picture" in followed.content.decode()


def test_a_first_one_is_set_up_before_anything_else(half: Client) -> None:
    page = half.get(SECOND).content.decode()
    assert 'src="data:image/svg+xml' in page
    assert "style=" not in page
    before = half.session.session_key
    answer = half.post(SECOND, {"code": code_of(TOTPDevice.objects.get())})
    shown = answer.content.decode()
    codes = StaticToken.objects.values_list("token", flat=True)
    assert len(codes) == 10
    assert all(code in shown for code in codes)
    assert half.session.session_key != before
    assert "no-store" in answer["Cache-Control"]
    assert half.get(INDEX).status_code == 200
    assert not any(code in half.get(SECOND, follow=True).content.decode() for code in codes)


def test_a_wrong_code_is_refused(half: Client) -> None:
    half.get(SECOND)
    device = TOTPDevice.objects.get()
    answer = half.post(SECOND, {"code": wrong_code_of(device)})
    assert answer.status_code == 403
    assert "not right" in answer.content.decode()
    assert half.get(INDEX).status_code == 302
    at_once = half.post(SECOND, {"code": code_of(device)})
    assert at_once.status_code == 403  # a wait after a wrong one, however short


@pytest.mark.parametrize(
    "code", ["", " ", "\x00", "0" * 5000, "１２３４５６", "-00001", "x' OR 1=1"]
)
def test_no_code_at_all_is_refused(half: Client, code: str) -> None:
    half.get(SECOND)
    assert half.post(SECOND, {"code": code}).status_code == 403


def again(client: Client) -> None:
    client.post(LOGIN, {"username": NAME, "password": PASSWORD, "next": INDEX})


def test_the_next_sign_in_asks_for_a_code_that_serves_once(half: Client) -> None:
    set_up(half)
    device = TOTPDevice.objects.get()
    other = Client()
    again(other)
    assert "Scan" not in other.get(SECOND).content.decode()
    assert other.post(SECOND, {"code": spent_code_of(device)}).status_code == 403
    patient(device.user)
    let_in = other.post(SECOND + "?next=/admin/trials/study/", {"code": code_of(device, steps=1)})
    assert (let_in.status_code, let_in["Location"]) == (302, "/admin/trials/study/")
    assert other.get(INDEX).status_code == 200


def test_a_recovery_code_serves_once(half: Client) -> None:
    codes = set_up(half)
    for expected in (302, 403):
        other = Client()
        again(other)
        assert other.post(SECOND, {"code": codes[0].upper()}).status_code == expected
    assert StaticToken.objects.count() == 9


def test_slips_with_the_app_do_not_close_the_recovery_codes(half: Client) -> None:
    """Each wrong code doubles the wait of both; a right one of either ends the wait of both."""
    codes = set_up(half)
    StaticDevice.objects.update(
        throttling_failure_count=20, throttling_failure_timestamp=timezone.now()
    )
    device = TOTPDevice.objects.get()
    by_app, by_recovery = Client(), Client()
    again(by_app)
    assert by_app.post(SECOND, {"code": code_of(device, steps=1)}).status_code == 302
    again(by_recovery)
    assert by_recovery.post(SECOND, {"code": codes[0]}).status_code == 302


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "/x"])
def test_it_leads_nowhere_else(half: Client, to: str) -> None:
    set_up(half)
    assert half.get(SECOND, {"next": to})["Location"] == INDEX


def test_a_device_of_somebody_else_opens_nothing(half: Client) -> None:
    set_up(half)
    stolen = TOTPDevice.objects.get()
    stolen.user.username = "other"
    stolen.user.save()
    again_as_new = Client()
    curator()
    again(again_as_new)
    again_as_new.get(SECOND)
    assert again_as_new.post(SECOND, {"code": code_of(stolen, steps=1)}).status_code == 403


def test_the_operator_takes_it_away(half: Client) -> None:
    set_up(half)
    call_command("reset_second_factor", NAME)
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    assert half.get(INDEX)["Location"].startswith(LOGIN)
    assert half.get(SECOND)["Location"] == INDEX  # signed out
    with pytest.raises(CommandError, match="no curator"):
        call_command("reset_second_factor", "nobody")


def test_a_session_ends_twelve_hours_after_its_last_page(client: Client) -> None:
    signed_in(client)
    session = Session.objects.get()
    soon = timezone.now() + timedelta(minutes=1)
    Session.objects.update(expire_date=soon)
    assert client.get(INDEX).status_code == 200
    session.refresh_from_db()
    assert timedelta(hours=11) < session.expire_date - timezone.now() <= timedelta(hours=12)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get(INDEX)["Location"].startswith(LOGIN)


def test_public_pages_touch_no_session(client: Client) -> None:
    signed_in(client)
    assert "session" not in client.get("/").cookies


def test_leaving_signs_out(half: Client) -> None:
    assert half.post(SECOND, {"leave": "yes"})["Location"] == LOGIN
    assert "_auth_user_id" not in half.session


def test_keys_are_never_shown(client: Client) -> None:
    page = signed_in(client).get(INDEX).content.decode()
    assert "TOTP" not in page
    assert reverse("admin:trials_study_changelist") in page
