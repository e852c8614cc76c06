"""Python's search for cyclic garbage, while values come in by the million that have no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 100_000  # new values between two searches; Python's own choice is 700


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Search less often: it would take a third of a sync's time, and find next to nothing."""
    often = gc.get_threshold()
    gc.set_threshold(SELDOM, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)
