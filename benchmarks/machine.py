"""On what was measured: versions, the commit, and how busy the machine was."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.db import connection

from benchmarks.quiet import QUIET

PACKAGES = (
    "Django",
    "Jinja2",
    "psycopg2-binary",
    "granian",
    "djangorestframework",
    "django-filter",
    "numpy",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """``load``: the average over one minute before the bench began."""

    cores: int
    load: float
    python: str
    postgres: str
    packages: tuple[tuple[str, str], ...]
    commit: str

    @property
    def is_busy(self) -> bool:
        return self.load > QUIET


def machine() -> Machine:
    """This one, now."""
    return Machine(
        cores=os.cpu_count() or 1,
        load=os.getloadavg()[0],
        python=platform.python_version(),
        postgres=_postgres(),
        packages=tuple((name, found) for name in PACKAGES if (found := _version(name))),
        commit=_commit(),
    )


def _postgres() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0]).split()[0]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _commit() -> str:
    """The commit, and whether files differ from it; "unknown" outside a checkout."""
    commit = _git("rev-parse", "--short", "HEAD")
    if not commit:
        return "unknown"
    return f"{commit} with changes" if _git("status", "--porcelain", "-uno") else commit


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(Path(__file__).parent), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
