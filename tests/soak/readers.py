"""Readers who go from page to page, and what they got."""

import http.client
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from tests.faults.running import Site
from tests.soak.disturbances import NO_DATABASE, Away, Disturbances

PATHS = (
    *("/", "/trials/", "/trials/?status=RECRUITING", "/trials/?country=US&phase=PHASE2"),
    *("/trials/?q=stem", "/trials/map/", "/trials/feed.atom", "/about/data/", "/status/"),
    *("/export/studies.csv", "/export/studies.json", "/api/v1/studies", "/sitemap.xml"),
    *("/saved/", "/fit/", "/check/", "/guide/", "/health/live", "/comfort/"),
)
PAUSE = 0.2
PATIENCE = 30.0


@dataclass
class Log:
    """Counts of answers by status; `faults` are those that nothing explains."""

    answers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    lock: Lock = field(default_factory=Lock)

    def note(self, path: str, outcome: str, seconds: float, *, is_explained: bool) -> None:
        with self.lock:
            self.answers[f"{outcome} (explained)" if is_explained else outcome] += 1
            self.slowest = max(self.slowest, (seconds, path))
            if not is_explained and not outcome.startswith(("2", "3", "404")):
                self.faults.append(f"{path}: {outcome} after {seconds:.1f} s")


class Reader(Thread):
    """One reader, from a seed, until `stop` is set."""

    def __init__(
        self,
        site: Site,
        ids: list[str],
        *,
        seed: str,
        log: Log,
        away: Disturbances,
        stop: Event,
    ) -> None:
        super().__init__(daemon=True)
        self.site, self.log, self.away, self.stopped = site, log, away, stop
        self.chance = random.Random(seed)
        self.paths = (*PATHS, *(f"/trials/{nct_id}/" for nct_id in ids))

    def run(self) -> None:
        while not self.stopped.wait(PAUSE * self.chance.random()):
            self.read(self.chance.choice(self.paths))

    def read(self, path: str) -> None:
        began = time.monotonic()
        try:
            outcome = str(self.site.get(path, seconds=PATIENCE).status)
        except (OSError, http.client.HTTPException) as error:
            outcome = type(error).__name__
        ended = time.monotonic()
        explained = explains(outcome, self.away.during(began, ended))
        self.log.note(path, outcome, ended - began, is_explained=explained)


def explains(outcome: str, away: set[Away]) -> bool:
    """A 503 while the database is away, no answer while the web process is; nothing else."""
    if outcome == "503":
        return bool(away & NO_DATABASE)
    return not outcome.isdecimal() and Away.WEB in away
