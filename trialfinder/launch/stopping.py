"""How the launcher learns that it should stop."""

import signal
from types import FrameType

from trialfinder.launch.terminal import say


class Stopped(BaseException):
    """Somebody asked the launcher to stop: Ctrl-C, SIGTERM, or the terminal was closed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def raise_stopped_once() -> None:
    """Turn the first stop signal into Stopped; later ones are answered, not obeyed twice."""
    asked = False

    def on_signal(number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            say("Still stopping; this takes a few seconds.")
            return
        asked = True
        raise Stopped(number)

    signal.signal(signal.SIGINT, on_signal)
    signal.signal(signal.SIGTERM, on_signal)
    # `nohup` ignores this one on purpose.
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, on_signal)
