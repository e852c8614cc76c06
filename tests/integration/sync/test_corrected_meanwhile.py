"""A curator who corrects a study in the midst of the sync that writes it: the correction holds."""

from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tests.integration.catalogue import NOW, publish
from tests.integration.sync.test_replay import is_waiting, stored
from tests.integration.worker.conftest import wait_until
from tests.records import study
from trials.models import Correction, Reading, Study, SyncRun
from trials.reading.study_reading import StudyReading, read_study
from trials.records import StudyRecord
from trials.sync.publish import publish_records
from trials.sync.replay import replay

pytestmark = pytest.mark.django_db(transaction=True)
NCT_ID = "NCT90000001"


def correct(study_id: int) -> int:
    """What the admin does when a correction is saved."""
    try:
        with transaction.atomic():
            Correction.objects.create(
                nct_id=NCT_ID, question="donor", value="both", reason="Read", corrected_at=NOW
            )
            return replay([study_id], now=NOW)
    finally:
        connection.close()


def wait_for(curator: Future[int]) -> None:
    """By another session: the sync's own is in the midst of a COPY."""
    try:
        wait_until(lambda: curator.done() or is_waiting(), "the curator is done, or waits")
    finally:
        connection.close()


def test_it_holds_in_the_new_state() -> None:
    publish(study(nct_id=NCT_ID, brief_title="Old"))
    newer, one = stored("New"), Study.objects.get()
    run = SyncRun.objects.create(kind="full", state="running", started_at=NOW)
    correcting: list[Future[int]] = []

    def read(record: StudyRecord) -> StudyReading:
        """The sync has seen the corrections, and has written nothing yet."""
        correcting.append(pool.submit(correct, one.pk))
        pool.submit(wait_for, correcting[0]).result()
        return read_study(record)

    with ThreadPoolExecutor(2) as pool:
        with transaction.atomic():
            publish_records(run, {NCT_ID: newer.digest}, now=NOW, read=read)
        assert correcting[0].result() == 1
    one.refresh_from_db()
    assert one.brief_title == "New"
    reading = Reading.objects.get()
    assert (reading.donor, reading.corrected) == ("both", ["donor"])
