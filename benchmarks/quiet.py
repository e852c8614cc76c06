"""Waiting until nobody else uses the machine: on a busy one, figures are noise."""

from __future__ import annotations

import os
from time import monotonic, sleep

QUIET = 0.5  # load average over one minute: above it, figures are said to be noisy
PATIENCE = 180.0  # seconds: making the servers has raised the load, and it falls within a minute
PAUSE = 2.0


def is_quiet(patience: float = PATIENCE) -> bool:
    """Whether the machine is quiet, or becomes so within ``patience`` seconds."""
    until = monotonic() + patience
    while os.getloadavg()[0] > QUIET:
        if monotonic() > until:
            return False
        sleep(PAUSE)
    return True
