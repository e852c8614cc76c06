"""When something was taken away from the site, so that an error can be told from a fault."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

GRACE = 6.0  # seconds; pages leave the database alone for five (trials/views/kept/edition.py)


class Away(StrEnum):
    """What was away; its value stands in the report."""

    WEB = "web process killed"
    WORKER = "worker killed"
    POSTGRES = "PostgreSQL stopped"
    POSTGRES_CRASHED = "PostgreSQL crashed"
    REDIS = "Redis emptied"
    REDIS_SILENT = "Redis silent"
    REDIS_FULL = "Redis full"


NO_DATABASE = frozenset({Away.POSTGRES, Away.POSTGRES_CRASHED})


@dataclass
class Window:
    what: Away
    began: float
    ended: float = float("inf")


class Disturbances:
    """Every disturbance so far, with its times on the monotonic clock."""

    def __init__(self) -> None:
        self.windows: list[Window] = []
        self._lock = Lock()

    @contextmanager
    def disturbed(self, what: Away) -> Iterator[None]:
        window = Window(what, time.monotonic())
        with self._lock:
            self.windows.append(window)
        try:
            yield
        finally:
            window.ended = time.monotonic() + GRACE

    def during(self, began: float, ended: float) -> set[Away]:
        """What was away at any time between the two moments."""
        with self._lock:
            return {one.what for one in self.windows if one.began <= ended and began <= one.ended}
