"""Stored records that are not as they were written: a failing disk, a hand in the database."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from trials.models import Snapshot
from trials.models.study_record import payload_of
from trials.registry.digest import State

log = logging.getLogger(__name__)
EMPTIED = ""  # the body of a snapshot that is known to be damaged


def empty_damaged() -> int:
    """Look at every stored record; empty those that don't fit their name. How many.

    A full sync writes an emptied one again; nothing but its body was of use.
    """
    damaged = [
        snapshot.digest
        for snapshot in Snapshot.objects.exclude(body=EMPTIED).iterator(chunk_size=200)
        if not is_sound(snapshot)
    ]
    for digest in damaged:
        log.error("The stored record %s is damaged; this full sync fetches it again", digest)
    Snapshot.objects.filter(digest__in=damaged).update(body=EMPTIED)
    return len(damaged)


def is_sound(snapshot: Snapshot) -> bool:
    payload = payload_of(snapshot.body)
    return payload is not None and State(payload).digest == snapshot.digest


def fill_emptied(states: Iterable[State]) -> None:
    """Give the emptied snapshots among these their body again."""
    by_digest = {state.digest: state for state in states}
    emptied = Snapshot.objects.filter(digest__in=by_digest, body=EMPTIED)
    for snapshot in emptied:
        Snapshot.objects.filter(pk=snapshot.pk).update(body=by_digest[snapshot.digest].body)
