"""A search's answer by the index of ADR 13; None wherever PostgreSQL has to be asked instead.

NumPy is needed only where the index is switched on, so nothing here imports it before.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from django.conf import settings

from trials.places import PlaceFound
from trials.search.answer import Answer
from trials.search.criteria import Criteria
from trials.search.results import Tally

log = logging.getLogger(__name__)


def answer(criteria: Criteria, place: PlaceFound | None, *, page_size: int) -> Answer | None:
    """What Statement.sql asks for; with a ``page_size`` of 0 Statement.counts_sql."""
    if not (index := _index()):
        return None
    found: Answer | None = index.answer(criteria, place, page_size=page_size)
    return found


def tally(criteria: Criteria, place: PlaceFound | None) -> Tally | None:
    """What Statement.tally_sql asks for."""
    if not (index := _index()):
        return None
    found: Tally | None = index.tally(criteria, place)
    return found


def less(criteria: Criteria, place: PlaceFound | None) -> dict[str, int] | None:
    """What Statement.less_sql asks for: filter that is set -> studies found without it."""
    if not (index := _index()):
        return None
    found: dict[str, int] | None = index.less(criteria, place)
    return found


def is_wanted() -> bool:
    """Whether the settings name a folder, and NumPy is there."""
    return bool(settings.SEARCH_INDEX_FOLDER) and has_numpy()


def make_if_due() -> bool:
    """Make the index of today's data, unless it is there; whether one was made."""
    making = import_module("trials.search.index.making")
    folder, smallest = Path(settings.SEARCH_INDEX_FOLDER), settings.SEARCH_INDEX_FROM
    return bool(making.make_if_due(folder, smallest=smallest))


def _index() -> ModuleType | None:
    return import_module("trials.search.index.answering") if is_wanted() else None


@cache
def has_numpy() -> bool:
    """Whether it is installed; the log is told once where it is not."""
    if find_spec("numpy"):
        return True
    log.warning("SEARCH_INDEX_FOLDER is set without NumPy (docs/operations.md): no index is used")
    return False
