"""Pages as they were answered, in as many states as steps can lead to."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from tests.integration.alerts.steps import asked, following_study
from tests.integration.catalogue import publish
from tests.integration.pages.test_comfort import ALL as COMFORT
from tests.integration.pages.test_every_page import ADDRESSES
from tests.integration.pages.test_fit import ALL as ANSWERS
from tests.journeys.addresses import PLAIN
from tests.records import study
from trials.models import Alert, SavedList, Study, SyncRun
from trials.saved.alerts.tokens import Purpose, token_for
from trials.views import errors

OURS = {"Sec-Fetch-Site": "same-origin"}
REDIRECTS = (301, 302, 303)
ID, OTHER = "NCT90000001", "NCT90000002"


class Seen:
    """Pages by a name that tells how they were come by; each text once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    @property
    def pages(self) -> dict[str, str]:
        """Name -> HTML."""
        return {name: text for text, name in self._names.items()}

    def keep(self, name: str, response: Any) -> None:
        is_html = str(response.headers.get("Content-Type", "")).startswith("text/html")
        if is_html and response.status_code not in REDIRECTS:
            self._names.setdefault(
                response.content.decode(), f"{len(self._names)}: {name} ({response.status_code})"
            )

    def reader(self) -> Reader:
        """A browser on a device of its own, whose pages are kept."""
        return Reader(self)


class Reader(Client):
    def __init__(self, seen: Seen) -> None:
        super().__init__(headers=OURS, raise_request_exception=False)
        self.seen = seen

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        query = request.get("QUERY_STRING", "")
        self.seen.keep(f"{request['REQUEST_METHOD']} {request['PATH_INFO']} {query}", response)
        return response


def see_every_page(seen: Seen) -> None:
    """Over the examples and the starter catalogue, with mail set up."""
    see_what_everybody_sees(seen)
    see_my_situation(seen)
    see_my_list(seen)
    see_alerts(seen)
    see_comfort(seen)
    see_errors(seen)
    see_what_changed(seen)


def see_what_everybody_sees(seen: Seen) -> None:
    reader = seen.reader()
    ids = Study.objects.values_list("nct_id", flat=True)
    for path in (*ADDRESSES, *(one.path for one in PLAIN), *(f"/trials/{one}/" for one in ids)):
        reader.get(path)


def see_my_situation(seen: Seen) -> None:
    reader, puzzled = seen.reader(), seen.reader()
    for slug, answer in ANSWERS.items():
        puzzled.post(f"/fit/{slug}/", dict.fromkeys(answer, "no such answer"))
        puzzled.get(f"/fit/{slug}/")
        puzzled.post(f"/fit/{slug}/", {"unknown": "1"})
        assert reader.post(f"/fit/{slug}/", answer).status_code == 303
        reader.get(f"/fit/{slug}/")
    for one in (puzzled, reader):
        one.get("/fit/")
        one.get("/fit/results/")
    reader.post("/fit/forget/")
    reader.post("/fit/bring-back/", {"kept": "too late"})


def see_my_list(seen: Seen) -> None:
    reader, friend = seen.reader(), seen.reader()
    reader.get("/saved/")
    for one in (ID, OTHER, "NCT01051882"):
        reader.post("/saved/save/", {"nct_id": one, "back": "/trials/?status=RECRUITING"})
        reader.get("/saved/")
    reader.post("/saved/note/", {"nct_id": ID, "note": "ask about <travel> & cost"})
    reader.post("/saved/remove/", {"nct_id": OTHER})
    reader.get("/saved/")
    reader.post("/saved/share/", {"notes": "yes"})
    reader.get("/saved/")
    friend.get(f"/lists/{SavedList.objects.get().share_token}/")
    moving = re.search(r"/saved/move/[\w-]+/", reader.post("/saved/move/").content.decode())
    assert moving
    for step in (friend.get, friend.post, friend.post):
        step(moving[0])
    friend.post("/saved/save/", {"nct_id": "NCT90999999"})
    reader.post("/saved/delete/")
    reader.get("/saved/")


def see_alerts(seen: Seen) -> None:
    reader = seen.reader()
    reader.post("/follow/?status=RECRUITING", {"email": "nobody", "frequency": "hour"})
    reader.post(f"/follow/{ID}/", {"email": ""})
    waiting, running = asked(), following_study(ID)
    Alert.objects.filter(pk=waiting.pk).update(created_at=timezone.now())
    for alert, purpose in (
        (waiting, Purpose.CONFIRM),
        (running, Purpose.RENEW),
        (running, Purpose.END),
    ):
        path = f"/follow/{purpose}/{token_for(alert, purpose)}/"
        reader.get(path)
        reader.post(path)


def see_comfort(seen: Seen) -> None:
    reader = seen.reader()
    reader.post("/comfort/", COMFORT)
    for path in ("/comfort/", "/", "/trials/", f"/trials/{ID}/", "/fit/", "/trials/map/"):
        reader.get(path)
    reader.post("/privacy/clear/")


def see_errors(seen: Seen) -> None:
    request = RequestFactory().get("/")
    answers: dict[str, HttpResponse] = {
        "400": errors.bad_request(request, SuspiciousOperation()),
        "403": errors.forbidden(request, PermissionDenied()),
        "404": errors.not_found(request, Exception()),
        "500": errors.server_error(request),
        "500, the last resort": HttpResponse(errors.LAST_RESORT, status=500),
    }
    for name, answer in answers.items():
        seen.keep(f"error {name}", answer)
    Client().post("/saved/save/", {"nct_id": ID})


def see_what_changed(seen: Seen) -> None:
    """A study pauses, another is delisted, and updates go all ways that they can."""
    reader = seen.reader()
    for one in (ID, OTHER):
        reader.post("/saved/save/", {"nct_id": one})
    later = timezone.now() + timedelta(days=1)
    publish(study(nct_id=ID, overall_status="SUSPENDED", why_stopped="A pause"), now=later)
    Study.objects.filter(nct_id=OTHER).update(delisted_at=later)
    pages = ("/saved/", f"/trials/{ID}/", f"/trials/{OTHER}/", f"/compare/?id={ID}&id={OTHER}")
    for path in pages:
        reader.get(path)
    for state in ("running", "refused", "failed", "interrupted"):
        SyncRun.objects.create(kind="light", state=state, started_at=later)
        reader.get("/status/")
        SyncRun.objects.filter(state=state).delete()
