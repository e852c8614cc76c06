"""So many files at once: a seat comes back whatever becomes of the file."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from http import HTTPStatus

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from trials.exports.seats import Seats, seated

FULL = HTTPStatus.SERVICE_UNAVAILABLE


def refused() -> HttpResponse:
    return HttpResponse(status=FULL)


def parts() -> Iterator[bytes]:
    yield b"one"
    yield b"two"


def streaming(_request: HttpRequest) -> HttpResponseBase:
    return StreamingHttpResponse(parts())


def asking(view: Callable[..., HttpResponseBase]) -> Callable[[], HttpResponseBase]:
    """The view, of which two may be under way."""
    answer = seated(Seats(2), refused)(view)
    return lambda: answer(HttpRequest())


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
