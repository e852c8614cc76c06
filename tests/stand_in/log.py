"""The requests that came, in their order."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from threading import Condition

from tests.stand_in.answers import Asked
from tests.stand_in.faults import Fault


@dataclass(frozen=True)
class Request:
    """One request as it came, and what it got. `at` is time.monotonic(), in seconds.

    `faults`: those that made a difference to what went out (`tests.stand_in.felt`).
    Requests over one kept-alive connection share their `client_port`.
    """

    route: str
    path: str
    params: Mapping[str, str]
    headers: Mapping[str, str]
    at: float
    status: int
    faults: frozenset[Fault]
    client_port: int


def request_of(
    asked: Asked, handler: BaseHTTPRequestHandler, status: int, faults: frozenset[Fault]
) -> Request:
    return Request(
        route=asked.route,
        path=asked.path,
        params=asked.params,
        headers=dict(handler.headers.items()),
        at=time.monotonic(),
        status=status,
        faults=faults,
        client_port=handler.client_address[1],
    )


class Log:
    """Written by the server's threads, read by the test's."""

    def __init__(self) -> None:
        self._requests: list[Request] = []
        self._changed = Condition()

    def note(self, request: Request) -> None:
        with self._changed:
            self._requests.append(request)
            self._changed.notify_all()

    def all(self) -> list[Request]:
        with self._changed:
            return list(self._requests)

    def forget(self) -> None:
        with self._changed:
            self._requests.clear()

    def wait_for(self, count: int, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: len(self._requests) >= count, seconds)
