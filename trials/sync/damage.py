"""Stored records that are not as they were written: a failing disk, a hand in the database."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from datetime import datetime

from trials.models import Reading, Snapshot, SyncProblem, SyncRun
from trials.models.study_record import payload_of
from trials.registry.digest import State

log = logging.getLogger(__name__)
EMPTIED = ""  # the body of a snapshot that is known to be damaged
FEW = 3
MOST_SHARE = 0.05  # of the stored records; a disk hardly changes more and leaves them readable
UNREAD = ""  # the version of a reading that waits for its record
FETCHED_AGAIN = "this full sync fetches it again"
FIELD = "stored record"
REASON = "damaged; the next full sync fetches it again"
TOLD = "{} of the stored records are damaged. The next full sync fetches them again."


def empty_damaged(*, now: datetime) -> int:
    """Look at every stored record; empty those that don't fit their name, and say so. How many.

    A full sync writes an emptied one again; nothing but its body was of use. Where many can be
    read and yet don't fit, it is the naming that has changed: they stay, and the log says so.
    """
    seen = {
        snapshot.digest: _name_of(snapshot)
        for snapshot in Snapshot.objects.exclude(body=EMPTIED).iterator(chunk_size=200)
    }
    unreadable = [digest for digest, name in seen.items() if not name]
    altered = [digest for digest, name in seen.items() if name not in ("", digest)]
    if len(altered) > max(FEW, MOST_SHARE * len(seen)):
        log.error("%s stored records don't fit their names: too many, all stay", len(altered))
        altered = []
    return _empty(unreadable + altered, now=now)


def _name_of(snapshot: Snapshot) -> str:
    """The digest that its body has; "" where that can't be read."""
    payload = payload_of(snapshot.body)
    return "" if payload is None else State(payload).digest


def _empty(digests: list[str], *, now: datetime) -> int:
    damaged = Snapshot.objects.filter(digest__in=digests)
    names = dict(damaged.values_list("digest", "nct_id"))
    for digest, nct_id in sorted(names.items()):
        log.error("%s: its stored record (%s) is damaged; %s", nct_id, digest, FETCHED_AGAIN)
    if names:
        note_damaged(set(names.values()), now=now)
    return damaged.update(body=EMPTIED)


def note_damaged(nct_ids: Collection[str], *, now: datetime) -> None:
    """Tell the operator, among the sync problems; the readings wait for their record."""
    Reading.objects.filter(study__nct_id__in=nct_ids).update(version=UNREAD)
    run = SyncRun.objects.create(
        kind=SyncRun.Kind.REPLAY,
        state=SyncRun.State.FAILED,
        started_at=now,
        finished_at=now,
        set_aside=len(nct_ids),
        message=TOLD.format(len(nct_ids)),
    )
    SyncProblem.objects.bulk_create(
        SyncProblem(run=run, nct_id=nct_id, field=FIELD, reason=REASON, is_fatal=True)
        for nct_id in sorted(nct_ids)
    )


def fill_emptied(states: Iterable[State]) -> None:
    """Give the emptied snapshots among these their body again."""
    by_digest = {state.digest: state for state in states}
    emptied = Snapshot.objects.filter(digest__in=by_digest, body=EMPTIED)
    for snapshot in emptied:
        Snapshot.objects.filter(pk=snapshot.pk).update(body=by_digest[snapshot.digest].body)
