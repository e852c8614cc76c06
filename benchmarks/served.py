"""Contestants as they are deployed: under granian with two workers, on this machine alone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from benchmarks.load_client import HOST, Asked, Told
from trialfinder.launch.site_processes import APPLICATION, THREADS

ROOT = Path(__file__).resolve().parent.parent
WORKERS = "2"
PATIENCE = 60.0
SITE = APPLICATION
BY_HAND = "benchmarks.peers.by_hand_served:application"


@dataclass(frozen=True, slots=True)
class Server:
    """One that answers, and what it is asked."""

    port: int
    addresses: list[str]

    def load(self, *, seconds: float, clients: int = 1, rate: float = 0.0, times: int = 0) -> Told:
        """Ask it for so long, from another process; see ``load_client.Asked``."""
        asked = Asked(self.port, self.addresses, seconds, clients, rate, times, client_core())
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.load_client"],
            input=json.dumps(asdict(asked)),
            capture_output=True,
            cwd=ROOT,
            text=True,
            check=True,
        )
        return Told(**json.loads(done.stdout))

    def turned(self, by: int) -> Server:
        """The same, asked for another address first."""
        by %= len(self.addresses)
        return replace(self, addresses=[*self.addresses[by:], *self.addresses[:by]])


def client_core() -> int | None:
    """The last core, for the client alone where there are more than two; None for one core."""
    cores = os.cpu_count() or 1
    return cores - 1 if cores > 1 else None


@contextmanager
def served(
    application: str, addresses: Sequence[str], environ: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """The application under granian while this lasts; RuntimeError if it doesn't answer."""
    port = _free_port()
    command = [
        *(sys.executable, "-m", "granian", application, "--interface", "wsgi", "--no-ws"),
        *("--host", HOST, "--port", str(port), "--workers", WORKERS, "--no-access-log"),
        *("--blocking-threads", THREADS, "--workers-kill-timeout", "5"),
    ]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(  # noqa: S603 the project's own server
            command, env={**os.environ, **(environ or {})}, cwd=ROOT, stdout=log, stderr=log
        )
        try:
            _wait_until_it_answers(port, process, log)
            yield Server(port, list(addresses))
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_it_answers(port: int, process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    until = monotonic() + PATIENCE
    while not _answers(port):
        if process.poll() is not None or monotonic() > until:
            log.seek(0)
            raise RuntimeError(f"a server of the bench did not start: {log.read()[-2000:]!r}")
        sleep(0.1)


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(1)
        return asking.connect_ex((HOST, port)) == 0


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
