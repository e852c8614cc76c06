"""Reading again beside a running sync: the sync's newer state stays."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tests.integration.catalogue import NOW, publish
from tests.integration.worker.conftest import wait_until
from tests.records import study
from trials.models import Snapshot, Study
from trials.registry.digest import body_of, digest, news_digest
from trials.sync.replay import replay

pytestmark = pytest.mark.django_db(transaction=True)


def stored(title: str) -> Snapshot:
    record = study(nct_id="NCT90000001", brief_title=title)
    return Snapshot.objects.create(
        digest=digest(record),
        news_digest=news_digest(record),
        nct_id="NCT90000001",
        body=body_of(record),
        received_at=NOW,
    )


def read_again(study_id: int) -> int:
    try:
        return replay([study_id], now=NOW)
    finally:
        connection.close()


def is_waiting() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        row: tuple[int] = cursor.fetchone()
    return row[0] > 0


def test_a_sync_that_writes_meanwhile_is_not_undone() -> None:
    publish(study(nct_id="NCT90000001", brief_title="Old"))
    newer, one = stored("New"), Study.objects.get()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Study.objects.filter(pk=one.pk).update(snapshot=newer)
            reading = pool.submit(read_again, one.pk)
            wait_until(is_waiting, "the reading waits for the sync")
        assert reading.result() == 1
    one.refresh_from_db()
    assert (one.snapshot_id, one.brief_title) == (newer.digest, "New")
