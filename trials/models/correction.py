"""A curator's answer above the rules'."""

from django.conf import settings
from django.db import models


class Correction(models.Model):
    """One question of one study, answered by a person, with the reason.

    Hangs on the NCT id, not on the study's row, so that it survives everything that
    may happen to the row. ``value`` is a word or a list of words of the codebook.
    """

    QUESTIONS = ("condition", "role", "cell_type", "tissue", "donor", "route")

    nct_id = models.CharField(max_length=11, db_index=True)
    question = models.CharField(max_length=40, choices=[(name, name) for name in QUESTIONS])
    value = models.JSONField()
    reason = models.TextField()
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    corrected_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["nct_id", "question"], name="correction_one_a_question"
            ),
        )

    def __str__(self) -> str:
        return f"{self.nct_id} {self.question}: {self.value}"
