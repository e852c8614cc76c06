"""A study's JSON as the registry sent it."""

from django.db import models


class Snapshot(models.Model):
    """One state of one record, named by what it holds.

    ``digest`` covers everything but ``derivedSection.miscInfoModule``, which the
    registry changes at every release with nothing else changed. ``news_digest``
    leaves out all of ``derivedSection``: two snapshots that share it differ in
    nothing that a reader would call news. ``body`` is the JSON text (not jsonb,
    which refuses some characters that records hold).
    """

    digest = models.CharField(max_length=64, primary_key=True)
    news_digest = models.CharField(max_length=64)
    nct_id = models.CharField(max_length=11, db_index=True)
    body = models.TextField()
    received_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.nct_id} as of {self.received_at:%Y-%m-%d}"
