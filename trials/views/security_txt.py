"""/.well-known/security.txt (RFC 9116): whom to tell of a hole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

LASTS = timedelta(days=180)


@require_safe
def security_txt(_request: HttpRequest) -> HttpResponse:
    """404 where nobody is named (SECURITY_CONTACT, or else SITE_CONTACT)."""
    contact = contact_address(settings.SECURITY_CONTACT or settings.SITE_CONTACT)
    if not contact:
        raise Http404
    text = security_lines(contact, now=timezone.now())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def security_lines(contact: str, *, now: datetime) -> str:
    """``Expires`` is midnight half a year on, so that a day has one text."""
    expires = (now.astimezone(UTC) + LASTS).replace(hour=0, minute=0, second=0, microsecond=0)
    fields = (
        ("Contact", contact),
        ("Expires", expires.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("Canonical", settings.SITE_URL + reverse("security_txt")),
        ("Preferred-Languages", "en"),
        ("Policy", settings.SITE_URL + reverse("privacy")),
    )
    return "".join(f"{name}: {value}\n" for name, value in fields)


def contact_address(text: str) -> str:
    """As RFC 9116 wants it, a URI: 'a@b.org' -> 'mailto:a@b.org'; "" for what is none."""
    plain = "".join(sign for sign in text if sign.isprintable()).strip()
    if plain.startswith(("https://", "mailto:", "tel:")):
        return plain
    return f"mailto:{plain}" if "@" in plain and " " not in plain else ""
