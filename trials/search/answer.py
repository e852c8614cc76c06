"""The rows of a search's statement, taken apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from trials.search.results import Tally
from trials.search.statement import SEPARATOR

Row = tuple[str, "str | None", int, "float | None"]


@dataclass(slots=True)
class Answer:
    """``hits``: (study id, number, distance). ``counts``: filter -> value -> studies."""

    hits: list[tuple[int, int, float | None]] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def tally(self) -> Tally:
        trials = self.counts["is_trial"]
        return Tally(trials.total(), trials["true"])


def taken_apart(rows: Iterable[Row]) -> Answer:
    """All rows of Statement.sql. A study with several values counts under each."""
    answer = Answer()
    for part, value, number, distance in rows:
        if not value:
            continue
        if part == "hit":
            answer.hits.append((int(value), number, distance))
            continue
        counts = answer.counts[part]
        for one in value.split(SEPARATOR) if SEPARATOR in value else (value,):
            counts[one] = counts.get(one, 0) + number
    return answer
