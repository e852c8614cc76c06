"""A browser without JavaScript: it keeps cookies and sends forms as the site's own pages do."""

import time
from http import HTTPStatus

import requests

from tests.soak.answers import Around, Got, explains
from tests.soak.traces import lines_of

PATIENCE = 30.0  # seconds
READ = HTTPStatus.OK
SENT = frozenset({HTTPStatus.FOUND, HTTPStatus.SEE_OTHER})


class Browser:
    """Of one person. Every answer is noted in the log; one that nothing explains is a fault."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self.origin = f"http://127.0.0.1:{around.site.port}"
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Connection"] = "close"

    def cookie(self, name: str) -> str:
        return self._session.cookies.get(name) or ""

    def read(self, path: str) -> requests.Response | None:
        """The page; None where none came."""
        return self._asked("GET", path, {}, frozenset({READ}))

    def send(
        self, path: str, form: dict[str, str], done: frozenset[HTTPStatus] = SENT
    ) -> requests.Response | None:
        """The answer that says: done. None where nobody can tell whether it was."""
        return self._asked("POST", path, form, done)

    def _asked(
        self, method: str, path: str, form: dict[str, str], wanted: frozenset[HTTPStatus]
    ) -> requests.Response | None:
        began, answer = time.monotonic(), None
        try:
            answer = self._session.request(
                method,
                self.origin + path,
                data=form or None,
                headers={"Origin": self.origin, "Sec-Fetch-Site": "same-origin"},
                timeout=PATIENCE,
                allow_redirects=False,
            )
            outcome, request_id = str(answer.status_code), answer.headers.get("x-request-id", "")
        except requests.RequestException as error:
            outcome, request_id = type(error).__name__, ""
        is_wanted = answer is not None and answer.status_code in wanted
        self._note(f"{method} {path}", outcome, began, request_id, is_wanted=is_wanted)
        return answer if is_wanted else None

    def _note(
        self, path: str, outcome: str, began: float, request_id: str, *, is_wanted: bool
    ) -> None:
        around, ended = self.around, time.monotonic()
        is_explained = explains(outcome, around.away.during(began, ended))
        is_fault = not is_wanted and not is_explained
        lines = lines_of(request_id, around.site.log("web")) if is_fault else ""
        got = Got(path, outcome, ended - began, lines, is_well=is_wanted)
        around.log.note(got, is_explained=is_explained)
