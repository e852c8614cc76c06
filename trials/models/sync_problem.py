"""What one run could not read."""

from django.db import models


class SyncProblem(models.Model):
    """A Problem of trials.records, kept for the operator. ``is_fatal``: the study was set aside.

    ``set_aside`` is then the record as it came; None where the study is kept, or its record with
    it (a damaged one), and for problems of releases before 0007.
    """

    run = models.ForeignKey("trials.SyncRun", models.CASCADE, related_name="problems")
    nct_id = models.CharField(max_length=40, blank=True)
    field = models.TextField()
    reason = models.TextField()
    value = models.TextField(blank=True)
    is_fatal = models.BooleanField(default=False)
    set_aside = models.ForeignKey(
        "trials.SetAsideRecord", models.PROTECT, null=True, related_name="problems"
    )

    class Meta:
        indexes = (models.Index(fields=["nct_id"], name="sync_problem_of_study"),)

    def __str__(self) -> str:
        return f"{self.nct_id or 'a record without an id'}: {self.field}: {self.reason}"
