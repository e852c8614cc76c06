"""Waiting for what must come true, and saying what did not."""

import time
from collections.abc import Callable

PATIENCE = 60.0


def wait_until(is_so: Callable[[], bool], what: str, *, seconds: float = PATIENCE) -> None:
    """Look again and again until it is so; fail with ``what`` when patience ends."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"Not within {seconds:.0f} s: {what}")
        time.sleep(0.05)
