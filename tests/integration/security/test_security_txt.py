"""/.well-known/security.txt is what RFC 9116 asks for, today and for months to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from trials.views.security_txt import contact_address, security_lines

ADDRESS = "/.well-known/security.txt"


@pytest.mark.django_db
def test_it_names_whom_to_tell(stranger: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://trials.example"
    answer = stranger.get(ADDRESS)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert fields.pop("Expires") > datetime.now(UTC).isoformat()
    assert fields == {
        "Contact": "mailto:security@example.org",
        "Canonical": "https://trials.example/.well-known/security.txt",
        "Preferred-Languages": "en",
        "Policy": "https://trials.example/privacy/",
    }


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2099])
def test_it_never_is_out_of_date(year: int) -> None:
    for month in range(1, 13):
        now = datetime(year, month, 28, 23, 59, 59, tzinfo=UTC)
        told = next(line for line in security_lines("tel:1", now=now).splitlines() if "Exp" in line)
        expires = datetime.fromisoformat(told.removeprefix("Expires: "))
        assert timedelta(days=170) < expires - now < timedelta(days=365)


@pytest.mark.django_db
def test_the_sites_own_contact_serves(stranger: Client, settings: Settings) -> None:
    settings.SECURITY_CONTACT, settings.SITE_CONTACT = "", "help@example.org"
    assert b"Contact: mailto:help@example.org\n" in stranger.get(ADDRESS).content
    settings.SITE_CONTACT = ""
    assert stranger.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("given", "contact"),
    [
        ("a@b.org", "mailto:a@b.org"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("https://b.org/tell", "https://b.org/tell"),
        ("http://b.org/tell", ""),
        ("call us", ""),
        ("", ""),
        ("a@b.org\nExpires: never", ""),
    ],
)
def test_a_contact_is_an_address(given: str, contact: str) -> None:
    assert contact_address(given) == contact
