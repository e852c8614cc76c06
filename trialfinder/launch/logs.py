"""Logs of what runs for months: cut while they are written, and kept for two weeks at most.

The processes hold their logs open and can't be asked to open others. So a log is copied, then
emptied where it stands: all write at its end, wherever that is. What is written in the very
instant between the two is lost.
"""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from trialfinder.launch.terminal import say

LARGEST = 5_000_000  # bytes of one file
LONGEST = timedelta(days=1)  # between the first line of a file and its being put aside
KEPT = timedelta(days=12)  # after its last line; its first one is a day or two older
MOST = 20  # older files of one log
MINUTE, HOUR = 60.0, 3600.0


def keep_short(log: Path, *, now: datetime) -> float:
    """Put a long log aside and delete those of long ago; in how many seconds to look again.

    It never stops who asks: what can't be done, on a full disk, is told and tried again.
    """
    try:
        if is_long(log, now=now):
            put_aside(log, now=now)
        forget(log, now=now)
    except OSError as error:
        say(f"The log {log} could not be put aside: {error}. It is tried again in an hour.")
        return HOUR
    return MINUTE


def is_long(log: Path, *, now: datetime) -> bool:
    """Whether it is large, or was begun more than a day ago, or nobody knows when."""
    begun = beginning(log)
    size = log.stat().st_size if log.exists() else 0
    if size == 0:
        note_beginning(log, now=now)
    return size > LARGEST or (size > 0 and (not begun.exists() or is_far(begun, LONGEST, now=now)))


def put_aside(log: Path, *, now: datetime) -> None:
    """Its lines go to a file with the time in its name, as old as the last of them."""
    old = log.with_suffix(f".{now:%Y%m%dT%H%M%SZ}.log")
    try:
        shutil.copy2(log, old)
    except OSError:
        if old.is_file():
            old.unlink()
        raise
    os.truncate(log, 0)
    note_beginning(log, now=now)


def forget(log: Path, *, now: datetime) -> None:
    for place, old in enumerate(older(log)):
        if place >= MOST or is_far(old, KEPT, now=now):
            old.unlink()


def older(log: Path) -> list[Path]:
    """What was put aside of this log, newest first."""
    files = (each for each in log.parent.glob(f"{log.stem}.*.log") if each.is_file())
    return sorted(files, key=lambda each: each.stat().st_mtime, reverse=True)


def beginning(log: Path) -> Path:
    """An empty file that is as old as the log's first line."""
    return log.with_suffix(".begun")


def note_beginning(log: Path, *, now: datetime) -> None:
    beginning(log).touch()
    os.utime(beginning(log), (now.timestamp(), now.timestamp()))


def is_far(file: Path, time: timedelta, *, now: datetime) -> bool:
    """Older than that, or from a future that a wrong clock has seen."""
    return abs(now - datetime.fromtimestamp(file.stat().st_mtime, UTC)) > time
