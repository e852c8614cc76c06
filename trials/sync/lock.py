"""One running sync, guaranteed by the database.

The constraint on SyncRun allows one row in state 'running'; a session lock of
Postgres tells a live run from one whose worker died: the lock dies with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from trials.models import SyncRun

LOCK = 7_306_901_234  # any number that nothing else in this database locks
ORPHANED = (
    "Its worker or its database stopped in the middle. Nothing was lost; the next run does it "
    "again."
)
INTERRUPT = "UPDATE trials_syncrun SET state = %s, finished_at = %s, message = %s WHERE state = %s"


class AlreadyRunning(Exception):
    """Another sync is running; nothing was started."""

    def __init__(self) -> None:
        super().__init__("Another sync is running. Nothing was started; its result will do.")


@contextmanager
def running(kind: SyncRun.Kind, *, now: datetime) -> Iterator[SyncRun]:
    """A new run in state 'running'; AlreadyRunning where there is one alive."""
    if not _lock():
        raise AlreadyRunning
    try:
        _note_orphan(now)
        yield SyncRun.objects.create(kind=kind, started_at=now)
    finally:
        _unlock()


def is_interrupted() -> bool:
    """Whether a run is marked as running whose worker is no longer there."""
    if not SyncRun.objects.filter(state=SyncRun.State.RUNNING).exists() or not _lock():
        return False
    _unlock()
    return True


def _note_orphan(now: datetime) -> None:
    """Mark the run as interrupted whose worker died, if one did."""
    with connection.cursor() as cursor:
        cursor.execute(INTERRUPT, [SyncRun.State.INTERRUPTED, now, ORPHANED, SyncRun.State.RUNNING])


def _lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        row: tuple[bool] = cursor.fetchone()
    return row[0]


def _unlock() -> None:
    if connection.connection is None or connection.connection.closed:
        return  # the lock went with its session
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
