"""A page that is dear to make and asked for by many at once: one of them makes it, for all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier, Event

import pytest
import redis
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from trials.views.kept import making
from trials.views.kept.copies import LARGEST, Copy, Shelf
from trials.views.kept.made_of import Page
from trials.views.kept.page import View, kept

READERS = 4
pytestmark = pytest.mark.usefixtures("catalogue")


class Dear:
    """A view that waits for its signal, and counts how often it made the page."""

    def __init__(self, length: int = 1) -> None:
        self.made, self.begun, self.may_end = 0, Event(), Event()
        self._length = length

    def __call__(self, _request: HttpRequest) -> HttpResponse:
        self.made += 1
        self.begun.set()
        assert self.may_end.wait(10)
        return HttpResponse(Random(1).randbytes(self._length))  # which gzip can't shorten


def get(view: View) -> HttpResponse:
    try:
        return view(RequestFactory().get("/dear/"))
    finally:
        connections.close_all()


def all_get(view: View, dear: Dear) -> list[HttpResponse]:
    """The answers of readers who come one after the other, while the first page is being made."""
    everybody = Barrier(READERS)

    def later() -> HttpResponse:
        assert dear.begun.wait(10)
        everybody.wait(10)
        return get(view)

    with ThreadPoolExecutor(READERS + 1) as readers:
        first = readers.submit(get, view)
        others = [readers.submit(later) for _ in range(READERS - 1)]
        everybody.wait(10)
        dear.may_end.set()
        return [one.result(20) for one in (first, *others)]


def test_one_reader_makes_it_for_all(store: redis.Redis) -> None:
    dear = Dear()
    answers = all_get(kept(dear, is_dear=True), dear)
    assert dear.made == 1
    assert len({answer.content for answer in answers}) == 1
    assert {answer.status_code for answer in answers} == {200}
    assert not [key for key in store.scan_iter() if b":making:" in key]


def test_a_page_that_is_not_dear_is_made_by_everybody(store: redis.Redis) -> None:
    dear = Dear()
    dear.may_end.set()
    view = kept(dear, moment=lambda now: now.isoformat())
    assert [get(view).status_code for _ in range(2)] == [200, 200]
    assert dear.made == 2


def test_nobody_waits_for_a_second_one_where_it_cannot_be_kept(store: redis.Redis) -> None:
    dear = Dear(length=LARGEST * 4)
    answers = all_get(kept(dear, is_dear=True), dear)
    assert dear.made == READERS
    assert {answer.status_code for answer in answers} == {200}


def test_a_maker_that_was_killed_keeps_nobody_waiting_for_long(
    store: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "PATIENCE", 0.05)
    dear = Dear()
    dear.may_end.set()
    claims = making.copy_of_another

    def killed(shelf: Shelf, page: Page, mark: str) -> Copy | None:
        assert claims(shelf, page, mark) is None  # claimed, and never given up
        return claims(shelf, page, mark)

    monkeypatch.setattr("trials.views.kept.page.copy_of_another", killed)
    assert get(kept(dear, is_dear=True)).status_code == 200
    assert dear.made == 1


def test_a_maker_that_fails_lets_the_next_one_try(client: Client, store: redis.Redis) -> None:
    def fails(_request: HttpRequest) -> HttpResponse:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        get(kept(fails, is_dear=True))
    assert not [key for key in store.scan_iter() if b":making:" in key]
    assert client.get("/").status_code == 200
