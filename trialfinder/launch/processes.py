"""Child processes: started so that none outlives the launcher, and stopped with patience."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType

from trialfinder.launch.accounts import Account
from trialfinder.launch.terminal import Refusal, say

PR_SET_PDEATHSIG = 1
STDERR = 2
Process = subprocess.Popen[bytes]
Command = Sequence[str | Path]
# Signals, each with the seconds that it is given before the next, firmer one.
Steps = Sequence[tuple[signal.Signals, float]]
PRESENT = Account()


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
