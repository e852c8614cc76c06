"""Readers who go from page to page, and what they got."""

import http.client
import time
from http import HTTPStatus

from tests.soak.answers import Around, Got, explains
from tests.soak.person import Person
from tests.soak.traces import lines_of

PATHS = (
    *("/", "/trials/", "/trials/?status=RECRUITING", "/trials/?country=US&phase=PHASE2"),
    *("/trials/?q=stem", "/trials/map/", "/trials/feed.atom", "/about/data/", "/status/"),
    *("/export/studies.csv", "/export/studies.json", "/api/v1/studies", "/sitemap.xml"),
    *("/saved/", "/fit/", "/check/", "/guide/", "/health/live", "/comfort/"),
)
PAUSE = 0.2
PATIENCE = 30.0  # seconds
ANOTHER_PAGE = "200 without its study"


class Reader(Person):
    """One reader."""

    def __init__(self, around: Around, *, seed: str) -> None:
        super().__init__(around, seed=seed, pause=PAUSE)
        self.studies = {f"/trials/{nct_id}/": nct_id for nct_id in around.ids}
        self.paths = (*PATHS, *self.studies)

    def step(self) -> None:
        self.read(self.chance.choice(self.paths))

    def read(self, path: str) -> None:
        began = time.monotonic()
        outcome, request_id = self.asked(path)
        ended = time.monotonic()
        explained, well = explains(outcome, self.around.away.during(began, ended)), is_well(outcome)
        lines = "" if explained or well else lines_of(request_id, self.around.site.log("web"))
        self.around.log.note(Got(path, outcome, ended - began, lines, well), is_explained=explained)

    def asked(self, path: str) -> tuple[str, str]:
        """How it ended, and the id of the request in the log."""
        try:
            answer = self.around.site.get(path, seconds=PATIENCE)
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__, ""
        is_other = answer.status == HTTPStatus.OK and self.studies.get(path, "") not in answer.text
        outcome = ANOTHER_PAGE if is_other else str(answer.status)
        return outcome, answer.headers.get("x-request-id", "")


def is_well(outcome: str) -> bool:
    """200 alone: every address asked for is there, and a study's page stays when it is delisted."""
    return outcome == "200"
