"""Which code and settings make what is sent: by their content, in a checkout and an image."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

FOLDERS = ("trials", "trialfinder", "templates", "static")
LEFT_OUT = ".pyc"


@cache
def code_version() -> str:
    """Moves with every file and setting. Read once: a process keeps the code it began with."""
    digest = sha256()
    for path in sorted(_files(settings.ROOT)):
        digest.update(f"{path}\n".encode())
        digest.update(sha256(path.read_bytes()).digest())
    digest.update(settings_text().encode())
    return digest.hexdigest()


def settings_text() -> str:
    """All settings, since any of them may be seen on a page: the contact, the site's name."""
    names = sorted(name for name in dir(settings) if name.isupper())
    return json.dumps([[name, getattr(settings, name)] for name in names], default=str)


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (path for path in (root / folder).rglob("*") if _counts(path))
    yield root / "requirements.txt"
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists():
        yield manifest


def _counts(path: Path) -> bool:
    return path.suffix != LEFT_OUT and path.is_file()
