"""How long a curator stays signed in: said on every page, and made longer without leaving it."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.integration.admin.curators import signed_in

ADD, STAY = reverse("admin:trials_correction_add"), reverse("admin:stay")
pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    return signed_in(client)


def ends() -> datetime:
    return Session.objects.get().expire_date


def test_every_page_says_until_when_and_how_to_stay(curator: Client) -> None:
    page = curator.get(ADD).content.decode()
    assert f"{ends():%H:%M}</time> UTC" in page
    assert 'data-seconds="43200"' in page
    assert f'href="{STAY}" target="_blank"' in page


def test_staying_begins_the_hours_anew(curator: Client) -> None:
    session = Session.objects.get()
    session.expire_date = timezone.now() + timedelta(minutes=3)
    session.save()
    page = curator.get(STAY)
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert "What you typed elsewhere is still there" in page.content.decode()
    assert ends() > timezone.now() + timedelta(hours=11, minutes=59)


def test_who_is_not_signed_in_is_told_nothing_of_it(client: Client) -> None:
    assert client.get(STAY).status_code == 302
    page = client.get("/admin/login/").content.decode()
    assert "Signed in until" not in page
    assert "stay.js" not in page
