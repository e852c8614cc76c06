"""The index that this process has open: that of the current edition, or none."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from trials.models import Edition
from trials.places import PlaceFound
from trials.search.criteria import Criteria
from trials.search.index.columns import Index
from trials.search.index.files import Damaged, opened
from trials.search.index.folder import folder_of
from trials.search.index.question import Question
from trials.search.text_query import tsquery

log = logging.getLogger(__name__)


@dataclass
class Held:
    """``refused``: the folder that turned out damaged, so that it is told of once.

    One put there in its place is another folder, in spite of its name.
    """

    index: Index | None = None
    refused: tuple[int, int] | None = None


held = Held()


def asked(criteria: Criteria, place: PlaceFound | None) -> tuple[Index, Question] | None:
    """The index and the search as it needs it; None where there is no index of today's data.

    One small query tells both what the current edition is and what PostgreSQL makes of the words.
    """
    words, phrases = tsquery(criteria.q)
    lexemes = f"({words})::text" if words else "NULL"
    sql = f"SELECT number, mark, {lexemes} FROM trials_edition WHERE id = 1"  # noqa: S608 our words
    with connection.cursor() as cursor:
        cursor.execute(sql, phrases)
        row = cursor.fetchone()
    if row is None:
        return None
    number, mark, lexemes = row
    index = _index_of(Edition(number=number, mark=mark).name)
    return (index, Question(criteria, place, lexemes)) if index else None


def _index_of(edition: str) -> Index | None:
    if held.index is None or held.index.edition != edition:
        held.index = _open(folder_of(Path(settings.SEARCH_INDEX_FOLDER), edition))
    return held.index


def _open(folder: Path) -> Index | None:
    try:
        stat = folder.stat()
    except FileNotFoundError:
        return None  # not made yet
    this = (stat.st_ino, stat.st_mtime_ns)
    if this == held.refused:
        return None
    try:
        return opened(folder)
    except Damaged as error:
        held.refused = this
        log.warning("The search's index can't be used, PostgreSQL answers instead: %s", error)
        return None
