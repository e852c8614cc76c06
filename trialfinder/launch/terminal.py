"""What the launcher says, and how it refuses.

Everything goes to standard error: standard output belongs to the command that was asked for.
"""

import contextlib
import sys
from collections import deque
from pathlib import Path


class Refusal(Exception):
    """The launcher can't go on. The text says what happened and what to do next."""


def say(text: str) -> None:
    """Or not, where it can't be written: that ends nothing."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def last_lines(log: Path, count: int = 12) -> str:
    """The end of a log file, indented, to be shown under a message."""
    try:
        with log.open(encoding="utf-8", errors="replace") as lines:
            kept = deque(lines, maxlen=count)
    except OSError:
        return ""
    return "".join(f"    {line.rstrip()}\n" for line in kept).rstrip("\n")
