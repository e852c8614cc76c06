"""The answer of a health check: a word a line, and the status that a machine looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse

from trials.views.headers import PRIVATE


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it is well, and in words how it is."""

    name: str
    is_well: bool
    words: str

    def __str__(self) -> str:
        return f"{self.name}: {'' if self.is_well else 'NOT WELL: '}{self.words}"


def all_well(lines: Iterable[Line]) -> bool:
    return all(line.is_well for line in lines)


def answer(lines: Iterable[Line], *, is_well: bool) -> HttpResponse:
    """Plain text; 200 or 503; kept by nobody."""
    text = "".join(f"{line}\n" for line in lines)
    response = HttpResponse(
        text, status=200 if is_well else 503, content_type="text/plain; charset=utf-8"
    )
    response.headers["Cache-Control"] = PRIVATE
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
