"""What is asked for, typed or carried along stands in no log file, whatever goes wrong."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.faults.conftest import NewSite
from tests.faults.running import Site, session
from tests.faults.servers import Server
from tests.faults.waiting import wait_until
from trialfinder.launch.postgres import Postgres

ADDRESS = "203.0.113.77"
STUDY_ADDRESS = r"/(?:trials|follow|studies)/NCT\d"  # which study somebody read
PRIVATE = ("lists", "saved/move", "saved/copy", "follow/confirm", "follow/renew", "follow/end")
PAGES = (
    *("/", "/trials/", "/trials/map/", "/trials/NCT90000001/", "/check/", "/compare/", "/export/"),
    *(
        "/export/studies.csv",
        "/trials/feed.atom",
        "/api/v1/studies",
        "/api/v1/nowhere",
        "/fit/age/",
    ),
    *("/nowhere/", "/admin/", "/admin/login/", "/health/ready", "/saved/", "/status/", "/follow/"),
)
FORMS = (
    *("/saved/save/", "/saved/note/", "/fit/age/", "/comfort/", "/admin/login/", "/privacy/clear/"),
    *("/follow/", "/follow/NCT90000001/", "/fit/bring-back/", "/saved/share/", "/nowhere/"),
)


@dataclass
class Marks:
    """Words that occur nowhere else, each told by what it stood in."""

    made: dict[str, str]

    def mark(self, told: str) -> str:
        word = f"Zq{len(self.made):04}xMarkedWordOfATest"
        self.made[word] = told
        return word

    def found_in(self, text: str) -> list[str]:
        text = text.lower()  # a host's name is
        return [told for word, told in self.made.items() if word.lower() in text]


@pytest.fixture
def marks() -> Marks:
    return Marks({})


@pytest.fixture(params=["text", "json"])
def logged(request: pytest.FixtureRequest, new_site: NewSite, synced_database: str) -> Site:
    site = new_site(synced_database)
    site.more = {
        "ALLOWED_HOSTS": "127.0.0.1",
        "TRUSTED_PROXIES": "1",
        "EMAIL_URL": "smtp://127.0.0.1:1",
        "MAIL_FROM": "updates@example.org",
        "LOG_FORMAT": request.param,
        "WRITE_RATE": "10000/s",
        "FOLLOW_RATE": "10000/s",
        "SIGNIN_RATE": "10000/s",
    }
    return site


def ask(site: Site, marks: Marks, method: str, path: str, *, body: str = "", host: str = "") -> int:
    """One request that carries a mark wherever a browser could put one."""
    told = f"{method} {path}: "
    headers = {
        "Host": host or f"127.0.0.1:{site.port}",
        "User-Agent": marks.mark(told + "user agent"),
        "Referer": f"http://127.0.0.1:{site.port}/trials/?q={marks.mark(told + 'referer')}",
        "Cookie": "; ".join(
            f"{name}={marks.mark(told + name)}"
            for name in ("comfort", "list", "slip", "situation", "session", "csrf")
        ),
        "Accept-Language": marks.mark(told + "language"),
        "X-Forwarded-For": f"198.51.100.23, {ADDRESS}",
        "Authorization": f"Bearer {marks.mark(told + 'authorization')}",
        "If-None-Match": f'"{marks.mark(told + "etag")}"',
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    query = urlencode(
        {
            name: marks.mark(told + name)
            for name in ("q", "near", "id", "columns", "at", "next", "t")
        }
    )
    line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    with contextlib.closing(line):
        line.request(method, f"{path}?{query}", body=body.encode(), headers=headers)
        got = line.getresponse()
        got.read()
        return got.status


def form(marks: Marks, path: str) -> str:
    told = f"form of {path}: "
    fields = {name: marks.mark(told + name) for name in ("note", "back", "kept", "username")}
    fields |= {"password": marks.mark(told + "password"), "code": marks.mark(told + "code")}
    email = f"{marks.mark(told + 'email')}@example.org"
    return urlencode({**fields, "email": email, "frequency": "week", "nct_id": "NCT90000001"})


def every_request(site: Site, marks: Marks) -> set[int]:
    answers = {ask(site, marks, "GET", path) for path in PAGES}
    answers |= {ask(site, marks, "POST", path, body=form(marks, path)) for path in FORMS}
    for place in PRIVATE:
        for method in ("GET", "POST"):
            answers.add(ask(site, marks, method, f"/{place}/{marks.mark(place)}/"))
    answers.add(ask(site, marks, "GET", "/trials/", host=f"{marks.mark('host')}.example"))
    answers.add(ask(site, marks, "GET", "/trials/" + "%00%0d%0a"))
    return answers


def tried_password(site: Site, marks: Marks) -> int:
    """A sign-in with its form's token, so that the password is really looked at."""
    line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    with contextlib.closing(line):
        line.request("GET", "/admin/login/")
        page = line.getresponse()
        token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page.read())
        assert token
        fields = {name: marks.mark(f"sign-in: {name}") for name in ("username", "password", "next")}
        form = urlencode({**fields, "csrfmiddlewaretoken": token[1].decode()})
        headers = {
            "Cookie": str(page.headers["Set-Cookie"]).partition(";")[0],
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line.request("POST", "/admin/login/", body=form, headers=headers)
        answer = line.getresponse()
        assert b"errornote" in answer.read()
        return answer.status


def spoken_badly(site: Site, marks: Marks) -> None:
    """Requests that are none."""
    word = marks.mark("a request that is none")
    for line in (f"GET /?q={word} HTTP/9.9", f"{word} / HTTP/1.1", f"GET /{word}\x01 HTTP/1.1"):
        with socket.create_connection(("127.0.0.1", site.port), timeout=10) as raw:
            raw.sendall(f"{line}\r\nHost: x\r\nX-A: {word}\r\n\r\n".encode())
            with contextlib.suppress(OSError):
                raw.recv(1000)


def in_a_charset_of_its_own(site: Site, marks: Marks) -> int:
    """Where it is believed, Python reads the address by it, and its error names the words."""
    address = f"/trials/?q=a.xn--{marks.mark('a charset of its own')}-"
    line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    with contextlib.closing(line):
        line.request("GET", address, headers={"Content-Type": "a/b; charset=idna"})
        return line.getresponse().status


def logs(*folders: Path) -> dict[str, str]:
    return {
        str(path): path.read_text(errors="replace")
        for folder in folders
        for path in folder.rglob("*.log")
    }


def test_no_mark_is_in_any_log(
    logged: Site, marks: Marks, postgres: Server[Postgres], servers_folder: Path
) -> None:
    logged.start("web")
    logged.start("worker")
    logged.start("beat")
    answers = every_request(logged, marks)
    assert {200, 303, 400, 403, 404} <= answers
    assert {tried_password(logged, marks) for _ in range(3)} == {200}
    spoken_badly(logged, marks)
    assert in_a_charset_of_its_own(logged, marks) == 200
    wait_until(
        lambda: bool(logged.rows("SELECT 1 FROM trials_alertmail WHERE state = 'deferred'")),
        "a mail that no server took",
    )
    with session(logged.database) as cursor:  # every page that asks for a study becomes a 500
        cursor.execute("ALTER TABLE trials_study RENAME TO away")
        cursor.execute("ALTER TABLE trials_savedlist RENAME COLUMN share_token TO away")
        cursor.execute("ALTER TABLE trials_alert RENAME TO away_too")
    assert 500 in every_request(logged, marks)
    logged.ask("send_alert_mails")
    wait_until(
        lambda: "away" in logged.log("worker") or "trials_alert" in logged.log("worker"),
        "the worker's own error",
    )
    if logged.more["LOG_FORMAT"] == "json":
        for name in ("web", "beat"):  # Python warns root of running the worker
            assert all(map(json.loads, logged.log(name).splitlines())), name
    texts = logs(logged.folder, servers_folder)
    assert any(path.endswith("postgres.log") for path in texts)
    assert "Traceback" in logged.log("web")
    assert "ERROR" in logged.log("web")
    for path, text in texts.items():
        assert not marks.found_in(text), path
        assert not re.search(STUDY_ADDRESS, text), path
        assert ADDRESS not in text, path
        assert "198.51.100.23" not in text, path
        assert "@example.org" not in text.replace("updates@example.org", ""), path


def test_headers_without_end_are_refused_and_the_site_goes_on(site: Site) -> None:
    site.start("web")
    for extra in ({"X-Long": "a" * 500_000}, {f"X-{number}": "1" for number in range(2_000)}):
        line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
        with contextlib.closing(line):
            try:
                line.request("GET", "/robots.txt", headers=extra)
                assert line.getresponse().status in (400, 414, 431)
            except (ConnectionError, http.client.RemoteDisconnected):
                pass  # hung up on: as good
        assert site.get("/robots.txt").status == 200
