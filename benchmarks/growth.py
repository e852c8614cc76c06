"""By how much a fresh process grows while it makes the export: what it held before hides nothing.

A process that compared two files holds their memory still, and grows by nothing for a third.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
STATUS = Path("/proc/self/status")
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Grown:
    """MB: by how much it grew at most, over what it had at its start; and the file's size."""

    memory: float
    file: float


def grown(columns: Sequence[str]) -> Grown | None:
    """For the file of these columns, one row a site; None where the system doesn't tell."""
    if not STATUS.exists():
        return None
    done = subprocess.run(  # noqa: S603 this module
        [sys.executable, "-m", "benchmarks.growth", *columns],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        check=True,
    )
    return Grown(**json.loads(done.stdout))


def main(columns: Sequence[str]) -> None:
    """Make the file, keep nothing of it, and print how it went."""
    django.setup()
    from benchmarks.rows.export import ordered, parts  # noqa: PLC0415 needs Django set up

    order = ordered(*columns)
    before = _told("VmRSS")
    size = sum(map(len, parts(order)))
    print(json.dumps(asdict(Grown(_told("VmHWM") - before, size / MB))))


def _told(name: str) -> float:
    """MB in memory now (VmRSS), or at most since the process began (VmHWM)."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
