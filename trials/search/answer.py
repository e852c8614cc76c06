"""The rows of a search's statement, taken apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trials.search.results import Tally
from trials.search.statement import SEPARATOR

Row = tuple[str, "str | None", int, "float | None"]


@dataclass(slots=True)
class Answer:
    """``hits``: (study id, number, distance). ``counts``: filter -> value -> studies."""

    hits: list[tuple[int, int, float | None]] = field(default_factory=list)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def tally(self) -> Tally:
        trials = self.counts.get("is_trial", {})
        return Tally(sum(trials.values()), trials.get("true", 0))


def taken_apart(rows: Iterable[Row]) -> Answer:
    """All rows of Statement.sql. A study with several values counts under each."""
    hits: list[tuple[int, int, float | None]] = []
    parts: dict[str, dict[str, int]] = defaultdict(dict)
    for part, value, number, distance in rows:
        if not value:
            continue
        if part == "hit":
            hits.append((int(value), number, distance))
            continue
        counts = parts[part]
        if SEPARATOR not in value:
            counts[value] = counts.get(value, 0) + number
            continue
        for one in value.split(SEPARATOR):
            counts[one] = counts.get(one, 0) + number
    return Answer(hits, parts)
