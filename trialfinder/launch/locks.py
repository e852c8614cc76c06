"""Two starts on one state folder: the first owns the servers, others are guests or refused."""

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from trialfinder.launch.terminal import Refusal, say

OWNER_LOCK = "owner.lock"
GUEST_LOCK = "guests.lock"
NOTE = "running.json"


@dataclass(frozen=True)
class Owner:
    """Who holds the servers of a state folder, and where they are once they answer."""

    pid: int
    doing: str
    address: str
    servers: Mapping[str, str] | None = None

    def write(self, state: Path) -> None:
        unfinished = state / f"{NOTE}.{self.pid}"
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(asdict(self)), encoding="utf-8")
        unfinished.replace(state / NOTE)


def read_owner(state: Path) -> Owner | None:
    """The owner's note, or None where there is none or its writer is gone."""
    try:
        owner = Owner(**json.loads((state / NOTE).read_text(encoding="utf-8")))
        os.kill(owner.pid, 0)
    except (OSError, ValueError, TypeError):
        return None
    return owner


@contextlib.contextmanager
def held(path: Path, how: int) -> Iterator[bool]:
    """A lock on a file for as long as the block runs; False if another has it."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


@contextlib.contextmanager
def ownership(state: Path, *, doing: str, address: str) -> Iterator[bool]:
    """Own the state folder's servers; False if another start owns them."""
    with held(state / OWNER_LOCK, fcntl.LOCK_EX) as mine:
        if not mine:
            yield False
            return
        Owner(os.getpid(), doing, address).write(state)
        try:
            yield True
        finally:
            (state / NOTE).unlink(missing_ok=True)


def announce(state: Path, *, doing: str, address: str, servers: Mapping[str, str]) -> None:
    """Say where the servers are, so that other commands can use them."""
    Owner(os.getpid(), doing, address, servers).write(state)


@contextlib.contextmanager
def as_guest(state: Path) -> Iterator[Mapping[str, str] | None]:
    """The addresses of the owner's servers, kept running while the block runs; or None."""
    with held(state / GUEST_LOCK, fcntl.LOCK_SH) as welcome:
        owner = read_owner(state) if welcome else None
        yield owner.servers if owner else None


@contextlib.contextmanager
def last_to_leave(state: Path) -> Iterator[Callable[[], None]]:
    """Gives a function that waits until no guest is left, and lets none in after it."""
    with (state / GUEST_LOCK).open("a") as file:
        yield lambda: wait_for_lock(
            file, waiting="Another command still uses the database; waiting for it to finish."
        )


def wait_for_lock(file: IO[str], *, waiting: str) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say(waiting)
        fcntl.flock(file, fcntl.LOCK_EX)


@contextlib.contextmanager
def one_at_a_time(path: Path, *, waiting: str) -> Iterator[None]:
    """Hold a lock, waiting for it as long as it takes; `waiting` is said if it does."""
    with path.open("a") as file:
        wait_for_lock(file, waiting=waiting)
        yield


def refuse_second(state: Path) -> Refusal:
    owner = read_owner(state)
    if owner is None:
        return Refusal("Another start is using this state folder. Try again in a moment.")
    if owner.doing == "site":
        return Refusal(
            f"The site is already running at {owner.address} (process {owner.pid}). "
            "Stop it with Ctrl-C in its terminal, or open that address."
        )
    return Refusal(
        f"`./run {owner.doing}` is using the database (process {owner.pid}). "
        "Wait until it has finished, then run this again."
    )


def wait_a_little(until: float) -> None:
    if time.monotonic() > until:
        raise Refusal("Waited two minutes for another start to get ready; it didn't. Try again.")
    time.sleep(0.1)
