"""What came for each thing that was asked of the site, and which errors nothing explains."""

from collections import Counter
from dataclasses import dataclass, field
from threading import Event, Lock

from tests.faults.running import Site
from tests.soak.disturbances import NO_DATABASE, Away, Disturbances


@dataclass(frozen=True)
class Got:
    """What came for a page: a status, or the name of an error. `lines`: what the log says of it."""

    path: str
    outcome: str
    seconds: float
    lines: str = ""
    is_well: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.outcome} after {self.seconds:.1f} s\n{self.lines}"


@dataclass
class Log:
    """Counts of answers by status; `faults` are those that nothing explains."""

    answers: Counter[str] = field(default_factory=Counter)
    faults: list[Got] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    lock: Lock = field(default_factory=Lock)

    def note(self, got: Got, *, is_explained: bool) -> None:
        with self.lock:
            self.answers[f"{got.outcome} (explained)" if is_explained else got.outcome] += 1
            self.slowest = max(self.slowest, (got.seconds, got.path))
            if not is_explained and not got.is_well:
                self.faults.append(got)


@dataclass(frozen=True)
class Around:
    """What everybody comes upon: the site, its studies, what is away, and the end."""

    site: Site
    ids: tuple[str, ...]
    log: Log
    away: Disturbances
    stop: Event


def explains(outcome: str, away: set[Away]) -> bool:
    """A 503 while the database is away, no answer while the web process is; nothing else."""
    if outcome == "503":
        return bool(away & NO_DATABASE)
    return not outcome[0].isdecimal() and Away.WEB in away
