"""Putting a backup back: into tables as they were when it was made, then brought up to date."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from trials.management.backup.errors import BackupRefused
from trials.management.backup.file import Contents, Hashing, Part, checked
from trials.management.backup.tables import is_empty
from trials.models import Edition
from trials.sync.lock import LOCK

Migration = tuple[str, str]
OUR_TABLES = """
    SELECT quote_ident(tablename) FROM pg_tables
    WHERE schemaname = current_schema() AND tableowner = current_user"""


def put_back(path: Path, *, replace: bool, now: datetime) -> Contents:
    """All of the backup, or nothing. BackupRefused where it can't or should not be done."""
    contents = checked(path)
    _refuse_newer(contents)
    if not replace and not is_empty():
        raise BackupRefused(
            "The database is not empty. Nothing was changed. To give up what it holds now, say "
            "--replace; a backup of it made first does no harm."
        )
    try:
        with transaction.atomic(), zipfile.ZipFile(path) as archive:
            _replace_everything(archive, contents, now=now)
    except DatabaseError as error:
        first_line = str(error).partition("\n")[0]  # the others may quote a row
        raise BackupRefused(
            f"The database could not do it, and nothing was changed. It said: {first_line}"
        ) from error
    return contents


def _refuse_newer(contents: Contents) -> None:
    known = MigrationExecutor(connection).loader.disk_migrations or {}
    unknown = [f"{app}.{name}" for app, name in contents.migrations if (app, name) not in known]
    if unknown:
        raise BackupRefused(
            "The backup was made by a newer release: this one does not know "
            f"{', '.join(unknown)}. Nothing was changed. Put it back with that release."
        )


def _replace_everything(archive: zipfile.ZipFile, contents: Contents, *, now: datetime) -> None:
    _alone()
    _drop_tables()
    _migrate_to(_last_of_each_app(contents.migrations))
    _empty([part.table.name for part in contents.parts])
    for part in contents.parts:
        _load(archive, part)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    _migrate_to(MigrationExecutor(connection).loader.graph.leaf_nodes())
    Edition.publish(now=now)


def _alone() -> None:
    """No sync beside this, and no endless wait for somebody who holds a table."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL lock_timeout = '20s'")
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        if cursor.fetchone() == (False,):
            raise BackupRefused("A sync is running. Nothing was changed; wait until it has ended.")


def _drop_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute(OUR_TABLES)
        names = [name for (name,) in cursor.fetchall()]
        if names:
            cursor.execute(f"DROP TABLE {', '.join(names)} CASCADE")


def _last_of_each_app(migrations: Collection[Migration]) -> list[Migration]:
    """Those that no other of them builds on, within an app."""
    nodes = MigrationExecutor(connection).loader.graph.node_map
    return [
        (app, name)
        for app, name in migrations
        if not any(
            child.key in migrations and child.key[0] == app for child in nodes[app, name].children
        )
    ]


def _migrate_to(migrations: list[Migration]) -> None:
    """Only the tables: what Django fills in after a migration comes from the backup."""
    MigrationExecutor(connection).migrate(migrations)


def _empty(names: list[str]) -> None:
    quoted = ", ".join(connection.ops.quote_name(name) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {quoted}")


def _load(archive: zipfile.ZipFile, part: Part) -> None:
    table = part.table
    with (
        archive.open(table.name) as rows,
        connection.cursor() as cursor,
        connection.wrap_database_errors,
    ):
        cursor.copy_expert(f"COPY {table.copied} FROM STDIN", Hashing(rows))
        for column, last in table.sequences.items():
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(quote_ident(%s), %s), %s, %s)",
                [table.name, column, max(last, 1), last > 0],
            )
