"""How many threads of a process strangers can hold by their slowness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial, wraps
from queue import Empty, SimpleQueue
from weakref import finalize

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from trials.exports.rates import network_of

View = Callable[..., HttpResponseBase]


class Seats:
    """So many at once in this process; who finds none is told so, and waits for none.

    One network holds half of them at most, and is known here only while it does.
    """

    def __init__(self, most: int) -> None:
        # A seat may come back while rubbish is collected, in the midst of anything: only this
        # queue's `put` is made for that, a semaphore could wait for itself. For the same reason
        # each seat has its own place among the holders, which none but who has the seat writes.
        self._free: SimpleQueue[int] = SimpleQueue()
        self._holders: list[str | None] = [None] * most
        self._share = max(1, most // 2)
        for seat in range(most):
            self._free.put(seat)

    def take(self, network: str) -> Callable[[], None] | None:
        """What gives the seat back, to be called once; None where this network gets none."""
        if self._holders.count(network) >= self._share:
            return None
        try:
            seat = self._free.get_nowait()
        except Empty:
            return None
        self._holders[seat] = network
        if self._holders.count(network) > self._share:  # others took theirs at the same instant
            self._give_back(seat)
            return None
        return partial(self._give_back, seat)

    def _give_back(self, seat: int) -> None:
        self._holders[seat] = None
        self._free.put(seat)


class Seated:
    """A file's parts. The seat is given back when they are closed, or nobody has them any more."""

    def __init__(self, parts: Iterable[bytes], give_back: Callable[[], object]) -> None:
        self._parts = iter(parts)
        self.close = finalize(self, give_back)  # gives back once, however often it is closed

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self._parts)


def seated(seats: Seats, refuse: Callable[[], HttpResponse]) -> Callable[[View], View]:
    """Let a view give only so many files at once: who doesn't read on holds a thread for ever."""

    def decorator(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
            give_back = seats.take(network_of(request))
            if give_back is None:
                return refuse()
            with ExitStack() as leaving:
                leaving.callback(give_back)
                response = view(request, *args, **values)
                if isinstance(response, StreamingHttpResponse):
                    response.streaming_content = Seated(iter(response), leaving.pop_all().close)
                return response

        return answer

    return decorator
