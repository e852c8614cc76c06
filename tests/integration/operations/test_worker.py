"""A real worker's tasks, as the operator sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from tests.integration.worker.conftest import Worker, start_worker, wait_until  # noqa: F401
from trialfinder.watching import tasks
from trials import tasks as trials_tasks
from trials.views.health.running import worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    tasks.redis_at(settings.CELERY_BROKER_URL).delete(tasks.KEY)


def counted(name: str) -> tasks.Tally | None:
    found = (each for each in tasks.tallies() if each.task == f"trials.tasks.{name}")
    return next(found, None)


def test_what_a_worker_did_is_counted(start_worker: Callable[[], Worker]) -> None:  # noqa: F811
    start_worker()
    trials_tasks.forget_alerts.delay()
    trials_tasks.forget_alerts.delay()
    wait_until(lambda: (found := counted("forget_alerts")) is not None and found.count == 2, "both")
    found = counted("forget_alerts")
    assert found is not None
    assert found.state == "success"
    assert 0 < found.seconds < 10
    assert datetime.now(UTC) - found.last_at < timedelta(minutes=1)
    assert worker(now=datetime.now(UTC)).is_well
    assert not worker(now=datetime.now(UTC) + timedelta(minutes=31)).is_well
    assert not worker(now=datetime.now(UTC) - timedelta(days=365)).is_well  # it was ahead


def test_a_task_that_fails_is_counted_as_such(start_worker: Callable[[], Worker]) -> None:  # noqa: F811
    start_worker()
    trials_tasks.reread.delay(["no number"])
    wait_until(lambda: counted("reread") is not None, "the failed task")
    found = counted("reread")
    assert found is not None
    assert (found.state, found.count) == ("failure", 1)
