"""How PostgreSQL plans our statements: for a catalogue that lies in memory."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

# A page's statement takes milliseconds; compiling it (jit) would take longer than running it.
# Any page of memory or of a modern disk is as near as the next one: without that, PostgreSQL
# reads and unpacks every study's words rather than use their index.
PLANNING = "SELECT set_config('jit', 'off', false), set_config('random_page_cost', '1.1', false)"


def plan_for_memory() -> None:
    """For every connection that this process opens from now on."""
    connection_created.connect(_on_connection, weak=False, dispatch_uid="planning")


def _on_connection(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(PLANNING)
