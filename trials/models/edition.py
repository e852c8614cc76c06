"""Which edition of the data readers see."""

# Only column names of our own are put together here.
# ruff: noqa: S608

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import connection, models, transaction
from django.db.models import F
from django.dispatch import Signal

from trials.models.own_columns import OwnColumns

published = Signal()
"""Sent once an edition is committed, by the process that published it."""


class Edition(models.Model):
    """The one row that says which data is published; its number moves with every change.

    Kept pages and ETags hang on it. ``mark`` tells apart two editions of one number: a
    database that was put back from a backup counts on from where the backup stood.
    ``data_timestamp`` is the registry's own (``/version``: dataTimestamp, UTC), None while
    only starter facts are there.
    """

    THE_ONE = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ONE)
    number = models.PositiveBigIntegerField(default=0)
    mark = models.UUIDField(default=uuid.uuid4)
    data_timestamp = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="edition_there_is_one"),
        )

    def __str__(self) -> str:
        return f"edition {self.number}"

    @property
    def name(self) -> str:
        """Names the data of this edition and no other: '17-9f0c...'; '0' before the first."""
        return f"{self.number}-{self.mark.hex}" if self.number else "0"

    @classmethod
    def current(cls) -> Edition:
        """The published edition; number 0 before the first."""
        with connection.cursor() as cursor:
            cursor.execute(_THE_ONE)
            row = cursor.fetchone()
        return _EDITION.made(row) if row else cls()

    @classmethod
    def publish(cls, *, now: datetime, data_timestamp: datetime | None = None) -> None:
        """Move to the next edition, within the caller's transaction."""
        cls.objects.get_or_create(pk=cls.THE_ONE)
        values: dict[str, object] = {"number": F("number") + 1, "mark": uuid.uuid4()}
        if data_timestamp is not None:
            values |= {"data_timestamp": data_timestamp, "published_at": now}
        cls.objects.filter(pk=cls.THE_ONE).update(**values)
        transaction.on_commit(lambda: published.send(cls), robust=True)


_EDITION = OwnColumns(Edition)
_THE_ONE = f"SELECT {_EDITION.of('e')} FROM trials_edition e WHERE id = {Edition.THE_ONE}"
