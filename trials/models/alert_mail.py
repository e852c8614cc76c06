"""Mails of alerts: written down before they leave, so that none leaves twice."""

from __future__ import annotations

import uuid

from django.db import models


class AlertMail(models.Model):
    """One mail, without its text and without the address.

    A row is committed as CLAIMED before the mail server is spoken to. One that stays so
    is made UNSURE: the worker died between the server's yes and our note of it, or
    before; nobody can tell, so it isn't repeated. ``attempts`` counts what the server
    put off; ``reply`` is its code alone, for its text may name the address. The key
    stands in the Message-ID.
    """

    class Kind(models.TextChoices):
        CONFIRMATION = "confirmation"
        DIGEST = "digest"
        RENEWAL = "renewal"

    class State(models.TextChoices):
        CLAIMED = "claimed"
        SENT = "sent"
        DEFERRED = "deferred"  # put off by the mail server; tried again
        REFUSED = "refused"  # refused for good
        UNSURE = "unsure"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alert = models.ForeignKey("trials.Alert", models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.CLAIMED)
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    changes = models.PositiveIntegerField(default=0)
    reply = models.CharField(max_length=20, default="", blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["alert"],
                condition=models.Q(state__in=["claimed", "deferred"]),
                name="alert_mail_one_on_its_way",
            ),
        )
        indexes = (models.Index(fields=["state", "claimed_at"], name="alert_mail_claimed"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.claimed_at:%Y-%m-%d %H:%M} ({self.state})"
