"""A Valkey (or Redis) of the project's own, on the loopback address with a random password."""

import signal
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trialfinder.launch.accounts import Account, server_environment
from trialfinder.launch.leftovers import end_leftover
from trialfinder.launch.processes import Process, spawn
from trialfinder.launch.state import keep_secret
from trialfinder.launch.terminal import Refusal, last_lines

LOOPBACK = "127.0.0.1"
# Queued tasks outlive a restart; only what carries an expiry date (cached pages, results)
# is given up when memory is short.
KEPT = {"appendonly": "yes", "maxmemory": "256mb", "maxmemory-policy": "volatile-lru"}
THROW_AWAY = {"appendonly": "no"}


@dataclass
class Valkey:
    program: Path
    folder: Path
    log: Path
    account: Account
    settings: Mapping[str, str]
    password: str
    port: int

    name = "valkey"
    stop_steps = ((signal.SIGTERM, 10.0),)

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@{LOOPBACK}:{self.port}/0"

    def start(self) -> Process:
        self.account.private_file(self.folder / "valkey.conf", self.configuration())
        return spawn(
            [self.program, self.folder / "valkey.conf"],
            log=self.log,
            environ=server_environment(),
            folder=self.folder,
            account=self.account,
        )

    def leave(self) -> None:
        """Nothing of it is outside its folder."""

    def configuration(self) -> str:
        # In a file of its own, because a command line can be read by every user.
        lines = {
            "bind": LOOPBACK,
            "port": str(self.port),
            "requirepass": self.password,
            "daemonize": "no",
            "save": '""',
            "pidfile": '"valkey.pid"',
            **self.settings,
        }
        return "".join(f"{key} {value}\n" for key, value in lines.items())

    def wait_until_ready(self, process: Process, *, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while not self.answers():
            if process.poll() is not None or time.monotonic() > until:
                raise Refusal(
                    f"Valkey did not start on {self.folder}. Its log {self.log} ends:\n"
                    f"{last_lines(self.log)}\n"
                    "Nothing was deleted. It holds only waiting tasks and cached pages: moving "
                    "that folder away is safe."
                )
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=2) as line:
                line.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                replies = line.makefile("rb")
                return [replies.readline(), replies.readline()] == [b"+OK\r\n", b"+PONG\r\n"]
        except OSError:
            return False


def prepare_valkey(
    folder: Path, *, log: Path, program: Path, account: Account, settings: Mapping[str, str]
) -> Valkey:
    """A Valkey on a free port, whose folder nobody else uses, ready to be started."""
    account.private_folder(folder)
    end_leftover(folder / "valkey.pid", mark=str(program), stop_with=signal.SIGTERM)
    password = keep_secret(folder / "password")
    return Valkey(program, folder, log, account, settings, password, free_port())


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind((LOOPBACK, 0))
        return int(asked.getsockname()[1])
