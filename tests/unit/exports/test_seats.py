"""So many at once, few of one network: a seat comes back whatever becomes of what it was for."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http import HTTPStatus
from itertools import count
from queue import SimpleQueue
from threading import Barrier, Thread

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from trials.exports.seats import Seats, seated

FULL = HTTPStatus.SERVICE_UNAVAILABLE


@pytest.fixture(autouse=True)
def _without_database() -> Iterator[None]:
    """An answer that is closed looks after the database, where a test before this one had it."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


def refused() -> HttpResponse:
    return HttpResponse(status=FULL)


def parts() -> Iterator[bytes]:
    yield b"one"
    yield b"two"


def streaming(_request: HttpRequest) -> HttpResponseBase:
    return StreamingHttpResponse(parts())


def asking(view: Callable[..., HttpResponseBase]) -> Callable[[], HttpResponseBase]:
    """The view, of which two may be under way; asked from another network each time."""
    answer, numbers = seated(Seats(2), refused)(view), count()
    return lambda: answer(asked_from(f"203.0.{next(numbers)}.7"))


def asked_from(address: str) -> HttpRequest:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = address
    return request


def test_who_finds_no_seat_is_refused_until_one_is_given_back() -> None:
    ask = asking(streaming)
    held = [ask(), ask()]
    assert ask().status_code == ask().status_code == FULL
    assert b"".join(held[0]) == b"onetwo"
    assert ask().status_code == FULL, "read, but the line is not closed yet"
    for _ in range(3):
        held[0].close()
    again = ask()
    assert again.status_code == HTTPStatus.OK
    assert ask().status_code == FULL, "closed three times, given back once"


def test_one_that_nobody_has_any_more_gives_it_back() -> None:
    ask = asking(streaming)
    for _ in range(5):
        begun = ask()
        assert begun.status_code == HTTPStatus.OK
        assert next(iter(begun)) == b"one"
        del begun
        gc.collect()


def test_parts_that_fail_give_it_back_when_the_answer_is_closed() -> None:
    def failing(_request: HttpRequest) -> HttpResponseBase:
        return StreamingHttpResponse(str(1 // number) for number in (1, 0))

    ask = asking(failing)
    for _ in range(5):
        answer = ask()
        with pytest.raises(ZeroDivisionError):
            list(answer)
        answer.close()


def test_a_view_that_fails_gives_it_back() -> None:
    def failing(_request: HttpRequest) -> HttpResponseBase:
        raise LookupError

    ask = asking(failing)
    for _ in range(5):
        with pytest.raises(LookupError):
            ask()


def test_what_is_no_file_keeps_none() -> None:
    ask = asking(lambda _request: HttpResponse(status=HTTPStatus.NOT_MODIFIED))
    answers = [ask() for _ in range(5)]
    assert {answer.status_code for answer in answers} == {HTTPStatus.NOT_MODIFIED}


def test_the_files_own_end_is_reached_before_the_seat_is_free() -> None:
    ended: list[bool] = []

    def ending() -> Iterator[bytes]:
        try:
            yield b"one"
        finally:
            ended.append(ask().status_code == FULL)

    ask = asking(lambda _request: StreamingHttpResponse(ending()))
    begun, _other = ask(), ask()
    next(iter(begun))
    begun.close()
    assert ended == [True]


HERE, THERE = "203.0.113.0/24", "198.51.100.0/24"


@pytest.mark.parametrize(("most", "share"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_one_network_gets_half_of_them(most: int, share: int) -> None:
    seats = Seats(most)
    taken = [seats.take(HERE) for _ in range(most + 1)]
    assert [one is not None for one in taken] == [number < share for number in range(most + 1)]


def test_the_others_are_for_the_others() -> None:
    seats = Seats(4)
    mine, _other = seats.take(HERE), seats.take(HERE)
    assert seats.take(HERE) is None
    assert seats.take(THERE)
    assert seats.take("")
    assert seats.take("2001:db8:1::/48") is None, "all four are held"
    assert mine
    mine()
    assert seats.take(THERE)


def test_who_gave_back_may_take_again_and_nothing_of_the_network_is_kept() -> None:
    seats = Seats(4)
    for _ in range(20):
        held = seats.take(HERE), seats.take(HERE)
        assert seats.take(HERE) is None
        for give_back in held:
            assert give_back
            give_back()
    assert HERE not in repr(vars(seats))


def test_addresses_of_one_network_are_one() -> None:
    answer = seated(Seats(4), refused)(streaming)
    held = [answer(asked_from(f"203.0.113.{number}")) for number in range(3)]
    assert [one.status_code for one in held] == [200, 200, FULL]
    assert answer(asked_from("198.51.100.7")).status_code == HTTPStatus.OK


class Left:
    """Rubbish that gives a seat back when it is collected; it holds itself."""

    def __init__(self, give_back: Callable[[], None] | None) -> None:
        assert give_back
        self.give_back, self.own = give_back, self

    def __del__(self) -> None:
        self.give_back()


class Disturbed(SimpleQueue[int]):
    """Free seats; something else happens just before and just after one is taken."""

    disturb: Callable[[], object]

    def get_nowait(self) -> int:
        self.disturb()
        seat = super().get_nowait()
        self.disturb()
        return seat


@pytest.fixture
def disturbed(monkeypatch: pytest.MonkeyPatch) -> type[Disturbed]:
    monkeypatch.setattr("trials.exports.seats.SimpleQueue", Disturbed)
    return Disturbed


def test_a_seat_given_back_by_a_collection_in_the_midst_of_taking_harms_nothing(
    disturbed: type[Disturbed],
) -> None:
    disturbed.disturb = staticmethod(partial(gc.collect, 0))
    seats = Seats(4)

    def take_and_leave() -> None:
        for number in range(40):
            Left(seats.take(HERE if number % 2 else THERE))

    alone = Thread(target=take_and_leave, daemon=True)  # who waits for himself waits for ever
    alone.start()
    alone.join(timeout=10)
    assert not alone.is_alive()
    gc.collect()
    assert [seats.take(HERE) is None for _ in range(3)] == [False, False, True]
    assert [seats.take(THERE) is None for _ in range(3)] == [False, False, True]


def test_those_who_look_at_the_same_instant_get_no_more_than_their_share(
    disturbed: type[Disturbed],
) -> None:
    at_once = Barrier(2)
    disturbed.disturb = staticmethod(at_once.wait)
    seats = Seats(2)
    with ThreadPoolExecutor(2) as threads:
        taken = list(threads.map(seats.take, [HERE, HERE]))
    assert None in taken
    disturbed.disturb = staticmethod(int)
    for give_back in filter(None, taken):
        give_back()
    assert [seats.take(place) is None for place in (HERE, THERE)] == [False, False]
