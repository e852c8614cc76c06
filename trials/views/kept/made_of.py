"""What a public page is made of, and the marks that follow from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.crypto import salted_hmac

from trials.reading.study_reading import READING_VERSION
from trials.views.kept.addresses import Address

Moment = Callable[[datetime], str]
SLOTS = {"pages": 16_384, "choices": 4_096}
"""Copies of a sort at most. Two pages of one slot push each other out, so there are many more
slots than pages: of 400 pages about ten share one."""


def by_day(now: datetime) -> str:
    """For pages that tell how long ago something was, in days."""
    return now.date().isoformat()


def by_minute(now: datetime) -> str:
    """For pages that tell of the updates themselves, which move without an edition."""
    return now.strftime("%Y-%m-%dT%H:%M")


@dataclass(frozen=True)
class Page:
    """One page as one reader likes it. ``code``: its version; ``comfort``: classes of <html>."""

    address: Address
    language: str
    comfort: str
    code: str

    @cached_property
    def place(self) -> str:
        """Names the page whatever its data, 64 signs; the secret key hides the address in it."""
        address = self.address
        return _digest("place", address.path, address.query, self.language, self.comfort, self.code)

    @property
    def slot(self) -> str:
        """Where its copy is kept. Searches can't push out pages with an address of their own."""
        sort = "choices" if self.address.query else "pages"
        return f"{sort}:{int(self.place[:8], 16) % SLOTS[sort]}"

    def mark(self, *, edition: str, moment: str) -> str:
        """The page's weak ETag: equal marks, equal pages."""
        made = _digest("mark", self.place, edition, READING_VERSION, moment)
        return f'W/"{made[:32]}"'


def _digest(*parts: str) -> str:
    """Keyed, so that nobody can try which addresses are kept. JSON keeps the parts apart."""
    text = json.dumps(parts)
    return salted_hmac("trials.views.kept", text, algorithm="sha256").hexdigest()
