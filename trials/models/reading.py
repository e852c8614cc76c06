"""What we read in a study: our judgement, apart from the registry's facts."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Reading(models.Model):
    """The answers that hold for one study: the rules', or a curator's above them.

    None is an abstention. ``answers`` keeps what the rules said, with the evidence;
    ``version`` is the rules' version; ``corrected`` names the questions that a
    curator answered. Vocabulary: the codebook (docs/data.md).
    """

    study = models.OneToOneField("trials.Study", models.CASCADE, related_name="reading")
    version = models.CharField(max_length=40)
    read_at = models.DateTimeField()
    condition = models.CharField(max_length=40, null=True)  # noqa: DJ001 None is an abstention
    role = models.CharField(max_length=40, null=True)  # noqa: DJ001
    cell_type = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    tissue = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    donor = models.CharField(max_length=40, null=True)  # noqa: DJ001
    route = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    answers = models.JSONField(default=dict)
    corrected = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        indexes = (
            GinIndex(fields=["cell_type"], name="reading_cell_type"),
            GinIndex(fields=["tissue"], name="reading_tissue"),
            GinIndex(fields=["route"], name="reading_route"),
            models.Index(fields=["donor"], name="reading_donor"),
        )

    def __str__(self) -> str:
        return f"reading of {self.study_id}"
