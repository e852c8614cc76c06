"""Small disks, and filling them."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from trialfinder.launch.tests import temporary_folder


@contextlib.contextmanager
def small_disk(room: str) -> Iterator[Path]:
    """A file system of its own, small enough to be filled; only root can make one."""
    with temporary_folder() as folder:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={room},mode=711", "tmpfs", folder],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode != 0:
            pytest.skip(f"a small disk can't be made here: {made.stderr.strip()}")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Not a byte is left on the disk while this lasts."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * (os.statvfs(disk).f_bsize))
    try:
        yield
    finally:
        ballast.unlink()
