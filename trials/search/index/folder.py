"""Where an index lies: a folder named after its edition, put there whole or not at all."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FORM = 2  # moves when the files' meaning does, so that new code never reads old files
_PART = ".part-"


def folder_of(parent: Path, edition: str) -> Path:
    """The index of this edition, whether or not it is there."""
    return parent / f"{FORM}-{edition}"


@contextmanager
def put_whole(parent: Path, edition: str) -> Iterator[Path]:
    """A new folder to fill; renamed to its edition's at the end, and the others removed.

    A process that has an earlier one open goes on reading it: a file lives on while it is mapped.
    """
    part = Path(tempfile.mkdtemp(prefix=_PART, dir=parent))
    try:
        yield part
        part.chmod(0o755)  # web processes may run under another name than the worker
        part.rename(folder_of(parent, edition))
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    _remove_others(parent, edition)


def _remove_others(parent: Path, edition: str) -> None:
    kept = folder_of(parent, edition)
    for other in parent.iterdir():
        if other.is_dir() and other != kept and _is_ours(other):
            shutil.rmtree(other, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Nothing else that somebody keeps in the same folder is ever removed."""
    first, _, rest = folder.name.partition("-")
    return folder.name.startswith(_PART) or (first.isdecimal() and bool(rest))


@contextmanager
def alone(parent: Path) -> Iterator[bool]:
    """Whether nobody else on this machine makes an index there; until the end, nobody can."""
    parent.mkdir(parents=True, exist_ok=True)
    with (parent / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
