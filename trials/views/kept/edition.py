"""The name of the edition that readers see: noted in Redis at publishing, else asked for."""

from __future__ import annotations

import logging

from django.db import InterfaceError, OperationalError
from django.dispatch import receiver

from trials.models.edition import Edition, published
from trials.views.kept.copies import shelf
from trials.views.kept.pause import Pause

log = logging.getLogger(__name__)
AWAY = (OperationalError, InterfaceError)
database_is_away = Pause(seconds=5.0)


def edition_name(noted: str) -> str | None:
    """The name ``noted``, or by one query; None while the database is away."""
    if noted:
        return noted
    if database_is_away.is_on:
        return None
    try:
        name = Edition.current().name
    except AWAY as error:
        database_is_away.begin()
        log.warning("The database is away: pages come from their copies (%s)", type(error).__name__)
        return None
    shelf().note_edition(name, is_new=False)
    return name


@receiver(published)
def note(**_signal: object) -> None:
    """From here on, no copy of an earlier edition is served."""
    shelf().note_edition(Edition.current().name, is_new=True)
