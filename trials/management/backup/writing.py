"""Making a backup: one moment of the database, in a file that only its owner can read."""

from __future__ import annotations

import fcntl
import logging
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from trials.management.backup.errors import BackupRefused
from trials.management.backup.file import Contents, Hashing, Part, write_contents, write_part
from trials.management.backup.tables import Table, kept_tables

log = logging.getLogger(__name__)
UNFINISHED = ".{}.unfinished"


def back_up(target: Path, *, now: datetime) -> tuple[Path, Contents]:
    """Write a backup to a new file, or into a folder under a name of its own."""
    path = target / f"trialfinder-{now:%Y-%m-%dT%H%M%SZ}.backup" if target.is_dir() else target
    if path.exists():
        raise BackupRefused(f"{path} is there already. Nothing was written; name a new file.")
    _refuse_half_migrated()
    try:
        _clear_leftovers(path)
        with _new_file(path) as file:
            return path, _write(file, now=now)
    except OSError as error:
        raise BackupRefused(f"{path} can't be written: {error.strerror or error}") from error


def _refuse_half_migrated() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupRefused(
            "The database has not the tables of this release. Run `prepare` first, or make the "
            "backup with the release that made the tables."
        )


def _clear_leftovers(path: Path) -> None:
    """Remove what backups that were killed left here; one that is being written stays."""
    others = path.parent.glob(UNFINISHED.format("trialfinder-*.backup"))
    for each in {path.with_name(UNFINISHED.format(path.name)), *others}:
        if each.exists() and not _is_being_written(each):
            each.unlink()
            log.warning("%s was left by a backup that did not end; it was removed", each)


def _is_being_written(unfinished: Path) -> bool:
    """Its writer holds a lock on it, which ends with the writer."""
    with unfinished.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that has its name once it is whole and on the disk, readable by its owner alone."""
    unfinished = path.with_name(UNFINISHED.format(path.name))
    descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield file
            file.flush()
            os.fsync(file.fileno())
            unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(file: IO[bytes], *, now: datetime) -> Contents:
    """All tables as they are at one moment, whatever is written meanwhile."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
        parts = tuple(_part(archive, table) for table in kept_tables())
        contents = Contents(now, tuple(MigrationRecorder(connection).applied_migrations()), parts)
        write_contents(archive, contents)
    return contents


def _part(archive: zipfile.ZipFile, table: Table) -> Part:
    def copy(out: Hashing) -> None:
        with connection.cursor() as cursor, connection.wrap_database_errors:
            cursor.copy_expert(f"COPY {table.copied} TO STDOUT", out)

    return write_part(archive, table, copy)
