"""What must be there when some answers never came: every state that may be, and no other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

State = TypeVar("State")


@dataclass
class Open(Generic[State]):
    """One state while every step was answered; more after a step that nobody can tell of."""

    possible: frozenset[State]

    def done(self, step: Callable[[State], State]) -> None:
        """The site said that it is done."""
        self.possible = frozenset(map(step, self.possible))

    def tried(self, step: Callable[[State], State]) -> None:
        """An error, or no answer: done as a whole, or not at all."""
        self.possible |= frozenset(map(step, self.possible))
