"""Links that only the owner of a mailbox can know. Nothing of them is kept: they are derived."""

from __future__ import annotations

import hmac
import re
import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from enum import StrEnum

from django.conf import settings
from django.utils.crypto import salted_hmac

from trials.models import Alert

ID_BYTES, SEAL_BYTES = 16, 20
_FORM = re.compile(r"[A-Za-z0-9_-]{48}")


class Purpose(StrEnum):
    """What a link does. A link for one purpose is none for another."""

    CONFIRM = "confirm"
    RENEW = "renew"
    END = "end"


def token_for(alert: Alert, purpose: Purpose) -> str:
    """48 letters: the alert's random key, and a seal (HMAC-SHA-256, 160 bits of it)."""
    whole = alert.pk.bytes + _seal(alert.pk, purpose, _bound_to(alert, purpose))
    return urlsafe_b64encode(whole).decode()


def find_alert(token: str, purpose: Purpose) -> Alert | None:
    """The alert that the token was made for; None for a forged one, or one that is gone."""
    alert_id = _alert_id(token)
    alert = Alert.objects.filter(pk=alert_id).first() if alert_id else None
    is_its = alert is not None and _fits(token, alert.pk, purpose, _bound_to(alert, purpose))
    return alert if is_its else None


def is_genuine_end(token: str) -> bool:
    """Whether we made this token for ending an alert, be the alert gone or not."""
    alert_id = _alert_id(token)
    return alert_id is not None and _fits(token, alert_id, Purpose.END, "")


def _alert_id(token: str) -> uuid.UUID | None:
    if not _FORM.fullmatch(token):
        return None
    return uuid.UUID(bytes=urlsafe_b64decode(token)[:ID_BYTES])


def _fits(token: str, alert_id: uuid.UUID, purpose: Purpose, bound_to: str) -> bool:
    given = urlsafe_b64decode(token)[ID_BYTES:]
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    seals = [_seal(alert_id, purpose, bound_to, key=key) for key in keys]
    return any([hmac.compare_digest(given, seal) for seal in seals])  # noqa: C419 all of them


def _bound_to(alert: Alert, purpose: Purpose) -> str:
    """A renewal's link dies with the consent that it renews."""
    is_bound = purpose is Purpose.RENEW and alert.consented_at
    return alert.consented_at.isoformat() if is_bound and alert.consented_at else ""


def _seal(
    alert_id: uuid.UUID, purpose: Purpose, bound_to: str, *, key: str | bytes | None = None
) -> bytes:
    text = f"{alert_id.hex} {bound_to}"
    made = salted_hmac(f"alert {purpose}", text, secret=key, algorithm="sha256")
    return made.digest()[:SEAL_BYTES]
