"""Putting records into the catalogue by the code that a sync uses, without a registry."""

from datetime import UTC, datetime

from tests.records import Json
from trials.models import Edition, Snapshot, SyncRun
from trials.registry.digest import body_of, digest, news_digest
from trials.registry.translate import nct_id_of
from trials.sync.publish import publish_records

NOW = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
DATA_TIMESTAMP = datetime(2026, 11, 20, 9, 0, 4, tzinfo=UTC)


def publish(*records: Json, now: datetime = NOW) -> SyncRun:
    """Publish these records as one finished run."""
    run = SyncRun.objects.create(
        kind="full", state="published", started_at=now, finished_at=now, seen=len(records)
    )
    digests = {nct_id_of(record): digest(record) for record in records}
    Snapshot.objects.bulk_create(
        (
            Snapshot(
                digest=digest(record),
                news_digest=news_digest(record),
                nct_id=nct_id_of(record),
                body=body_of(record),
                received_at=now,
            )
            for record in records
        ),
        ignore_conflicts=True,
    )
    publish_records(run, digests, now=now)
    Edition.publish(now=now, data_timestamp=DATA_TIMESTAMP)
    return run
