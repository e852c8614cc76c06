"""Child processes, started so that none outlives the launcher."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from trialfinder.launch.accounts import Account
from trialfinder.launch.terminal import Refusal

PR_SET_PDEATHSIG = 1
Process = subprocess.Popen[bytes]
Command = Sequence[str | Path]
# Signals, each with the seconds that it is given before the next, firmer one.
Steps = Sequence[tuple[signal.Signals, float]]
PRESENT = Account()


def dies_with_launcher(number: signal.Signals) -> Callable[[], None]:
    """What a child does before it starts: on Linux, ask for a signal when its parent dies."""
    parent = os.getpid()
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def in_child() -> None:
        if libc is None:
            return
        libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return in_child


def spawn(
    command: Command,
    *,
    log: Path,
    environ: Mapping[str, str],
    folder: Path,
    account: Account = PRESENT,
    dies_by: signal.Signals = signal.SIGTERM,
) -> Process:
    """A process in the background, out of reach of the terminal's Ctrl-C, writing to `log`."""
    with log.open("ab") as output, started(command):
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=environ,
            start_new_session=True,
            preexec_fn=dies_with_launcher(dies_by),  # noqa: PLW1509 - there are no threads
            user=account.uid,
            group=account.gid,
            extra_groups=account.other_groups,
            umask=0o077,
        )


@contextlib.contextmanager
def started(command: Command) -> Iterator[None]:
    try:
        yield
    except (OSError, subprocess.SubprocessError) as error:
        raise Refusal(f"{command[0]} could not be started: {error}") from error


def exit_code(returned: int) -> int:
    """The shell's way of telling that a signal ended a process: 128 and its number."""
    return returned if returned >= 0 else 128 - returned


def wait_for(process: Process, *, seconds: float) -> bool:
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def end_group(process: Process) -> None:
    """Force whatever a background process has left behind in its group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
