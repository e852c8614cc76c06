"""Do PostgreSQL and Redis answer? Asked anew each time, with little patience."""

from __future__ import annotations

import functools

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from redis.exceptions import RedisError, ResponseError

from trialfinder.watching.tasks import redis_at
from trials.views.health.lines import Line

PATIENCE = 2  # seconds, for a connection and for each statement
GONE = "does not answer"
REFUSES = "answers, but refuses: the password, or the number of the database"
CANNOT_WRITE = "answers, but can't write to its disk: full, or failing"


def postgres() -> tuple[Line, Line]:
    """The server, and whether its tables are those of this release.

    Over a connection of its own: one that is kept open hangs with a server that hangs.
    """
    asked = connection.copy()
    patience = {"connect_timeout": PATIENCE, "options": f"-c statement_timeout={PATIENCE}s"}
    asked.settings_dict["OPTIONS"] = {**asked.settings_dict["OPTIONS"], **patience}
    try:
        with asked.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            missing = _wanted() - set(cursor.fetchall())
    except Error as error:
        return _without_an_answer(error)
    finally:
        asked.close()
    return Line("postgres", is_well=True, words="answers"), _tables(missing=len(missing))


def _without_an_answer(error: Error) -> tuple[Line, Line]:
    if getattr(error.__cause__, "pgcode", None) == "42P01":  # undefined_table: an empty database
        return Line("postgres", is_well=True, words="answers"), _tables(missing=len(_wanted()))
    unknown = Line("tables", is_well=False, words="unknown while PostgreSQL does not answer")
    return Line("postgres", is_well=False, words=GONE), unknown


def _tables(*, missing: int) -> Line:
    if not missing:
        return Line("tables", is_well=True, words="those of this release")
    words = f"{missing} migrations are missing; run: python manage.py prepare"
    return Line("tables", is_well=False, words=words)


@functools.cache
def _wanted() -> set[tuple[str, str]]:
    """The last migration of each app in this release."""
    return set(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def redis() -> tuple[Line, ...]:
    """One line for each Redis database that the site uses, named by what it is for."""
    return tuple(_redis(name, url) for name, url in addresses().items())


def addresses() -> dict[str, str]:
    """The broker's, and that of the kept pages where pages are kept; they may be one server."""
    pages = {"pages": settings.PAGES_CACHE_URL} if settings.PAGES_CACHE_URL else {}
    return {"broker": settings.CELERY_BROKER_URL, **pages}


def _redis(name: str, url: str) -> Line:
    try:
        redis_at(url).ping()
    except ResponseError as error:
        words = CANNOT_WRITE if str(error).startswith("MISCONF") else REFUSES
        return Line(name, is_well=False, words=words)
    except RedisError:
        return Line(name, is_well=False, words=GONE)
    return Line(name, is_well=True, words="answers")
