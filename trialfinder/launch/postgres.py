"""A PostgreSQL of the project's own, on a Unix socket that only its user can reach."""

import contextlib
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from trialfinder.launch.accounts import Account, server_environment
from trialfinder.launch.embedded import major_version
from trialfinder.launch.processes import Process, spawn
from trialfinder.launch.terminal import Refusal, last_lines, say

NAME = "trialfinder"
BUILTIN_LOCALE_SINCE = 17
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass
class Postgres:
    """One data folder and the server on it. `settings` are PostgreSQL's own."""

    programs: Path
    folder: Path
    log: Path
    account: Account
    settings: Mapping[str, str]
    sockets: Path

    name = "postgres"
    stop_steps = ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0))

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def url(self) -> str:
        return f"postgres://{NAME}@{quote(str(self.sockets), safe='')}/{NAME}"

    def start(self) -> Process:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            # A statement holds what somebody searched for: none is written down when it fails.
            "log_min_error_statement": "panic",
        }
        command: list[str | Path] = [self.programs / "postgres", "-D", self.data]
        for key, value in {**options, **self.settings}.items():
            command += ["-c", f"{key}={value}"]
        return spawn(
            command,
            log=self.log,
            environ=server_environment(),
            folder=self.data,
            account=self.account,
            dies_by=signal.SIGINT,
        )

    def leave(self) -> None:
        """Once stopped: a socket folder outside the state folder was for this run alone."""
        if self.sockets != self.folder:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def wait_until_ready(self, process: Process, *, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while not self.says_ready(process.pid):
            if process.poll() is not None or time.monotonic() > until:
                raise Refusal(
                    f"PostgreSQL did not start on {self.data}. Its log {self.log} ends:\n"
                    f"{last_lines(self.log)}\n"
                    "Nothing was deleted. If the data can't be saved, move that folder away: the "
                    "next start makes a new one and fills it again."
                )
            time.sleep(0.02)

    def says_ready(self, pid: int) -> bool:
        """The lock file holds the server's process number first and its state last."""
        with contextlib.suppress(OSError):
            first, *_, state = (self.data / "postmaster.pid").read_text().splitlines() or ["", ""]
            return first == str(pid) and state.strip() == "ready"
        return False

    def make_data(self) -> None:
        """A new cluster, complete or not at all. Sorting is by code point, as in production."""
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        say("Making the database folder.")
        done = self.run("initdb", "-D", str(unfinished), "-U", NAME, *self.initdb_options())
        if done.returncode != 0:
            raise Refusal(f"The database folder could not be made:\n{done.stderr.strip()}")
        unfinished.rename(self.data)

    def initdb_options(self) -> list[str]:
        options = ["--auth=trust", "--encoding=UTF8", "--no-sync"]
        if major_version(self.programs) >= BUILTIN_LOCALE_SINCE:
            return [*options, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return [*options, "--locale=C.UTF-8"]

    def make_database(self) -> None:
        asked = self.ask("select 1 from pg_database where datname = 'trialfinder'")
        if not asked.strip():
            self.ask(f"create database {NAME}")

    def ask(self, sql: str) -> str:
        done = self.run(
            "psql", "-h", str(self.sockets), "-U", NAME, "-d", "postgres", "-XAtqc", sql
        )
        if done.returncode != 0:
            raise Refusal(f"The database did not answer: {done.stderr.strip()}")
        return done.stdout

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.account.run([self.programs / program, *arguments], folder=self.folder)
