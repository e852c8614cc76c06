"""What changed in a study, and when we saw it."""

from django.db import models


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
