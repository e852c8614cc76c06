"""A sync that takes too long, in a real worker: cut off with a word, or killed and taken up."""

from collections.abc import Callable

import pytest
from celery import Task
from django.db import connection

from tests.integration.worker.conftest import Worker, wait_until
from tests.integration.worker.test_worker import is_waiting_for_a_lock
from tests.stand_in import Fault, StandIn
from trials import tasks
from trials.models import Study, SyncRun
from trials.sync.lock import is_interrupted

pytestmark = pytest.mark.django_db(transaction=True)
StartWorker = Callable[[], Worker]
SOFT, HARD = 2, 4  # seconds, in place of the task's own hours
ASKED = {
    "full": (tasks.sync_studies, "6 hours"),
    "light": (tasks.check_for_changes, "1 hour"),
}


def ask_in_a_hurry(task: Task[..., None]) -> None:
    task.apply_async(soft_time_limit=SOFT, time_limit=HARD)


def only_run(state: str) -> SyncRun:
    wait_until(lambda: SyncRun.objects.filter(state=state).exists(), f"a run that is {state}")
    return SyncRun.objects.get(state=state)


def never_answers(stand_in: StandIn) -> None:
    stand_in.slow_seconds = 60
    stand_in.faults.add(Fault.SLOW, times=1, after=1)


@pytest.mark.parametrize("kind", ASKED)
def test_one_that_waits_too_long_fails_with_a_word_and_lets_go(
    start_worker: StartWorker, stand_in: StandIn, kind: str
) -> None:
    task, time = ASKED[kind]
    never_answers(stand_in)
    start_worker()
    ask_in_a_hurry(task)
    run = only_run("failed")
    assert run.message == (
        f"It took longer than {time} and was cut off. The last good data stays; the next run "
        "tries again."
    )
    assert run.kind == kind
    tasks.sync_studies.delay()
    only_run("published")
    assert Study.objects.count() == len(stand_in.records)


def test_one_that_was_taken_up_is_limited_too(start_worker: StartWorker, stand_in: StandIn) -> None:
    never_answers(stand_in)
    start_worker()
    SyncRun.objects.create(kind="full", state="running", started_at="2026-11-20T12:00Z")
    ask_in_a_hurry(tasks.resume_interrupted)
    assert "longer than 6 hours" in only_run("failed").message


def test_one_that_does_not_hear_is_killed_and_taken_up(
    start_worker: StartWorker, stand_in: StandIn
) -> None:
    """It waits in PostgreSQL's own code for a lock of another session, where no word gets in."""
    worker = start_worker()
    with connection.cursor() as cursor:
        cursor.execute("BEGIN; LOCK TABLE trials_reading IN ACCESS EXCLUSIVE MODE")
        ask_in_a_hurry(tasks.sync_studies)
        wait_until(is_waiting_for_a_lock, "the worker waits in the middle of its writing")
        wait_until(lambda: bool(worker.lines("Hard time limit")), "the worker kills it")
        cursor.execute("ROLLBACK")
    wait_until(is_interrupted, "its lock is free")
    tasks.resume_interrupted.delay()  # what the timetable asks for every ten minutes
    only_run("published")
    only_run("interrupted")
    assert Study.objects.count() == len(stand_in.records)


@pytest.mark.parametrize(
    "task", [tasks.sync_studies, tasks.check_for_changes, tasks.resume_interrupted]
)
def test_every_task_that_syncs_has_time_to_say_so_before_it_is_killed(
    task: Task[..., None],
) -> None:
    soft, hard = task.soft_time_limit or 0, task.time_limit or 0
    assert 3600 <= soft == hard - 600
