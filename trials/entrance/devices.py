"""A curator's second factor: the codes of an app (RFC 6238), and ten codes for a lost phone."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django_otp import devices_for_user, verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
LONGEST = 32


def has_second_factor(user: User) -> bool:
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def begun(user: User) -> TOTPDevice:
    """The device that is being set up; the same until it is confirmed."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=user, name="app", confirmed=False)


@transaction.atomic
def confirm(user: User, code: str) -> tuple[Device, list[str]] | None:
    """The device, now in force, and its recovery codes; None where the code is not right.

    Only for somebody without a second factor: an existing one is never replaced so.
    """
    User.objects.select_for_update().get(pk=user.pk)
    if has_second_factor(user):
        return None
    device = TOTPDevice.objects.select_for_update().get(pk=begun(user).pk)
    if not device.verify_token(_plain(code)):
        return None
    device.confirmed = True
    device.save()
    return device, _recovery_codes(user)


def verified(user: User, code: str) -> Device | None:
    """The device of this user that the code belongs to; a code serves once."""
    plain = _plain(code)
    for device in devices_for_user(user):
        if found := verify_token(user, device.persistent_id, plain):
            _end_waits(user)
            return found
    return None


def _end_waits(user: User) -> None:
    """A wrong code makes each device wait, twice as long each time; the right one ends it for all.

    Else slips with the app would close the recovery codes, which are seldom asked, for months.
    """
    for device in devices_for_user(user):
        device.throttle_reset()


def _recovery_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def _plain(code: str) -> str:
    """As people type it: with spaces, in capitals."""
    return "".join(code[:LONGEST].split()).replace("\x00", "").lower()
