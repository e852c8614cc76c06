"""How much memory the site's processes hold, children included."""

import subprocess
from collections import defaultdict

from tests.faults.running import Site


def megabytes(site: Site) -> dict[str, int]:
    """Name of the process -> resident memory of its whole group, in MB."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pgid=,rss="], capture_output=True, text=True, check=True
    )
    by_group: dict[int, int] = defaultdict(int)
    for line in listed.stdout.splitlines():
        group, kilobytes = line.split()
        by_group[int(group)] += int(kilobytes)
    return {name: by_group[one.process.pid] // 1024 for name, one in site.services.items()}
