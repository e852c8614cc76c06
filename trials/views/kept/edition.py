"""The edition that readers see: its name is noted in Redis at publishing, else asked for."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.dispatch import receiver

from trials.models.edition import Edition, published
from trials.views.kept.copies import shelf
from trials.views.kept.pause import Pause

log = logging.getLogger(__name__)
AWAY = (OperationalError, InterfaceError)
database_is_away = Pause(seconds=5.0)


@dataclass
class Met:
    """The edition that this process was told of last: what one name stands for never changes."""

    edition: Edition | None = None


last_met = Met()


def edition_name(noted: str) -> str | None:
    """The name ``noted``, or by one query; None while the database is away."""
    if noted:
        return noted
    if database_is_away.is_on:
        return None
    try:
        name = edition_called("").name
    except AWAY as error:
        database_is_away.begin()
        log.warning("The database is away: pages come from their copies (%s)", type(error).__name__)
        return None
    shelf().note_edition(name, is_new=False)
    return name


def edition_called(name: str) -> Edition:
    """The edition of readers; asked for, unless it is known by this ``name``. "": always asked."""
    if last_met.edition is None or last_met.edition.name != name:
        last_met.edition = Edition.current()
    return last_met.edition


@receiver(published)
def note(**_signal: object) -> None:
    """From here on, no copy of an earlier edition is served."""
    shelf().note_edition(Edition.current().name, is_new=True)
