"""What changed in a study, and when we saw it."""

# Only column names of our own are put together here; the key is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from django.db import connection, models

from trials.models.own_columns import OwnColumns


class Change(models.Model):
    """One field of one study: before, after, seen at. ``field`` is a name of sync.changes."""

    study = models.ForeignKey("trials.Study", models.CASCADE, related_name="changes")
    run = models.ForeignKey("trials.SyncRun", models.CASCADE, related_name="changes")
    field = models.CharField(max_length=60)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("-seen_at", "id")
        indexes = (models.Index(fields=["study", "-seen_at"], name="change_of_study"),)

    def __str__(self) -> str:
        return f"{self.field} of {self.study_id}"


_CHANGE = OwnColumns(Change)
_LAST = f"""
    SELECT {_CHANGE.of("c")} FROM trials_change c
    WHERE c.study_id = %s ORDER BY c.seen_at DESC, c.id LIMIT %s"""


def last_changes(study_id: int, most: int) -> list[Change]:
    """Of one study, the newest first, as the model orders them."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST, [study_id, most])
        return [_CHANGE.made(row) for row in cursor.fetchall()]
