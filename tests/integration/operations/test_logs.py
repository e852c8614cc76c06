"""One line for each request, as JSON, with its id, and nothing about who asked for what."""

from __future__ import annotations

import json
import re

import pytest

from tests.integration.operations.site import Site

SECRETS = {
    "/trials/?q=secretword&near=boston": "search",
    "/trials/NCT90000077/?secretword=1": "study",
    "/lists/asecrettokenofaverylonglist/": "shared_list",
    "/follow/confirm/asecrettoken:ofaverylongmail/": "follow_confirm",
    "/secretword/": "none",
}


def lines(site: Site, request_id: str) -> list[dict[str, object]]:
    """The JSON lines of one request."""
    read = [line for line in site.log.read_text().splitlines() if line.startswith("{")]
    return [line for line in map(json.loads, read) if line.get("request_id") == request_id]


def the_line(site: Site, request_id: str) -> dict[str, object]:
    (line,) = (one for one in lines(site, request_id) if one["logger"] == "trialfinder.access")
    return line


def test_every_line_is_an_object_the_web_servers_own_too(site: Site) -> None:
    site.get("/health/live")
    read = [json.loads(line) for line in site.log.read_text().splitlines()]
    own = [line for line in read if str(line["logger"]).startswith("_granian")]
    said = " ".join(str(line["message"]) for line in own)
    assert "Starting granian" in said  # by the process above the others
    assert "Started worker" in said
    assert all(str(line["time"]).endswith("Z") for line in read)


@pytest.mark.parametrize(("path", "route"), SECRETS.items())
def test_a_line_tells_the_page_and_not_what_was_looked_at(
    site: Site, path: str, route: str
) -> None:
    answer = site.get(
        path, Host="127.0.0.1", X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="https"
    )
    line = the_line(site, answer.headers["x-request-id"])
    assert (line["method"], line["route"], line["status"]) == ("GET", route, answer.status)
    assert isinstance(line["ms"], int)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", str(line["time"]))
    everything = site.log.read_text()
    for word in ("secretword", "secrettoken", "NCT90000077", "203.0.113.9", "near="):
        assert word not in everything


@pytest.mark.parametrize(
    ("given", "is_taken"),
    [
        ("0123abcd-from-the-balancer", True),
        ("short", False),
        ("x" * 65, False),
        ("a@example.org-is-no-id", False),
        ('", "level": "CRITICAL', False),
        ("", False),
    ],
)
def test_an_id_is_taken_only_where_it_is_short_and_plain(
    site: Site, given: str, is_taken: bool
) -> None:
    answer = site.get("/health/live", X_Request_ID=given)
    made = answer.headers["x-request-id"]
    assert (made == given) is is_taken
    assert is_taken or re.fullmatch(r"[0-9a-f]{16}", made)
    assert the_line(site, made)["route"] == "live"


def test_a_failure_that_a_view_returns_is_told_with_the_requests_id(site: Site) -> None:
    """Django writes its line when the middleware is through."""
    answer = site.get("/health/running")
    assert answer.status == 503  # no worker is there
    told = {line["logger"]: line for line in lines(site, answer.headers["x-request-id"])}
    assert set(told) == {"trialfinder.access", "django.request"}
    assert told["django.request"]["message"] == "Service Unavailable: running"


def test_static_files_have_no_line(site: Site) -> None:
    answer = site.get("/static/nothing.css", X_Forwarded_Proto="https")
    assert lines(site, answer.headers["x-request-id"]) == []
