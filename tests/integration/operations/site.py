"""A whole site behind one address, and servers that can be stopped and frozen."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.servers import Server
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.site_processes import LINES
from trialfinder.launch.valkey import Valkey

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0
AnyServer = Server[Postgres] | Server[Valkey]
TOKEN = "a token for the tests of metrics"


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    headers: dict[str, str]

    @property
    def lines(self) -> dict[str, str]:
        """A health check's words, by the name of their line."""
        return dict(line.split(": ", 1) for line in self.text.splitlines())


def _lowered(response: http.client.HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in response.getheaders()}


@dataclass
class Site:
    """Two web processes behind one address; ``log`` is what they wrote."""

    port: int
    log: Path
    postgres: Server[Postgres]
    redis: Server[Valkey]

    def get(self, path: str, **headers: str) -> Answer:
        """One request; redirects are answers."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with closing(line):
            line.request("GET", path, headers=named)
            response = line.getresponse()
            return Answer(response.status, response.read().decode(), _lowered(response))

    def until(self, path: str, is_so: Callable[[Answer], bool]) -> Answer:
        """Ask until each of several answers in a row, so from both processes, is so."""
        tick, seen = threading.Event(), 0
        for _ in range(int(PATIENCE / 0.05)):
            answer = self.get(path)
            seen = seen + 1 if is_so(answer) else 0
            if seen == 8:
                return answer
            tick.wait(0.05)
        pytest.fail(f"{path} kept answering {answer.status}:\n{answer.text}")


@contextmanager
def frozen(server: AnyServer) -> Iterator[None]:
    """A server that takes connections and never answers."""
    assert server.service is not None
    server.service.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        server.service.process.send_signal(signal.SIGCONT)


@contextmanager
def stopped(server: AnyServer) -> Iterator[None]:
    """A server that is not there; afterwards it runs again."""
    server.stop()
    try:
        yield
    finally:
        server.start()


def run_manage(variables: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def web(site: Site, variables: dict[str, str]) -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "trialfinder.wsgi:application"]
    command += ["--interface", "wsgi", "--no-ws", "--no-access-log", "--workers", "2"]
    command += ["--workers-kill-timeout", "5", "--log-config", LINES]
    command += ["--host", "127.0.0.1", "--port", str(site.port)]
    with (
        site.log.open("w") as out,
        subprocess.Popen(command, cwd=ROOT, env=variables, stdout=out, stderr=out) as server,
    ):
        try:
            wait_until_served(site, server)
            yield
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_until_served(site: Site, server: subprocess.Popen[bytes]) -> None:
    tick = threading.Event()
    for _ in range(int(PATIENCE / 0.1)):
        assert server.poll() is None, site.log.read_text()
        try:
            if site.get("/health/live").status == 200:
                return
        except OSError:
            tick.wait(0.1)
    pytest.fail(f"No answer: {site.log.read_text()}")


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
