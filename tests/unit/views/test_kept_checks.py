"""Copies of pages among the tasks are told when the site starts: dropping all drops both."""

import pytest
from django.core import checks
from pytest_django.fixtures import Settings

from trials.views.kept.checks import pages_are_apart_from_tasks

TASKS = "redis://:secret@cache:6379/0"


@pytest.mark.parametrize(
    ("tasks", "pages", "warnings"),
    [
        (TASKS, TASKS, 1),
        (TASKS, "redis://cache", 1),
        (TASKS, "redis://other:word@cache:6379/?db=0", 1),
        ("unix:///run/redis.sock", "unix:///run/redis.sock?db=0", 1),
        ("redis://localhost", "redis://127.0.0.1:6379/0", 1),
        (TASKS, "redis://:secret@cache:6379/1", 0),
        (TASKS, "redis://:secret@cache:6380/0", 0),
        (TASKS, "redis://:secret@pages:6379/0", 0),
        ("unix:///run/redis.sock", "unix:///run/redis.sock?db=1", 0),
        (TASKS, "", 0),
    ],
)
def test_each_in_a_database_of_its_own(
    settings: Settings, tasks: str, pages: str, warnings: int
) -> None:
    settings.REDIS_URL, settings.PAGES_CACHE_URL = tasks, pages
    assert len(pages_are_apart_from_tasks()) == warnings


def test_the_word_names_both_and_no_password(settings: Settings) -> None:
    settings.REDIS_URL = settings.PAGES_CACHE_URL = TASKS
    (warning,) = [each for each in checks.run_checks() if each.id == "trials.W002"]
    assert "PAGES_CACHE_URL" in str(warning)
    assert "REDIS_URL" in str(warning)
    assert "secret" not in str(warning)
