"""Lines that are held open: forms never sent to their end, files never read."""

import select
import socket
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import pytest

from tests.faults.running import Answer, Site
from tests.faults.waiting import wait_until

MANY = 40
AT_ONCE = 4
OF_ONE_NETWORK = 2
IN_TIME = 2.0
SMALLEST_SEGMENT = 536  # bytes; keeps the server's own buffer for the line short, too
FILE = "/export/studies.json?rows=site"
Lines = list[socket.socket]


@pytest.fixture
def web(site: Site) -> Site:
    """The site with one web process of 16 threads, behind a proxy, and files of some 10 MB."""
    rates = {"EXPORT_RATE": "10000/s", "WRITE_RATE": "10000/s"}
    site.more = {**rates, "TRUSTED_PROXIES": "1"}
    site.rows("UPDATE trials_study SET brief_title = repeat('cells ', 20000) RETURNING id")
    site.start("web")
    return site


def line_to(site: Site, request: str) -> socket.socket:
    """A line with next to no room for an answer, and this much sent on it."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SMALLEST_SEGMENT)
    line.connect(("127.0.0.1", site.port))
    line.sendall(request.replace("\n", "\r\n").encode())
    return line


@contextmanager
def held(site: Site, request: str, *, networks: int = MANY) -> Iterator[Lines]:
    with ExitStack() as all_of_them:
        lines = (line_to(site, come_from(number % networks, request)) for number in range(MANY))
        yield [all_of_them.enter_context(closing(line)) for line in lines]


def come_from(network: int, request: str) -> str:
    """The same request, as a proxy hands it on."""
    return request.replace("\n\n", f"\nX-Forwarded-For: 203.0.{network}.7\n\n")


def half_sent(path: str) -> str:
    kind = "application/x-www-form-urlencoded"
    head = f"POST {path} HTTP/1.1\nHost: localhost\nSec-Fetch-Site: same-origin\n"
    return f"{head}Content-Type: {kind}\nContent-Length: 100000\n\nt"


def asked_for(path: str) -> str:
    return f"GET {path} HTTP/1.1\nHost: localhost\n\n"


def answered(lines: Lines) -> Lines:
    return select.select(lines, [], [], 0)[0]


def statuses(lines: Lines) -> Counter[str]:
    """Of those that have an answer; the rest of it stays unread."""
    return Counter(line.recv(12).decode()[-3:] for line in answered(lines))


def in_time(site: Site, path: str) -> Answer:
    began = time.monotonic()
    answer = site.get(path, seconds=3 * IN_TIME)
    assert time.monotonic() - began < IN_TIME, path
    return answer


def check_readers(site: Site) -> None:
    for path in ("/guide/", "/comfort/", "/trials/", "/health/live", "/guide/"):
        assert in_time(site, path).status == 200, path


def check_refusal(answer: Answer) -> None:
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["cache-control"] == "private, no-store"
    assert "try again in" in answer.text or "send it again" in answer.text


def test_forms_never_sent_to_their_end_stop_no_reader(web: Site) -> None:
    for _ in range(2):  # the second time, all seats are free again
        with held(web, half_sent("/comfort/")) as lines:
            check_readers(web)
            wait_until(lambda: len(answered(lines)) >= MANY - AT_ONCE, "the others are refused")
            assert statuses(lines) == {"503": MANY - AT_ONCE}
            check_refusal(web.post("/comfort/", text="large"))
        wait_until(lambda: web.post("/comfort/", text="large").status == 303, "a form is taken")
    assert "Traceback" not in web.log("web")


def test_forms_of_one_network_keep_nobody_else_from_theirs(web: Site) -> None:
    for _ in range(2):
        with held(web, half_sent("/comfort/"), networks=1) as lines:
            wait_until(lambda: len(answered(lines)) >= MANY - OF_ONE_NETWORK, "most are refused")
            assert web.post("/comfort/", text="large").status == 303
            assert statuses(lines) == {"503": MANY - OF_ONE_NETWORK}
        wait_until(lambda: web.post("/comfort/", text="large").status == 303, "a form is taken")


def test_where_no_form_is_read_nobody_waits_for_one(web: Site) -> None:
    for request in (half_sent("/api/v1/studies"), half_sent("/guide/").replace("POST", "PUT")):
        with held(web, request) as lines:
            wait_until(lambda: len(answered(lines)) == MANY, "each is refused")
            assert set(statuses(lines)) <= {"403", "405"}
            assert web.post("/comfort/", text="large").status == 303


def test_half_a_form_changes_nothing(web: Site) -> None:
    with closing(line_to(web, half_sent("/comfort/"))) as line:
        line.shutdown(socket.SHUT_WR)
        wait_until(lambda: bool(answered([line])), "an answer")
        assert statuses([line]) == {"400": 1}


def test_a_form_in_chunks_is_refused_and_its_line_is_free(web: Site) -> None:
    head = half_sent("/comfort/").replace("Content-Length: 100000\n\nt", "Transfer-Encoding: ")
    with closing(line_to(web, f"{head}chunked\n\n6\ntext=l\n0\n\n")) as line:
        wait_until(lambda: bool(answered([line])), "an answer")
        assert statuses([line]) == {"411": 1}


def test_files_never_read_stop_no_reader(web: Site) -> None:
    for _ in range(2):
        with held(web, asked_for(FILE)) as lines:
            check_readers(web)
            wait_until(lambda: len(answered(lines)) == MANY, "each has the head of an answer")
            assert statuses(lines) == {"200": AT_ONCE, "503": MANY - AT_ONCE}
            check_refusal(web.get(FILE))
        wait_until(lambda: web.get(FILE).status == 200, "a file is given")
    assert "Traceback" not in web.log("web")


def test_files_of_one_network_keep_nobody_else_from_theirs(web: Site) -> None:
    for _ in range(2):
        with held(web, asked_for(FILE), networks=1) as lines:
            wait_until(lambda: len(answered(lines)) == MANY, "each has the head of an answer")
            assert web.get(FILE).status == 200
            assert statuses(lines) == {"200": OF_ONE_NETWORK, "503": MANY - OF_ONE_NETWORK}
        wait_until(lambda: web.get(FILE).status == 200, "a file is given")
    assert "203.0." not in web.log("web")
