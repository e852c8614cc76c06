"""Readers who go from page to page, and what they got."""

import http.client
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Event, Lock, Thread

from tests.faults.running import Site
from tests.soak.disturbances import NO_DATABASE, Away, Disturbances
from tests.soak.traces import lines_of

PATHS = (
    *("/", "/trials/", "/trials/?status=RECRUITING", "/trials/?country=US&phase=PHASE2"),
    *("/trials/?q=stem", "/trials/map/", "/trials/feed.atom", "/about/data/", "/status/"),
    *("/export/studies.csv", "/export/studies.json", "/api/v1/studies", "/sitemap.xml"),
    *("/saved/", "/fit/", "/check/", "/guide/", "/health/live", "/comfort/"),
)
PAUSE = 0.2
PATIENCE = 30.0
ANOTHER_PAGE = "200 without its study"


@dataclass(frozen=True)
class Got:
    """What came for a page: a status, or the name of an error. `lines`: what the log says of it."""

    path: str
    outcome: str
    seconds: float
    lines: str = ""

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
            if not is_explained and not is_well(got.outcome):
                self.faults.append(got)


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
        self.studies = {f"/trials/{nct_id}/": nct_id for nct_id in ids}
        self.paths = (*PATHS, *self.studies)

    def run(self) -> None:
        while not self.stopped.wait(PAUSE * self.chance.random()):
            self.read(self.chance.choice(self.paths))

    def read(self, path: str) -> None:
        began = time.monotonic()
        outcome, request_id = self.asked(path)
        ended = time.monotonic()
        explained = explains(outcome, self.away.during(began, ended))
        lines = "" if explained or is_well(outcome) else lines_of(request_id, self.site.log("web"))
        self.log.note(Got(path, outcome, ended - began, lines), is_explained=explained)

    def asked(self, path: str) -> tuple[str, str]:
        """How it ended, and the id of the request in the log."""
        try:
            answer = self.site.get(path, seconds=PATIENCE)
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__, ""
        is_other = answer.status == HTTPStatus.OK and self.studies.get(path, "") not in answer.text
        outcome = ANOTHER_PAGE if is_other else str(answer.status)
        return outcome, answer.headers.get("x-request-id", "")


def is_well(outcome: str) -> bool:
    """200 alone: every address asked for is there, and a study's page stays when it is delisted."""
    return outcome == "200"


def explains(outcome: str, away: set[Away]) -> bool:
    """A 503 while the database is away, no answer while the web process is; nothing else."""
    if outcome == "503":
        return bool(away & NO_DATABASE)
    return not outcome[0].isdecimal() and Away.WEB in away
