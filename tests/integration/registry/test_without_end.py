"""Refusals that go on and on are left before the next try; JSON nested on and on is unreadable."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from tests.records.beyond_limits import DIGITS
from tests.stand_in.delivery import MUCH, PART
from tests.stand_in.sockets import HOST, Server
from trials.registry.connection import Connection, Manners
from trials.registry.errors import Refused, RegistryError, Unreachable, Unreadable

HURRIED = Manners(pace=0, backoff=0.01, tries_again=2, read_timeout=5)
WORDS = b"Come back tomorrow."


class Refusals:
    """Answers with a status, words and 80 MB, so many times; then with this JSON."""

    def __init__(self, status: int, *, times: int, then: bytes = b"{}") -> None:
        self.status, self.times, self.then = status, times, then
        self.requests = self.taken = 0

    def respond(self, handler: BaseHTTPRequestHandler) -> None:
        self.requests += 1
        if self.requests > self.times:
            _send_head(handler, 200, len(self.then))
            handler.wfile.write(self.then)
            return
        _send_head(handler, self.status, len(WORDS) + MUCH)
        handler.wfile.write(WORDS)
        for _ in range(MUCH // len(PART)):
            handler.wfile.write(PART)
            self.taken += len(PART)


def _send_head(handler: BaseHTTPRequestHandler, status: int, length: int) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(length))
    handler.end_headers()


@contextmanager
def connected(refusals: Refusals) -> Iterator[Connection]:
    server = Server(0, refusals.respond)
    server.start()
    try:
        yield Connection(f"http://{HOST}:{server.port}", "tests", HURRIED)
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("status", "error"), [(429, Refused), (500, Unreachable), (503, Unreachable)]
)
def test_one_that_lasts_is_left_each_time_and_its_words_are_told(
    status: int, error: type[RegistryError]
) -> None:
    refusals = Refusals(status, times=100)
    with connected(refusals) as connection, pytest.raises(error, match=WORDS.decode()):
        connection.get("/version", {})
    assert refusals.requests == 1 + HURRIED.tries_again
    assert refusals.taken < MUCH  # of three times as much; some stays in the sockets


def test_after_one_that_passes_all_goes_on() -> None:
    refusals = Refusals(503, times=2)
    with connected(refusals) as connection:
        assert [connection.get("/version", {}) for _ in range(2)] == [{}, {}]
    assert refusals.requests == 4
    assert refusals.taken < MUCH


def test_a_number_of_more_digits_than_python_reads_costs_no_page() -> None:
    then = f'{{"studies":[{{"odd":-{DIGITS}}},{{"other":[1,-2.5,{"7" * 4_300}]}}]}}'
    with connected(Refusals(503, times=0, then=then.encode())) as connection:
        body = connection.get("/studies", {})
    assert body == {"studies": [{"odd": f"-{DIGITS}"}, {"other": [1, -2.5, int("7" * 4_300)]}]}


@pytest.mark.parametrize("then", [f'{{"a":{DIGITS}', f'{{"a":{DIGITS}}}{{', '{"a":"\xff', "{"])
def test_json_that_ends_too_soon_or_too_late_is_none(then: str) -> None:
    refusals = Refusals(503, times=0, then=then.encode("latin-1"))
    with connected(refusals) as connection, pytest.raises(Unreadable, match="could not be read"):
        connection.get("/studies", {})


def test_json_nested_deeper_than_python_reads_is_said_to_be() -> None:
    refusals = Refusals(503, times=0, then=b'{"studies":' + b"[" * 100_000)
    with connected(refusals) as connection, pytest.raises(Unreadable, match="recursion"):
        connection.get("/studies", {})
    assert refusals.requests == 1
