"""A web process that is ready before its first reader; without a server of any kind."""

import gc
from collections.abc import Iterator

import pytest
from django.template import engines

from trials.views.warm import warm_up


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """The tests' own process goes on as it was."""
    yield
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
