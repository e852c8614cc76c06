"""The body of an answer, unpacked: only so long a text, and only for so long a time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import requests

from trials.registry.errors import Unreachable

PART = 64 * 1024  # bytes unpacked at a time, at most


def beginning(response: requests.Response, length: int, *, seconds: float) -> bytes:
    """The first ``length`` bytes, or all where it has fewer; Unreachable if that takes longer.

    urllib3's own errors besides. Its time-outs are for one drop each, and drops can go on for days.
    """
    body = bytearray()
    for part in _in_time(response, seconds):
        body += part
        if len(body) >= length:
            break
    return bytes(body[:length])


def _in_time(response: requests.Response, seconds: float) -> Iterator[bytes]:
    until = time.monotonic() + seconds
    while part := response.raw.read1(PART, decode_content=True):
        yield part
        if time.monotonic() > until:
            raise Unreachable(
                f"The registry's answer came in drops and was not there after {seconds:,.0f} "
                "seconds. Nothing of it is used; the next run tries again."
            )


def leave_body_of_redirect(response: requests.Response, **_: object) -> None:
    """requests would read it to its end, however far that is."""
    if response.is_redirect:
        response.close()
