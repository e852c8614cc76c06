"""The sync in a real worker: asked, done, killed in the middle, done again."""

import math
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from tests.integration.worker.conftest import Worker, wait_until
from tests.stand_in import Fault, StandIn
from trials import tasks
from trials.models import Study, SyncRun

pytestmark = pytest.mark.django_db(transaction=True)
StartWorker = Callable[[], Worker]
PART = 10  # studies


def ended(state: str) -> bool:
    return SyncRun.objects.filter(state=state).exists()


def test_the_worker_does_the_sync_that_it_is_asked_for(
    start_worker: StartWorker, stand_in: StandIn
) -> None:
    start_worker()
    tasks.sync_studies.delay()
    wait_until(lambda: ended("published"), "a published run")
    assert Study.objects.count() == len(stand_in.records)


@pytest.mark.parametrize("requests_before", [1, 2], ids=["at the version", "at the first page"])
def test_a_worker_killed_in_mid_sync_loses_nothing(
    start_worker: StartWorker, stand_in: StandIn, requests_before: int
) -> None:
    stand_in.slow_seconds = 60
    stand_in.faults.add(Fault.SLOW, times=1, after=requests_before - 1)
    worker = start_worker()
    tasks.sync_studies.delay()
    stand_in.wait_for_requests(requests_before, seconds=20)
    wait_until(lambda: ended("running"), "a running run")
    worker.kill()
    stand_in.faults.clear()
    stand_in.hurry()
    start_worker()
    wait_until(lambda: ended("published"), "a published run")
    assert SyncRun.objects.filter(state="interrupted").count() == 1
    assert Study.objects.count() == len(stand_in.records)


def test_a_worker_killed_while_it_writes_leaves_nothing_half_written(
    start_worker: StartWorker, stand_in: StandIn
) -> None:
    """Another session holds a lock that the writing needs; the worker dies waiting for it."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN; LOCK TABLE trials_reading IN ACCESS EXCLUSIVE MODE")
        worker = start_worker()
        tasks.sync_studies.delay()
        wait_until(is_waiting_for_a_lock, "the worker waits in the middle of its writing")
        worker.kill()
        cursor.execute("ROLLBACK")
    assert Study.objects.count() == 0
    start_worker()
    wait_until(lambda: ended("published"), "a published run")
    assert Study.objects.count() == len(stand_in.records)


def is_waiting_for_a_lock() -> bool:
    return waiting_for_a_lock() > 0


def waiting_for_a_lock() -> int:
    """How many sessions wait."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND mode <> 'ExclusiveLock'"
        )
        row: tuple[int] = cursor.fetchone()
    return row[0]


def test_rereading_is_shared_by_workers_and_each_part_is_done_once(
    start_worker: StartWorker, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock holds them all up, so that one worker can't be done before the other begins."""
    workers = [start_worker(), start_worker()]
    tasks.sync_studies.delay()
    wait_until(lambda: ended("published"), "a published run")
    Study.objects.update(brief_title="")
    from_other_rules()
    monkeypatch.setattr(tasks, "BATCH", PART)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE trials_study IN ACCESS EXCLUSIVE MODE")
        tasks.reread_outdated()
        wait_until(lambda: waiting_for_a_lock() == len(workers), "both have a part in hand")
    parts = math.ceil(len(stand_in.records) / PART)
    wait_until(lambda: len(parts_done(*workers)) >= parts, "all read again")
    assert len(set(parts_done(*workers))) == len(parts_done(*workers)) == parts
    assert all(parts_done(worker) for worker in workers)
    assert not Study.objects.filter(brief_title="").exists()


def test_every_study_is_read_again_by_the_worker_that_is_asked_for_all(
    start_worker: StartWorker, stand_in: StandIn
) -> None:
    """Today's rules read them already: without --all none would be."""
    start_worker()
    tasks.sync_studies.delay()
    wait_until(lambda: ended("published"), "a published run")
    Study.objects.update(brief_title="")
    call_command("reread", "--all", "--background")
    wait_until(lambda: not Study.objects.filter(brief_title="").exists(), "all read again")


def parts_done(*workers: Worker) -> list[str]:
    """The tasks' ids, by the workers' logs."""
    done = [line for worker in workers for line in worker.lines("succeeded in")]
    return [line["task_id"] for line in done if "trials.tasks.reread[" in line["message"]]


def from_other_rules() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trials_reading SET version = 'older'")


def test_a_log_line_says_which_task_it_belongs_to(start_worker: StartWorker) -> None:
    worker = start_worker()
    one, other = tasks.purge_unused_lists.delay(), tasks.forget_alerts.delay()
    wait_until(lambda: bool(worker.lines(f"forget_alerts[{other.id}] succeeded")), "both are done")
    for asked in (one, other):
        (line,) = worker.lines(f"[{asked.id}] succeeded")
        assert line["task_id"] == asked.id
