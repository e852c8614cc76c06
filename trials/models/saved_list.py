"""Lists of studies that somebody keeps, without an account."""

from __future__ import annotations

import secrets
import uuid

from django.db import models


def new_token() -> str:
    """128 bits nobody can guess, in letters that survive an e-mail."""
    return secrets.token_urlsafe(16)


class SavedList(models.Model):
    """One person's list, known only by its random id in a signed cookie.

    ``share_token`` is the unguessable part of a read-only link, None while the list is
    not shared; ``shares_notes``: whether that link shows the notes too. Nothing here
    says who the person is. ``used_at`` moves at most once a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    share_token = models.CharField(max_length=40, unique=True, null=True)  # noqa: DJ001
    shares_notes = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"list of {self.created_at:%Y-%m-%d}"


class SavedStudy(models.Model):
    """One study on one list. ``position`` orders by hand; ``note`` is the person's own."""

    saved_list = models.ForeignKey(SavedList, models.CASCADE, related_name="saved_studies")
    study = models.ForeignKey("trials.Study", models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    note = models.TextField(default="", blank=True, max_length=2000)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["saved_list", "study"], name="saved_study_once"),
        )

    def __str__(self) -> str:
        return f"saved {self.study_id}"


class MoveToken(models.Model):
    """A one-time link that brings a list to another device; only its digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    saved_list = models.ForeignKey(SavedList, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"move until {self.expires_at:%Y-%m-%d %H:%M}"
