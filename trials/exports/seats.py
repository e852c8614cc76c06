"""How many threads of a process strangers can hold by their slowness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import wraps
from queue import Empty, SimpleQueue
from weakref import finalize

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


class Seats:
    """So many at once in this process; who finds none is told so, and waits for none."""

    def __init__(self, most: int) -> None:
        # A seat may come back while rubbish is collected, in the midst of anything: only this
        # queue's `put` is made for that, a semaphore could wait for itself.
        self._free: SimpleQueue[None] = SimpleQueue()
        for _ in range(most):
            self.give_back()

    def take(self) -> bool:
        """Whether there was one; who took it gives it back, once."""
        try:
            self._free.get_nowait()
        except Empty:
            return False
        return True

    def give_back(self) -> None:
        self._free.put(None)


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
            if not seats.take():
                return refuse()
            with ExitStack() as leaving:
                leaving.callback(seats.give_back)
                response = view(request, *args, **values)
                if isinstance(response, StreamingHttpResponse):
                    give_back = leaving.pop_all().close
                    response.streaming_content = Seated(iter(response), give_back)
                return response

        return answer

    return decorator
