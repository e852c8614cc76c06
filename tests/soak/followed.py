"""What one address asked for by mail, how it was answered, and which alerts may stand then."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

AlertRow = tuple[str, str, str]
"""State, what it follows (a study's id or the search), rhythm."""


class Said(StrEnum):
    """How something was answered."""

    NOT_YET = "not asked"
    UNSURE = "no answer"
    DONE = "done"


@dataclass
class Followed:
    """`asks` were answered as done, `tries` not; then the links of the mail."""

    email: str
    subject: str
    frequency: str
    asks: int = 0
    tries: int = 0
    confirmed: Said = Said.NOT_YET
    ended: Said = Said.NOT_YET

    def allows(self, alerts: Sequence[AlertRow]) -> bool:
        """Whether these may be the address's alerts, all of them."""
        if any(alert[1:] != (self.subject, self.frequency) for alert in alerts):
            return False
        states = [state for state, *_ in alerts]
        return states == ["active"] if self._is_active else states in self._others()

    @property
    def _is_active(self) -> bool:
        return self.confirmed is Said.DONE and self.ended is Said.NOT_YET

    def _others(self) -> list[list[str]]:
        pending = [["pending"] * count for count in range(self.asks, self.asks + self.tries + 1)]
        if self.ended is Said.DONE:
            return [[]]
        if self.ended is Said.UNSURE:
            return [[], ["active"]]
        return [*pending, ["active"]] if self.confirmed is Said.UNSURE else pending
