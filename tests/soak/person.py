"""Somebody who does one thing after the other on the site, from a seed, until the end."""

import random
import traceback
from threading import Thread

from tests.soak.answers import Around


class Person(Thread):
    """`pause`: seconds between two steps, at most. `broke`: why this person could not go on."""

    def __init__(self, around: Around, *, seed: str, pause: float) -> None:
        super().__init__(daemon=True)
        self.around, self.chance, self.pause = around, random.Random(seed), pause
        self.broke = ""

    def run(self) -> None:
        try:
            while not self.around.stop.wait(self.pause * self.chance.random()):
                self.step()
        except Exception:  # noqa: BLE001 -- it would be lost in this thread
            self.broke = traceback.format_exc()

    def step(self) -> None:
        raise NotImplementedError
