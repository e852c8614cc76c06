"""The backup's file: a ZIP of the tables' rows, as COPY writes them, and of what they are.

`contents.json` comes last and names every table with its columns, its number of rows and the
SHA-256 of its bytes; the archive's comment is the SHA-256 of `contents.json`.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from trials.management.backup.errors import BackupRefused
from trials.management.backup.tables import Table

FORMAT = 1
CONTENTS = "contents.json"
CHUNK = 1 << 20
# What zipfile says of a damaged archive: a bit in a header may name a way of packing that it
# doesn't know (NotImplementedError), or a password (RuntimeError, which is its parent).
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OverflowError),
    *(KeyError, TypeError, ValueError),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One table's rows in the file."""

    table: Table
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds. ``migrations``: [app, name] of each that its tables had."""

    made_at: datetime
    migrations: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    format: int = FORMAT

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), default=str, indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Contents:
        read: dict[str, Any] = json.loads(text)
        parts = (
            Part(
                Table(**(part["table"] | {"columns": tuple(part["table"]["columns"])})),
                part["rows"],
                part["sha256"],
            )
            for part in read["parts"]
        )
        migrations = tuple((app, name) for app, name in read["migrations"])
        made_at = datetime.fromisoformat(read["made_at"])
        return cls(made_at, migrations, tuple(parts), read["format"])


class Hashing:
    """A stream that hashes and counts what passes: bytes, and lines, which are rows."""

    def __init__(self, under: IO[bytes]) -> None:
        self._under = under
        self._hash = hashlib.sha256()
        self.rows = 0

    def write(self, data: bytes | str) -> int:
        raw = data.encode() if isinstance(data, str) else bytes(data)
        self._note(raw)
        self._under.write(raw)
        return len(data)

    def read(self, size: int = CHUNK) -> bytes:
        raw = self._under.read(size)
        self._note(raw)
        return raw

    def _note(self, raw: bytes) -> None:
        self._hash.update(raw)
        self.rows += raw.count(b"\n")

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def write_part(archive: zipfile.ZipFile, table: Table, copy: Callable[[Hashing], None]) -> Part:
    """Put one table into the archive; ``copy`` writes its rows."""
    with archive.open(table.name, "w", force_zip64=True) as out:
        stream = Hashing(out)
        copy(stream)
    return Part(table, stream.rows, stream.sha256)


def write_contents(archive: zipfile.ZipFile, contents: Contents) -> None:
    text = contents.to_json()
    archive.writestr(CONTENTS, text)
    archive.comment = hashlib.sha256(text).hexdigest().encode()


def checked(path: Path) -> Contents:
    """What the file holds, once every byte of it has been looked at; else BackupRefused."""
    try:
        with zipfile.ZipFile(path) as archive:
            contents = _contents(archive)
            for part in contents.parts:
                _check(archive, part)
    except DAMAGE as error:
        raise BackupRefused(
            f"{path} is damaged, cut short, or no backup of this site ({error}). "
            "Nothing was changed."
        ) from error
    except OSError as error:
        raise BackupRefused(f"{path} can't be read: {error.strerror or error}") from error
    return contents


def _contents(archive: zipfile.ZipFile) -> Contents:
    text = archive.read(CONTENTS)
    if archive.comment.decode("ascii", "replace") != hashlib.sha256(text).hexdigest():
        raise ValueError("its list of contents is not as it was written")
    _check_format(text)
    return Contents.from_json(text)


def _check_format(text: bytes) -> None:
    written = json.loads(text).get("format")
    if written != FORMAT:
        raise BackupRefused(
            f"The backup has format {written}; this release reads format {FORMAT}. Put it back "
            "with the release that made it, or a newer one."
        )


def _check(archive: zipfile.ZipFile, part: Part) -> None:
    with archive.open(part.table.name) as stream:
        hashing = Hashing(stream)
        while hashing.read():
            pass
    if (hashing.sha256, hashing.rows) != (part.sha256, part.rows):
        raise ValueError(f"the rows of {part.table.name} are not as they were written")
