"""How tasks fare, counted in the broker's Redis: so workers on any machine count together."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

from trialfinder.redis_client import impatient

KEY = "trialfinder:tasks"
QUEUE = "celery"  # Celery's own name for its one queue
PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Tally:
    """The tasks of one name that ended in one state; ``seconds`` is the sum of their times."""

    task: str
    state: str
    count: int
    seconds: float
    last_at: datetime


@functools.cache
def redis_at(url: str) -> Redis:
    """A client that gives up within two seconds and tries once."""
    return impatient(url, patience=PATIENCE, as_text=True)


def note(task: str, state: str, *, seconds: float, at: datetime) -> None:
    """Count a task that ended. A broker that is gone costs the count, not the task."""
    with contextlib.suppress(RedisError):
        line = redis_at(settings.CELERY_BROKER_URL).pipeline()
        line.hincrby(KEY, f"{task}|{state}|count", 1)
        line.hincrbyfloat(KEY, f"{task}|{state}|seconds", seconds)
        line.hset(KEY, f"{task}|{state}|last", str(at.timestamp()))
        line.execute()


def tallies() -> tuple[Tally, ...]:
    """Every count. Raises redis.RedisError."""
    kept: dict[str, str] = redis_at(settings.CELERY_BROKER_URL).hgetall(KEY)  # type: ignore[assignment]
    return tuple(_tallies(kept))


def _tallies(kept: dict[str, str]) -> Iterator[Tally]:
    for key in sorted(kept):
        task, state, what = key.split("|")
        if what == "count":
            seconds = float(kept.get(f"{task}|{state}|seconds", 0))
            last = datetime.fromtimestamp(float(kept.get(f"{task}|{state}|last", 0)), UTC)
            yield Tally(task, state, int(kept[key]), seconds, last)


def waiting() -> int:
    """How many tasks wait for a worker. Raises redis.RedisError."""
    return int(redis_at(settings.CELERY_BROKER_URL).llen(QUEUE))
