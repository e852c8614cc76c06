"""A web process that is ready before its first reader; without a server of any kind."""

import gc
from collections.abc import Iterator

import pytest
from django.template import engines

from trials.views.warm import SELDOM, warm_up


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """The tests' own process goes on as it was."""
    often = gc.get_threshold()
    yield
    gc.set_threshold(*often)
    gc.unfreeze()


def test_every_template_is_there_before_somebody_asks() -> None:
    warm_up()
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    names = environment.list_templates(extensions=["jinja"])
    assert len(environment.cache) >= len(names) > 40


def test_no_reader_waits_until_the_code_itself_is_searched_for_garbage() -> None:
    """Seen: 110 ms in the midst of a page, whenever Python came to look through all of it."""
    warm_up()
    still_searched = len(gc.get_objects())
    assert still_searched < gc.get_freeze_count() / 20


def test_pages_are_seldom_interrupted_by_the_search_for_garbage() -> None:
    warm_up()
    assert gc.get_threshold()[0] == SELDOM
