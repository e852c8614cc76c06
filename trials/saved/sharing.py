"""Showing a list to others, and taking it to another device."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from trials.models import MoveToken, SavedList
from trials.models.saved_list import new_token
from trials.saved.lists import save_study
from trials.sync.clock import APART

MOVE_LASTS = timedelta(hours=24)


def share(mine: SavedList, *, with_notes: bool) -> str:
    """The token of a read-only link; the same one as long as the list stays shared."""
    mine.share_token = mine.share_token or new_token()
    mine.shares_notes = with_notes
    mine.save(update_fields=["share_token", "shares_notes"])
    return mine.share_token


def stop_sharing(mine: SavedList) -> None:
    """The link dies at once; a later share makes another."""
    mine.share_token, mine.shares_notes = None, False
    mine.save(update_fields=["share_token", "shares_notes"])


def shared_list(token: str) -> SavedList | None:
    """The list behind a read-only link, if it is (still) shared."""
    can_be_one = token.isascii() and token.isprintable()  # the database takes no NUL
    return SavedList.objects.filter(share_token=token).first() if token and can_be_one else None


def copy_shared(source: SavedList, mine: SavedList | None, *, now: datetime) -> SavedList:
    """Put the studies of a shared list on mine, without its notes. Raises ListIsFull."""
    with transaction.atomic():
        for line in source.saved_studies.select_related("study"):
            mine = save_study(mine, line.study, now=now)
    return mine or SavedList.objects.create(created_at=now, used_at=now)


def start_move(mine: SavedList, *, now: datetime) -> str:
    """A token that brings the list to one other device within a day; only its digest is kept."""
    token = secrets.token_urlsafe(24)
    MoveToken.objects.filter(saved_list=mine).delete()
    MoveToken.objects.create(digest=_digest(token), saved_list=mine, expires_at=now + MOVE_LASTS)
    return token


def finish_move(token: str, *, now: datetime) -> SavedList | None:
    """The list, once; None for a token that is unknown, used, too old, or of a clock ahead."""
    with transaction.atomic():
        found = MoveToken.objects.select_for_update().filter(digest=_digest(token)).first()
        if found is None:
            return None
        found.delete()
    is_alive = now <= found.expires_at <= now + MOVE_LASTS + APART
    return found.saved_list if is_alive else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
