"""Alerts: an address that asked for news of a search or of one study."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Alert(models.Model):
    """One address, what it follows and how often. Deleted when the person ends it.

    It follows ``study``, or else the search of the address's part ``query`` ("" is the
    whole catalogue). ``email`` is "" once the address is known not to exist.

    What was told so far: ``last_change`` (key of a Change), ``matched`` (keys of the
    studies that the search found), ``starters`` (keys of all studies that were known by
    starter facts alone) and ``edition`` (number of the data that was looked at). All move
    only after a mail was taken. No mail leaves before ``next_at``.
    """

    class State(models.TextChoices):
        PENDING = "pending"  # asked for, not yet confirmed from the mailbox
        ACTIVE = "active"
        ENDED = "ended"  # refused by the mail server for good; the address is deleted

    class Frequency(models.TextChoices):
        DAY = "day"
        WEEK = "week"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254, blank=True)
    study = models.ForeignKey("trials.Study", models.CASCADE, null=True, related_name="+")
    query = models.TextField(default="", blank=True)
    frequency = models.CharField(max_length=4, choices=Frequency)
    state = models.CharField(max_length=7, choices=State, default=State.PENDING)
    created_at = models.DateTimeField()
    consented_at = models.DateTimeField(null=True)
    renewal_asked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    edition = models.PositiveBigIntegerField(default=0)
    last_change = models.PositiveBigIntegerField(default=0)
    matched = ArrayField(models.BigIntegerField(), default=list, blank=True)
    starters = ArrayField(models.BigIntegerField(), default=list, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(study__isnull=True) | models.Q(query=""),
                name="alert_follows_a_study_or_a_search",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="ended") | models.Q(email=""),
                name="alert_that_ended_has_no_address",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="active") | models.Q(consented_at__isnull=False),
                name="alert_is_active_by_consent",
            ),
        )
        indexes = (models.Index(fields=["state", "next_at"], name="alert_next"),)

    def __str__(self) -> str:
        return f"alert of {self.created_at:%Y-%m-%d} ({self.state})"

    @property
    def period(self) -> timedelta:
        """The shortest time between two digests."""
        return timedelta(days=1 if self.frequency == self.Frequency.DAY else 7)
