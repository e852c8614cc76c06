"""The stand-in registry as tests use it: a context manager with a base URL, records and faults."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler
from threading import Event, Lock
from types import TracebackType
from typing import Self

from tests.stand_in.answers import INSTEAD, ROOT, Answer, Asked, answer, asked
from tests.stand_in.delivery import deliver
from tests.stand_in.faults import Fault, Faults
from tests.stand_in.felt import DELIVERED_OTHERWISE, felt, moves_data
from tests.stand_in.log import Log, Request, request_of
from tests.stand_in.paging import LARGEST_SIZE
from tests.stand_in.pieces import Study
from tests.stand_in.release import FIRST_TIMESTAMP, Release
from tests.stand_in.sockets import HOST, Server


class StandIn:
    """ClinicalTrials.gov's API v2 on 127.0.0.1.

    >>> with StandIn([study()]) as registry:
    ...     registry.faults.add(Fault.SERVER_ERROR)
    ...     requests.get(f"{registry.base_url}/studies")

    `records`, `data_timestamp` and the other plain attributes may be set while it runs.
    """

    def __init__(
        self,
        records: Iterable[Study] = (),
        *,
        port: int = 0,
        data_timestamp: str = FIRST_TIMESTAMP,
        matching: bool = False,
        log: Log | None = None,
    ) -> None:
        self.matching = matching
        self.largest_page = LARGEST_SIZE
        self.faults = Faults()
        self.retry_after = "1"
        self.slow_seconds = 30.0
        self._release = Release(tuple(records), data_timestamp)
        self._lock = Lock()
        self._log = log or Log()
        self._hurry = Event()
        self._server = Server(port, self._respond)

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self._server.port}{ROOT}"

    @property
    def records(self) -> list[Study]:
        return list(self._release.records)

    @records.setter
    def records(self, records: Iterable[Study]) -> None:
        """Each request sees either all of the old records or all of the new."""
        with self._lock:
            self._release = replace(self._release, records=tuple(records))

    @property
    def data_timestamp(self) -> str:
        return self._release.data_timestamp

    @data_timestamp.setter
    def data_timestamp(self, data_timestamp: str) -> None:
        with self._lock:
            self._release = replace(self._release, data_timestamp=data_timestamp)

    def refresh(self, records: Iterable[Study]) -> None:
        """The next day's data: new records and a data timestamp one day later, at once."""
        with self._lock:
            self._release = replace(self._release.moved_on(), records=tuple(records))

    @property
    def requests(self) -> list[Request]:
        """All requests so far, oldest first; one is listed before its body is sent."""
        return self._log.all()

    def forget_requests(self) -> None:
        self._log.forget()

    def wait_for_requests(self, count: int, *, seconds: float = 30) -> bool:
        """Wait until there have been `count` requests; False if the time runs out."""
        return self._log.wait_for(count, seconds)

    def hurry(self) -> None:
        """Let every slow answer go now, and those to come."""
        self._hurry.set()

    def start(self) -> Self:
        self._server.start()
        return self

    def stop(self) -> None:
        self.hurry()
        self._server.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _respond(self, handler: BaseHTTPRequestHandler) -> None:
        request = asked(handler.path)
        taken = self.faults.take(request.route, request.params)
        reply_with = partial(self._reply, request, self._release_for(taken))
        reply = reply_with(taken)
        self._log.note(request_of(request, handler, reply.status, felt(taken, reply_with)))
        lag = next(iter(taken & DELIVERED_OTHERWISE), None)
        deliver(handler, reply, lag, self._wait)

    def _wait(self, share: float) -> None:
        self._hurry.wait(self.slow_seconds * share)

    def _release_for(self, faults: frozenset[Fault]) -> Release:
        """The data as it is for this request; afterwards it may have moved on."""
        with self._lock:
            release = self._release
            if moves_data(faults):
                self._release = release.moved_on()
            return release

    def _reply(self, request: Asked, release: Release, faults: frozenset[Fault]) -> Answer:
        if replaced := faults & INSTEAD.keys():
            return self._instead(*replaced)
        return answer(
            request,
            release,
            matching=self.matching,
            faults=faults,
            largest_page=self.largest_page,
        )

    def _instead(self, fault: Fault) -> Answer:
        reply = INSTEAD[fault]
        if fault is Fault.TOO_MANY:
            return replace(reply, headers=(("Retry-After", self.retry_after),))
        return reply
