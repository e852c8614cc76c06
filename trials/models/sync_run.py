"""One update from the registry."""

from __future__ import annotations

from typing import Self

from django.db import models


class SyncRunQuerySet(models.QuerySet["SyncRun"]):
    """Runs in the field's verbs."""

    def published(self) -> Self:
        return self.filter(state=SyncRun.State.PUBLISHED)

    def newest_first(self) -> Self:
        """By their numbers: a run that began by a clock that was ahead is not the last for long."""
        return self.order_by("-pk")

    def latest_published(self) -> SyncRun | None:
        return self.published().newest_first().first()


class SyncRun(models.Model):
    """What one run did and how it ended; at most one is running, says the database.

    Counts are studies. ``seen`` counts distinct studies fetched; ``message`` is for
    the operator and says what to do; /about/data/ shows it to all, so no error's own words, which
    may name a server, a person or a value.
    """

    class Kind(models.TextChoices):
        FULL = "full"
        LIGHT = "light"
        REPLAY = "replay"

    class State(models.TextChoices):
        RUNNING = "running"
        PUBLISHED = "published"
        REFUSED = "refused"  # the gate found the answer too poor to publish
        FAILED = "failed"
        INTERRUPTED = "interrupted"  # its worker died

    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=12, choices=State, default=State.RUNNING)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    data_timestamp = models.DateTimeField(null=True)
    message = models.TextField(default="", blank=True)
    seen = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    set_aside = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    delisted = models.PositiveIntegerField(default=0)

    objects = SyncRunQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["state"],
                condition=models.Q(state="running"),
                name="sync_run_only_one_running",
            ),
        )
        indexes = (models.Index(fields=["state", "-finished_at"], name="sync_run_latest"),)

    def __str__(self) -> str:
        return f"{self.kind} sync of {self.started_at:%Y-%m-%d %H:%M} ({self.state})"
