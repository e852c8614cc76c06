"""How much memory the site's processes hold, children included, and how it moves."""

import subprocess
from collections import defaultdict
from statistics import median

from tests.faults.running import Site

GROWTH = 1.10  # of the median; what a process that leaks passes within an hour


def megabytes(site: Site) -> dict[str, int]:
    """Name of each process that runs -> resident memory of its whole group, in MB."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pgid=,rss="], capture_output=True, text=True, check=True
    )
    by_group: dict[int, int] = defaultdict(int)
    for line in listed.stdout.splitlines():
        group, kilobytes = line.split()
        by_group[int(group)] += int(kilobytes)
    running = {name: one.process.pid for name, one in site.services.items()}
    return {name: by_group[pid] // 1024 for name, pid in running.items() if by_group[pid]}


class Memory:
    """Samples of processes that live through all of them."""

    def __init__(self) -> None:
        self.samples: dict[str, list[int]] = defaultdict(list)

    def take(self, site: Site) -> None:
        for name, megabyte in megabytes(site).items():
            self.samples[name].append(megabyte)

    def grows(self) -> list[str]:
        """Those whose last quarter holds more than a tenth more than their second."""
        return [name for name, taken in self.samples.items() if is_growing(taken)]

    def in_words(self) -> list[str]:
        return [
            f"Memory of {name}: {taken[0]} MB, {median(taken):.0f} MB in the middle, "
            f"{max(taken)} MB at most, {taken[-1]} MB at the end ({len(taken)} samples)"
            for name, taken in self.samples.items()
        ]


def is_growing(taken: list[int]) -> bool:
    """The first quarter is left out: processes that are new fill their caches."""
    quarter = len(taken) // 4
    if not quarter:
        return False
    early, late = taken[quarter : 2 * quarter], taken[-quarter:]
    return median(late) > GROWTH * median(early)
