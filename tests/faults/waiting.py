"""Waiting for what must come true, and saying what did not."""

import time
from collections.abc import Callable

PATIENCE = 60.0


def wait_until(
    is_so: Callable[[], bool],
    what: str,
    *,
    seconds: float = PATIENCE,
    log: Callable[[], str] = str,
) -> None:
    """Look again and again until it is so; when patience ends, fail with ``what`` and the log."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"Not within {seconds:.0f} s: {what}\n{log()[-6000:]}")
        time.sleep(0.05)
