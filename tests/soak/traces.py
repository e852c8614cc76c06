"""What the log says of one request: its lines, tracebacks included."""

import re
from collections.abc import Iterator

BEGINS = re.compile(r"(?=^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} )", re.MULTILINE)
LONGEST = 6_000  # characters; the end of a traceback says most


def lines_of(request_id: str, log: str) -> str:
    """Every entry of that request, the end of it where it is long; "" for none."""
    found = [entry for entry in entries(log) if f"[{request_id}]" in entry.partition("\n")[0]]
    return "".join(found)[-LONGEST:] if request_id else ""


def entries(log: str) -> Iterator[str]:
    """A line with a time, and the lines below it that have none."""
    yield from BEGINS.split(log)
