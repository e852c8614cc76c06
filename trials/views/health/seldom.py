"""An answer that is asked for often, made seldom."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


def seldom(*, seconds: float) -> Callable[[Callable[[], Answer]], Callable[[], Answer]]:
    """Give the last answer again while it is younger than this; make one at a time.

    Health checks are open to all: whoever asks a thousand times a second must not open a
    thousand connections to a server that is ill.
    """

    def decorate(make: Callable[[], Answer]) -> Callable[[], Answer]:
        lock = threading.Lock()
        kept: list[tuple[float, Answer]] = []

        @functools.wraps(make)
        def made() -> Answer:
            with lock:
                if not kept or time.monotonic() - kept[0][0] > seconds:
                    answer = make()
                    kept[:] = [(time.monotonic(), answer)]
                return kept[0][1]

        return made

    return decorate
