"""What one run could not read."""

from django.db import models


class SyncProblem(models.Model):
    """A Problem of trials.records, kept for the operator. ``is_fatal``: the study was set aside."""

    run = models.ForeignKey("trials.SyncRun", models.CASCADE, related_name="problems")
    nct_id = models.CharField(max_length=40, blank=True)
    field = models.TextField()
    reason = models.TextField()
    value = models.TextField(blank=True)
    is_fatal = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.nct_id or 'a record without an id'}: {self.field}: {self.reason}"
