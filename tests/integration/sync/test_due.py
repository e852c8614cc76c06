"""When a full sync was due, and whether it was missed. 2026-11-20 is a Friday."""

from datetime import UTC, datetime, time

import pytest

from trials.models import SyncRun
from trials.sync.due import is_missed, last_due


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(20, 15, 10), at(20, 15, 10)),
        (at(20, 15, 9), at(19, 15, 10)),
        (at(21, 23), at(20, 15, 10)),
        (at(22, 15, 10), at(20, 15, 10)),
        (at(23, 0), at(20, 15, 10)),
        (at(23, 15, 11), at(23, 15, 10)),
    ],
)
def test_a_sync_is_due_on_weekdays(now: datetime, due: datetime) -> None:
    assert last_due(now, time(15, 10)) == due


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "started", "now", "missed"),
    [
        ("full", at(19, 15, 10), at(20, 15, 39), False),  # the worker may be busy
        ("full", at(19, 15, 10), at(20, 15, 41), True),
        ("full", at(20, 15, 10), at(22, 12), False),
        ("full", at(20, 11), at(22, 12), True),  # by hand, before the registry's refresh
        ("light", at(20, 21, 40), at(22, 12), False),  # never had a full sync
        ("full", at(25, 15, 10), at(22, 12), True),  # by a clock that was ahead: nobody knows when
    ],
)
def test_a_sync_is_missed_where_none_began_since(
    kind: str, started: datetime, now: datetime, missed: bool
) -> None:
    SyncRun.objects.create(kind=kind, state="failed", started_at=started)
    assert is_missed(now=now) is missed


@pytest.mark.django_db
def test_a_site_without_any_sync_has_missed_none() -> None:
    assert not is_missed(now=at(22, 12))
