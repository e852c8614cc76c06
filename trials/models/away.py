"""Telling that the database could not be reached from an error of our own making."""

from __future__ import annotations

from django.db import DatabaseError, InterfaceError, OperationalError


def is_away(error: BaseException | None) -> bool:
    """A session that breaks off in the middle of an answer fails by the plain DatabaseError."""
    return isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError
