"""Alerts and their mails, to look at. Addresses are masked, and what they follow isn't shown."""

from __future__ import annotations

from django.contrib import admin

from trials.admin.read_only import ReadOnlyAdmin
from trials.models import Alert, AlertMail


def masked(email: str) -> str:
    """'jane@example.org' -> 'j...@example.org'; "" stays."""
    name, at, host = email.partition("@")
    return f"{name[:1]}...{at}{host}" if at else ""


@admin.register(Alert)
class AlertAdmin(ReadOnlyAdmin):
    """How many there are and how they stand; whose they are is nobody's business."""

    list_display = ("created_at", "address", "state", "frequency", "consented_at", "next_at")
    list_filter = ("state", "frequency")
    ordering = ("-created_at",)
    fields = (*list_display, "renewal_asked_at", "ended_at", "edition")

    @admin.display(description="address")
    def address(self, alert: Alert) -> str:
        return masked(alert.email) or "deleted"


@admin.register(AlertMail)
class AlertMailAdmin(ReadOnlyAdmin):
    """UNSURE: broken off, perhaps sent, not repeated. REFUSED: see the server's code."""

    list_display = ("claimed_at", "kind", "state", "reply", "attempts", "changes", "sent_at")
    list_filter = ("state", "kind")
    ordering = ("-claimed_at",)
    fields = list_display
