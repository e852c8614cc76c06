"""Making an index of the edition that readers see."""

from __future__ import annotations

import logging
from pathlib import Path

from trials.models import Edition, Study
from trials.search.index import folder
from trials.search.index.columns import Index
from trials.search.index.files import write
from trials.search.index.making_sites import sites_and_points
from trials.search.index.making_studies import studies_and_sets
from trials.search.index.making_words import words
from trials.search.index.ranking import agree_with_postgresql

MOST_TRIES = 3
log = logging.getLogger(__name__)


class Moved(Exception):
    """New data were published while the index was made."""


def make_if_due(parent: Path, *, smallest: int) -> bool:
    """Make the current edition's index in ``parent``, unless it is there; whether one was made.

    None is made of fewer studies than ``smallest``, nor while another process makes one: that
    one sees to it that what it made is of the edition that stands at its end.
    """
    with folder.alone(parent) as is_alone:
        if not is_alone:
            return False
        for _ in range(MOST_TRIES):
            edition = Edition.current()
            is_made = folder.folder_of(parent, edition.name).exists()
            if is_made or not edition.number or Study.objects.count() < smallest:
                return False
            try:
                make(parent, edition.name)
            except Moved:
                log.info("New data came while the search's index was made; it is made again")
                continue
            return True
        log.warning("No index was made: new data came each time. The next turn tries again")
        return False


def make(parent: Path, edition: str) -> None:
    """Read everything and put it there. Moved where the data are no longer of this edition.

    Whatever readers see changes only together with the edition, so that what was read between
    two looks at the same edition belongs together.
    """
    with folder.put_whole(parent, edition) as part:
        write(read(edition), part)
        if Edition.current().name != edition:
            raise Moved


def read(edition: str) -> Index:
    """The index of what is in the database now."""
    studies, sets = studies_and_sets()
    sites, points, places, statuses = sites_and_points(studies.id)
    held = words(studies.id)
    return Index(
        edition=edition,
        studies=studies,
        sets=sets,
        sites=sites,
        points=points,
        words=held,
        places=places,
        site_statuses=statuses,
        ranks_agree=agree_with_postgresql(held, studies.id),
    )
