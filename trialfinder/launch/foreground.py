"""Commands that run on this terminal while the launcher waits."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType

from trialfinder.launch.processes import (
    Command,
    Process,
    dies_with_launcher,
    exit_code,
    started,
    wait_for,
)
from trialfinder.launch.stopping import Stopped

STDERR = 2


def foreground(
    command: Command,
    *,
    environ: Mapping[str, str],
    folder: Path,
    stdout: int | None = None,
    keeps_interrupts: bool = False,
) -> int:
    """The command's exit code, after it has run on this terminal.

    `stdout` is where its standard output goes, such as STDERR. With `keeps_interrupts` Ctrl-C is
    the command's own matter, as in a shell or a test run.
    """
    with started(command):
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=environ,
            stdout=stdout,
            preexec_fn=dies_with_launcher(signal.SIGTERM),  # noqa: PLW1509 - no threads
        )
    with interrupts_left_to(child) if keeps_interrupts else contextlib.nullcontext():
        return exit_code(wait_or_end(child))


def wait_or_end(child: Process) -> int:
    try:
        return child.wait()
    except Stopped as stopped:
        # The terminal has sent its Ctrl-C to the child as well.
        if stopped.number != signal.SIGINT or not os.isatty(0):
            child.send_signal(stopped.number)
        if not wait_for(child, seconds=10):
            child.kill()
        child.wait()
        raise


@contextlib.contextmanager
def interrupts_left_to(child: Process) -> Iterator[None]:
    def pass_on(number: int, _frame: FrameType | None) -> None:
        if not os.isatty(0):
            child.send_signal(number)

    before = signal.signal(signal.SIGINT, pass_on)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
