"""The rows of a search's statement, added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from trials.search.passing import OWN_STATUS, Passing
from trials.search.results import Tally
from trials.search.statement import COUNTED, SEPARATOR

PLACES = ("country", "state")
# What grouping() says of each set: a bit for every column that the set leaves out.
_ALL = (1 << len(COUNTED)) - 1
SETS = {str(_ALL ^ 1 << place): name for place, name in enumerate(reversed(COUNTED))}
Row = tuple[str, str, int, float | None, int]


@dataclass(slots=True)
class Answer:
    """``hits``: (study id, number, distance). ``counts``: filter -> value -> studies.

    ``less``: filter -> how many studies pass all the others.
    """

    passing: Passing
    hits: list[tuple[int, int, float | None]] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    less: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    @property
    def tally(self) -> Tally:
        return Tally(self.found.total(), self.found["true"])

    def take(self, part: str, value: str, number: int, distance: float | None, failed: int) -> None:
        """One row; see Statement.sql."""
        if part == "hit":
            self.hits.append((int(value), number, distance))
        elif part in PLACES:
            self.counts[part][value] = number
        elif SETS[part] == "is_trial":
            self._count(value, number, failed)
        else:
            self._count_values(SETS[part], value, number, failed)

    def _count(self, is_trial: str, number: int, failed: int) -> None:
        if not failed & self.passing.asked():
            self.found[is_trial] += number
        for name in self.passing.filters:
            if not failed & self.passing.asked(name):
                self.less[name] += number

    def _count_values(self, name: str, values: str, number: int, failed: int) -> None:
        asked = self.passing.asked(OWN_STATUS if name == "status" else name)
        if values and not failed & asked:
            for value in values.split(SEPARATOR):
                self.counts[name][value] += number


def added_up(rows: Iterable[Row], passing: Passing) -> Answer:
    """All rows of Statement.sql: each count over all that studies may fail and yet be in it."""
    answer = Answer(passing)
    for row in rows:
        answer.take(*row)
    return answer
