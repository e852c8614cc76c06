"""Curators for tests: signed in as the pages do it, or at once."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import hotp, totp
from django_otp.plugins.otp_totp.models import TOTPDevice

NAME, PASSWORD = "curator", "a long enough one"


def curator() -> User:
    return User.objects.create_superuser(NAME, password=PASSWORD)


def signed_in(client: Client) -> Client:
    """A curator who has shown a second factor."""
    user = curator()
    device = TOTPDevice.objects.create(user=user, name="app", confirmed=True)
    client.force_login(user)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client


def code_of(device: TOTPDevice, *, steps: int = 0) -> str:
    """What the app shows now, or ``steps`` times 30 seconds later."""
    return f"{totp(device.bin_key, drift=steps):06d}"


def spent_code_of(device: TOTPDevice) -> str:
    """The one that was taken last, however long ago the app showed it."""
    return f"{hotp(device.bin_key, device.last_t):06d}"


def wrong_code_of(device: TOTPDevice) -> str:
    return f"{(int(code_of(device)) + 500_000) % 1_000_000:06d}"


def patient(user: User) -> None:
    """The wait after a wrong code is over."""
    for device in TOTPDevice.objects.filter(user=user):
        device.throttle_reset()
