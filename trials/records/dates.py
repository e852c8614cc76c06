"""Dates as precise as the registry gives them, and no more."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day: "2024", "2024-05" or "2024-05-17" (registry: PartialDate).

    "2024-05" stays May 2024: it is never rounded to a day. Sorts by its parts,
    the less precise first.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        month, day = (1 if part is None else part for part in (self.month, self.day))
        date(self.year, month, day)

    @classmethod
    @lru_cache(maxsize=8192)  # the days of 22 years; a crawl meets each again and again
    def parse(cls, text: str) -> PartialDate:
        """Read "YYYY", "YYYY-MM" or "YYYY-MM-DD"; raise ValueError for all else."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(f"not a date of the registry: {text!r}")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class DateStruct:
    """A date and whether it is ACTUAL or ESTIMATED (registry: DateStruct, PartialDateStruct).

    ``type`` is "" where the registry leaves it out.
    """

    date: PartialDate
    type: str = ""

    @property
    def is_estimated(self) -> bool:
        return self.type == "ESTIMATED"
