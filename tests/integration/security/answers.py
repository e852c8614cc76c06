"""What holds of every answer, whatever was asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from tests.integration.security.corpus import EXECUTED

LONGEST_SECONDS = 2.0
Ask = Callable[[], Any]


def faults_of(ask: Ask, told: str, *, longest: float = LONGEST_SECONDS) -> list[str]:
    """Ask, and name what is wrong with the answer; [] where nothing is. ``longest``: seconds."""
    response, body, seconds = _answer(ask)
    if seconds > longest:  # another process may have had the machine: once more
        response, body, seconds = _answer(ask)
    found = []
    if response.status_code >= 500 and not _is_told_ill(response):
        found.append(f"status {response.status_code}")
    if seconds > longest:
        found.append(f"{seconds:.1f} s")
    if "X-Injected" in response.headers or "injected" in response.cookies:
        found.append("a header was injected")
    if "evil.example" in urlsplit(_as_browsers_read(response.headers.get("Location", ""))).netloc:
        found.append(f"leads to {response.headers['Location']}")
    if response.headers.get("Content-Type", "").startswith("text/html"):
        found += [f"holds {text!r}" for text in EXECUTED if text in body]
    return [f"{told}: {fault}" for fault in found]


def _as_browsers_read(address: str) -> str:
    """They take a backslash for a slash, and leave out tabs and lines' ends (WHATWG URL)."""
    return address.strip().translate({ord("\\"): "/", ord("\t"): None, 10: None, 13: None})


def _is_told_ill(response: Any) -> bool:
    """/health/running says 503 where no worker runs: that is its answer, not a fault."""
    path = str(response.request["PATH_INFO"])
    return response.status_code == 503 and path.startswith("/health/")


def _answer(ask: Ask) -> tuple[Any, str, float]:
    began = time.perf_counter()
    response = ask()
    streamed = getattr(response, "streaming", False)
    content = b"".join(response.streaming_content) if streamed else response.content
    return response, content.decode("utf-8", "replace"), time.perf_counter() - began
