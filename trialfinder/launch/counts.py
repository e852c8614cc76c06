"""Where the web processes of one start keep their counts, so that /metrics can add them up."""

import os
import tempfile
from pathlib import Path

from trialfinder.launch.state import NAME

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"  # the name that prometheus-client has for it
MEMORY = Path("/dev/shm")  # noqa: S108 a folder of a random name is made in it


def counts_folder(state: Path, memory: Path = MEMORY) -> tempfile.TemporaryDirectory[str]:
    """A new folder, gone with the start that made it; in memory where the system has that.

    Not on the data's disk: the files are mapped, and a full disk would kill whoever counts.
    """
    place = memory if os.access(memory, os.W_OK) else state
    return tempfile.TemporaryDirectory(prefix=f"{NAME}-counts-", dir=place)
