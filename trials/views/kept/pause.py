"""Leaving a server alone for a while after it failed, so that not every reader waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Pause:
    """Off at first; on for ``seconds`` after each ``begin``."""

    seconds: float
    clock: Callable[[], float] = time.monotonic
    until: float = float("-inf")

    @property
    def is_on(self) -> bool:
        return self.clock() < self.until

    def begin(self) -> None:
        self.until = self.clock() + self.seconds
