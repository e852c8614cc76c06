"""Copies of pages in Redis: one slot each, so that their number is bounded by the slots."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast

from django.conf import settings
from django.utils.crypto import salted_hmac
from redis import Redis
from redis.exceptions import ConnectionError as NoConnection
from redis.exceptions import RedisError, ResponseError
from redis.exceptions import TimeoutError as NoAnswer

from trialfinder.redis_client import impatient
from trials.views.kept.pause import Pause

log = logging.getLogger(__name__)
T = TypeVar("T")
LONGEST_WAIT = 0.25
PAUSE = 5.0
A_DAY = 86_400
A_MINUTE = 60
LARGEST = 100_000
NO_DATABASE = "DB index is out of range"


@dataclass(frozen=True, slots=True)
class Copy:
    """A page as it was made. ``packed``: its body, see packing.py."""

    place: str
    mark: str
    content_type: str
    made_at: datetime
    packed: bytes

    def to_bytes(self) -> bytes:
        """A line of JSON, then the packed body."""
        head = [self.place, self.mark, self.content_type, self.made_at.isoformat()]
        return json.dumps(head).encode() + b"\n" + self.packed

    @classmethod
    def from_bytes(cls, stored: bytes | None) -> Copy | None:
        """None for what is no copy."""
        head, _line, packed = (stored or b"").partition(b"\n")
        try:
            place, mark, content_type, made_at = json.loads(head)
            return cls(place, mark, content_type, datetime.fromisoformat(made_at), packed)
        except (ValueError, TypeError):
            return None


class Shelf:
    """One Redis database. Where it fails, there is no copy, and nobody waits for it twice."""

    def __init__(self, url: str, pause: Pause) -> None:
        """``url``: of the database, "" to keep nothing; ValueError for a bad one."""
        self._redis = impatient(url, patience=LONGEST_WAIT) if url else None
        self._pause = pause
        # Two sites on one Redis must not read each other's editions.
        self._prefix = f"kept:{salted_hmac(__name__, settings.SITE_URL).hexdigest()[:12]}"

    @property
    def is_open(self) -> bool:
        """Whether it has a database that answered when it was last asked."""
        return self._redis is not None and not self._pause.is_on

    def look(self, slot: str, place: str) -> tuple[str, Copy | None]:
        """The edition as last noted, "" where it is not known, and the copy of a place."""
        keys = [f"{self._prefix}:edition", f"{self._prefix}:{slot}"]
        edition, stored = self._ask(lambda redis: redis.mget(keys), [None, None])
        copy = Copy.from_bytes(stored)
        return (edition or b"").decode(), copy if copy and copy.place == place else None

    def keep(self, slot: str, copy: Copy) -> None:
        """For a day at most; a copy that is too large is not kept."""
        stored = copy.to_bytes()
        if len(stored) <= LARGEST:
            self._ask(lambda redis: redis.set(f"{self._prefix}:{slot}", stored, ex=A_DAY), None)

    def claim(self, place: str, seconds: float) -> bool:
        """Whether nobody is making this page now; from here on, the caller is, for so long."""
        key, lasting = self._claim(place), int(seconds * 1000)
        nobodys = "OK"
        return bool(self._ask(lambda redis: redis.set(key, 1, nx=True, px=lasting), nobodys))

    def is_claimed(self, place: str) -> bool:
        """Whether somebody is still making this page."""
        return bool(self._ask(lambda redis: redis.exists(self._claim(place)), 0))

    def give_up(self, place: str) -> None:
        """Its maker is done with it, or failed."""
        self._ask(lambda redis: redis.delete(self._claim(place)), None)

    def _claim(self, place: str) -> str:
        return f"{self._prefix}:making:{place}"

    def note_edition(self, name: str, *, is_new: bool) -> None:
        """For a minute, so that a note that got lost is made good; a reader's never replaces."""
        key = f"{self._prefix}:edition"
        self._ask(lambda redis: redis.set(key, name, ex=A_MINUTE, nx=not is_new), None)

    def _ask(self, question: Callable[[Redis], Any], otherwise: T) -> T:
        if self._redis is None or not self.is_open:
            return otherwise
        try:
            return cast("T", question(self._redis))
        except (NoConnection, NoAnswer) as error:
            self._pause.begin()
            log.warning("Pages are not kept for a while: Redis is away (%s)", type(error).__name__)
        except RedisError as error:
            self._note(error)
        return otherwise

    def _note(self, error: RedisError) -> None:
        if isinstance(error, ResponseError) and NO_DATABASE in str(error):
            self._redis = None  # nobody adds a database to a Redis that runs
            log.error("No page is kept: Redis has no such database. Set PAGES_CACHE_URL")
        else:
            log.warning("A page was not kept: %s", type(error).__name__)


def shelf() -> Shelf:
    """That of the settings; one for the whole process."""
    return _shelf(settings.PAGES_CACHE_URL)


@cache
def _shelf(url: str) -> Shelf:
    return Shelf(url, Pause(PAUSE))
