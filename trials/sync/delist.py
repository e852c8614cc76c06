"""Studies that the registry's answer no longer has, or has again. Never deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from trials.models import Change, Study, SyncRun
from trials.sync.changes import LISTING


def delist_missing(run: SyncRun, seen: Collection[str], *, now: datetime) -> int:
    """Mark the fetched studies that a complete run did not see; starter studies stay."""
    missing = list(Study.objects.fetched().still_listed().exclude(nct_id__in=seen))
    Study.objects.filter(pk__in=[study.pk for study in missing]).update(
        delisted_at=now, last_changed_at=now
    )
    _note(run, missing, before="listed", after="delisted", now=now)
    return len(missing)


def relist(run: SyncRun, seen: Collection[str], *, now: datetime) -> int:
    """Take the mark off delisted studies that were seen again."""
    back = list(Study.objects.filter(nct_id__in=seen, delisted_at__isnull=False))
    Study.objects.filter(pk__in=[study.pk for study in back]).update(
        delisted_at=None, last_changed_at=now
    )
    _note(run, back, before="delisted", after="listed", now=now)
    return len(back)


def _note(
    run: SyncRun, studies: Iterable[Study], *, before: str, after: str, now: datetime
) -> None:
    Change.objects.bulk_create(
        Change(study=study, run=run, field=LISTING, before=before, after=after, seen_at=now)
        for study in studies
    )
