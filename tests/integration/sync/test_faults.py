"""Whatever the registry does, readers keep the last good data and the operator gets a word."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection
from pytest_django.fixtures import Settings

from tests.integration.conftest import NOW, Sync
from tests.records import studies
from tests.stand_in import Fault, StandIn
from trials.models import Edition, Study, SyncProblem, SyncRun
from trials.registry.client import Registry
from trials.sync.lock import AlreadyRunning, running
from trials.sync.run import sync_studies

pytestmark = pytest.mark.django_db(transaction=True)
Rows = list[tuple[object, ...]]


def catalogue() -> tuple[Rows, int]:
    rows = Study.objects.order_by("pk").values_list("nct_id", "snapshot_id", "delisted_at")
    return list(rows), Edition.current().number


@pytest.mark.parametrize(
    ("fault", "state", "word"),
    [
        (Fault.BLOCKED, SyncRun.State.FAILED, "403"),
        (Fault.TOO_MANY, SyncRun.State.FAILED, "429"),
        (Fault.SERVER_ERROR, SyncRun.State.FAILED, "500"),
        (Fault.UNAVAILABLE, SyncRun.State.FAILED, "503"),
        (Fault.HTML, SyncRun.State.FAILED, "text/html"),
        (Fault.TRUNCATED, SyncRun.State.FAILED, "JSON"),
        (Fault.CUT_OFF, SyncRun.State.FAILED, "registry|reached"),
        (Fault.TOO_LONG, SyncRun.State.FAILED, "longer than 64 MB"),
        (Fault.DROPPED, SyncRun.State.FAILED, "could not be reached"),
        (Fault.FEW, SyncRun.State.REFUSED, "announced|lost"),
        (Fault.EMPTY, SyncRun.State.REFUSED, "empty|announced"),
        (Fault.TOTAL_LIES, SyncRun.State.REFUSED, "announced"),
        (Fault.RENAMED_FIELD, SyncRun.State.REFUSED, "renamed the field"),
    ],
)
def test_a_lasting_fault_publishes_nothing(
    full_sync: Sync, stand_in: StandIn, fault: Fault, state: str, word: str
) -> None:
    full_sync()
    before = catalogue()
    stand_in.faults.add(fault, times=None, at="/studies")
    run = full_sync()
    assert run.state == state, run.message
    assert catalogue() == before
    assert any(one in run.message for one in word.split("|")), run.message


def test_a_renamed_field_is_noticed_on_the_first_sync_too(
    full_sync: Sync, stand_in: StandIn
) -> None:
    stand_in.faults.add(Fault.RENAMED_FIELD, times=None, at="/studies")
    run = full_sync()
    assert (run.state, Study.objects.count()) == (SyncRun.State.REFUSED, 0)
    assert "overall_status" in run.message


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.TOO_MANY, Fault.TOKEN_DIES])
def test_a_passing_fault_costs_nothing(full_sync: Sync, stand_in: StandIn, fault: Fault) -> None:
    stand_in.faults.add(fault, times=1, after=2 if fault is Fault.TOKEN_DIES else 0)
    run = full_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    assert run.seen == len(stand_in.records)


def test_data_that_moves_in_mid_crawl_is_crawled_again(full_sync: Sync, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault.DATA_MOVES, times=1, after=1)
    run = full_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    assert run.seen == len(stand_in.records)


@pytest.mark.parametrize(
    "fault", [Fault.BROKEN_NO_IDENTIFICATION, Fault.BROKEN_ID, Fault.BROKEN_LIST, Fault.BROKEN_TEXT]
)
def test_one_broken_record_costs_only_itself(
    full_sync: Sync, stand_in: StandIn, fault: Fault
) -> None:
    stand_in.faults.add(fault, times=1, at="/studies")
    run = full_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    assert run.set_aside == 1
    assert Study.objects.count() == len(stand_in.records) - 1
    problem = SyncProblem.objects.get(run=run, is_fatal=True)
    assert problem.field
    assert problem.reason


@pytest.mark.parametrize("fault", [Fault.BROKEN_DATE, Fault.BROKEN_WORD])
def test_one_broken_field_costs_only_itself(
    full_sync: Sync, stand_in: StandIn, fault: Fault
) -> None:
    stand_in.faults.add(fault, times=1, at="/studies")
    run = full_sync()
    assert (run.state, run.set_aside) == (SyncRun.State.PUBLISHED, 0), run.message
    assert Study.objects.count() == len(stand_in.records)
    assert SyncProblem.objects.filter(run=run, is_fatal=False).exists()


def test_a_study_that_became_unreadable_keeps_its_last_good_state(
    full_sync: Sync, stand_in: StandIn
) -> None:
    full_sync()
    before = catalogue()
    stand_in.faults.add(Fault.BROKEN_LIST, times=1, at="/studies")
    run = full_sync()
    assert (run.state, run.set_aside, run.delisted) == (SyncRun.State.PUBLISHED, 1, 0)
    assert catalogue() == before


def test_two_syncs_at_once_are_one(full_sync: Sync) -> None:
    with running(SyncRun.Kind.FULL, now=NOW), pytest.raises(AlreadyRunning):
        from_another_connection(full_sync)


def from_another_connection(full_sync: Sync) -> None:
    def work() -> None:
        try:
            full_sync()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


def test_a_run_whose_worker_died_is_told_and_done_again(full_sync: Sync) -> None:
    died = SyncRun.objects.create(kind="full", started_at=NOW)
    run = full_sync()
    died.refresh_from_db()
    assert (died.state, run.state) == (SyncRun.State.INTERRUPTED, SyncRun.State.PUBLISHED)
    assert "next run" in died.message


def test_a_study_invented_for_tests_never_gets_in_outside_tests(
    full_sync: Sync, stand_in: StandIn, settings: Settings
) -> None:
    settings.ACCEPT_TEST_STUDIES = False
    run = full_sync()
    assert (run.state, run.set_aside) == (SyncRun.State.REFUSED, len(stand_in.records))
    assert not Study.objects.exists()


@pytest.mark.parametrize("fault", [Fault.RENAMED_FIELD, Fault.TOTAL_LIES, Fault.BLOCKED])
def test_a_light_check_publishes_no_poor_answer_either(
    full_sync: Sync, light_sync: Sync, stand_in: StandIn, fault: Fault
) -> None:
    stand_in.records = studies(8, last_update_posted="2026-11-20")
    full_sync()
    before = catalogue()
    stand_in.faults.add(fault, times=None, at="/studies")
    run = light_sync()
    assert run.state in (SyncRun.State.REFUSED, SyncRun.State.FAILED), run.message
    assert catalogue() == before


def test_a_light_check_that_finds_nothing_new_is_no_fault(
    full_sync: Sync, light_sync: Sync, stand_in: StandIn
) -> None:
    full_sync()
    stand_in.records = []
    run = light_sync()
    assert (run.state, run.seen) == (SyncRun.State.PUBLISHED, 0), run.message
    assert not Study.objects.filter(delisted_at__isnull=False).exists()


@pytest.mark.parametrize("error", [OperationalError, ValueError])
def test_what_an_error_says_itself_is_on_no_page(
    registry: Registry, error: type[Exception]
) -> None:
    """A run's message stands on a public page; a database names its machine and its user."""

    def fails(_seen: int, _total: int | None) -> None:
        raise error('connection to server at "db.example.org", user "owner"')

    with pytest.raises(error):
        sync_studies(registry, clock=lambda: NOW, progress=fails)
    message = SyncRun.objects.get().message
    assert "The last good data stays" in message
    assert "db.example.org" not in message
