"""How long one statement may take where somebody waits for a page."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db import Error, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

QUERY_CANCELED = "57014"  # PostgreSQL, appendix A: error codes
T = TypeVar("T")


def limit_statements(milliseconds: int) -> None:
    """For this process: a statement that takes longer is cut off. 0 sets no limit.

    Only the web server calls this: syncs, the worker, commands and migrations take their time.
    """

    def on_connection(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
        set_limit(connection, str(milliseconds))

    connection_created.connect(on_connection, weak=False, dispatch_uid="statement time-out")


def set_limit(connection: BaseDatabaseWrapper, limit: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [limit])


@contextlib.contextmanager
def unlimited() -> Iterator[None]:
    """For whole files, which take as long as they are long."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        (before,) = cursor.fetchone()
    if before == "0":
        yield
        return
    set_limit(connection, "0")
    try:
        yield
    finally:
        with contextlib.suppress(Error):  # a connection that broke has no limit to give back
            set_limit(connection, before)


def without_limit(parts: Iterable[T]) -> Iterator[T]:
    """The same parts, made without a limit."""
    with unlimited():
        yield from parts


def is_cut_off(error: BaseException | None) -> bool:
    """Whether the statement took too long."""
    return getattr(getattr(error, "__cause__", None), "pgcode", "") == QUERY_CANCELED
