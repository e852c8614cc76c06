"""A record that went into no study, as the registry sent it."""

from django.db import models


class SetAsideRecord(models.Model):
    """Named by what it holds: one that is met every day is kept once.

    Beside Snapshot, not in it: a sync passes over the states that it has there, and all of those
    can be read; these are tried anew each time they come. ``digest`` is that of a snapshot where
    the record is a JSON object. ``body`` is the JSON text of the record, whatever that is; as
    long as the registry's answer may be (trials.registry.connection). ``received_at``: first met.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    body = models.TextField()
    received_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"set aside, first met on {self.received_at:%Y-%m-%d}"
