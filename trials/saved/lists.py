"""Keeping a list: save, remove, note, order, delete. Nothing is kept until something is saved."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from trials.models import Change, SavedList, SavedStudy, Study
from trials.registry.text import seen

MOST_STUDIES = 200
LONGEST_NOTE = 2000
KEPT_UNUSED = timedelta(days=400)


class ListIsFull(Exception):
    """The list holds MOST_STUDIES already; nothing was saved."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One line of a list, and what changed in the study since it was saved (newest first)."""

    saved: SavedStudy
    changes: tuple[Change, ...]


def find_list(list_id: str) -> SavedList | None:
    """The list with this id; None for an unknown id or a text that is none."""
    try:
        return SavedList.objects.filter(pk=uuid.UUID(list_id)).first()
    except ValueError:
        return None


def save_study(mine: SavedList | None, study: Study, *, now: datetime) -> SavedList:
    """Put the study at the end of the list, which is made where there is none yet.

    Saving twice changes nothing. Raises ListIsFull.
    """
    with transaction.atomic():
        kept = mine or SavedList.objects.create(created_at=now, used_at=now)
        SavedList.objects.select_for_update().get(pk=kept.pk)
        if kept.saved_studies.filter(study=study).exists():
            return kept
        if kept.saved_studies.count() >= MOST_STUDIES:
            raise ListIsFull
        kept.saved_studies.create(study=study, position=_next_position(kept), saved_at=now)
    return kept


def remove_study(mine: SavedList, study: Study) -> None:
    """Take the study off the list; nothing where it isn't on it."""
    mine.saved_studies.filter(study=study).delete()


def write_note(mine: SavedList, study: Study, note: str) -> None:
    """Set the study's note: at most LONGEST_NOTE characters of it, none that nobody can see."""
    mine.saved_studies.filter(study=study).update(note=seen(note).strip()[:LONGEST_NOTE])


def move_study(mine: SavedList, study: Study, *, by: int) -> None:
    """One place up (by=-1) or down (by=1); nothing at the end of the list."""
    with transaction.atomic():
        lines = list(mine.saved_studies.select_for_update())
        place = next((n for n, line in enumerate(lines) if line.study_id == study.pk), None)
        if place is None or not 0 <= place + by < len(lines):
            return
        lines.insert(place + by, lines.pop(place))
        for position, line in enumerate(lines):
            line.position = position
        SavedStudy.objects.bulk_update(lines, ["position"])


def delete_list(mine: SavedList) -> None:
    """Really delete: studies, notes, links and the list itself."""
    mine.delete()


def note_use(mine: SavedList, *, now: datetime) -> None:
    """Remember that the list is in use; written at most once a day."""
    if now - mine.used_at > timedelta(days=1):
        SavedList.objects.filter(pk=mine.pk).update(used_at=now)


def purge_unused(*, now: datetime) -> int:
    """Delete the lists that nobody opened for KEPT_UNUSED; how many."""
    return SavedList.objects.filter(used_at__lt=now - KEPT_UNUSED).delete()[0]


def kept_studies(mine: SavedList) -> tuple[Kept, ...]:
    """The list in its order, with what changed in each study since it was saved."""
    lines = list(mine.saved_studies.select_related("study", "study__reading"))
    changes = Change.objects.filter(study__in=[line.study_id for line in lines])
    by_study: dict[int, list[Change]] = {}
    for change in changes:
        by_study.setdefault(change.study_id, []).append(change)
    return tuple(Kept(line, _since(line, by_study)) for line in lines)


def _since(line: SavedStudy, by_study: dict[int, list[Change]]) -> tuple[Change, ...]:
    mine = by_study.get(line.study_id, [])
    return tuple(change for change in mine if change.seen_at > line.saved_at)


def _next_position(kept: SavedList) -> int:
    last: int | None = kept.saved_studies.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
