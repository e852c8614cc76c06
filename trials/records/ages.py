"""Ages as the registry writes them: "18 Years", "6 Months", "2 Days"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{1,3}) (Year|Month|Week|Day|Hour|Minute)s?", re.IGNORECASE)
_A_YEAR_HAS = {
    "year": 1,
    "month": 12,
    "week": 52.1775,
    "day": 365.25,
    "hour": 8766,
    "minute": 525960,
}


@dataclass(frozen=True, slots=True)
class Age:
    """A number of years, months, weeks, days, hours or minutes (registry: NormalizedTime)."""

    count: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Age:
        """Read "18 Years"; raise ValueError for all else. Absent means no limit: don't call."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(f"not an age of the registry: {text!r}")
        return cls(int(found[1]), found[2].lower())

    @property
    def years(self) -> float:
        return self.count / _A_YEAR_HAS[self.unit]

    def __str__(self) -> str:
        return f"{self.count} {self.unit if self.count == 1 else self.unit + 's'}"
