"""Servers that an earlier launcher left behind, where the kernel didn't stop them with it."""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

from trialfinder.launch.terminal import say


def command_of(pid: int) -> str:
    """The command line of a running process; empty if there is none."""
    proc = Path("/proc")
    if (proc / "self").exists():
        try:
            return (proc / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (OSError, UnicodeDecodeError):
            return ""
    listed = subprocess.run(
        ["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return listed.stdout.strip()


def end_leftover(pid_file: Path, *, mark: str, stop_with: signal.Signals) -> None:
    """Stop a server that an earlier launcher left behind; clear a pid file that nobody holds.

    `mark` must be in the server's command line: the number may belong to another process by
    now. Safe because the caller holds the state folder's lock.
    """
    try:
        pid = int(pid_file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return
    if mark not in command_of(pid):
        pid_file.unlink()
        return
    say("Stopping a server that an earlier start left behind.")
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, stop_with)
    until = time.monotonic() + 20
    while mark in command_of(pid) and time.monotonic() < until:
        time.sleep(0.05)
