"""The whole site for a browser: its own database, a real sync from the stand-in, a real server."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2  # type: ignore[import-untyped]

from tests.records import all_examples
from tests.stand_in import StandIn

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
Variables = Mapping[str, str]


@dataclass(frozen=True)
class Database:
    """One database of the server that the tests were given."""

    url: str
    name: str

    @classmethod
    def named(cls, given: str, name: str) -> Database:
        return cls(urlunsplit(urlsplit(given)._replace(path=f"/{name}")), name)


@contextlib.contextmanager
def new_database(given: str, name: str, *, like: str = "template1") -> Iterator[Database]:
    """A database that is gone afterwards; ``like`` is the one that it is copied from."""
    made = Database.named(given, name)
    with contextlib.closing(psycopg2.connect(given)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        try:
            yield made
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def variables_for(database: Database, folder: Path, port: int) -> Variables:
    """The environment of one site on this database; its files lie in ``folder``."""
    return {
        **os.environ,
        "DATABASE_URL": database.url,
        "STATE_DIR": str(folder),
        "SECRET_KEY": "for-browser-tests-only-" + "x" * 40,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DEBUG": "false",
        "HTTPS": "false",
        "ACCEPT_TEST_STUDIES": "true",
        "WRITE_RATE": "100000/m",  # every journey comes from one network
    }


def manage(variables: Variables, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=dict(variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def sync_examples(variables: Variables) -> None:
    """A full sync over the examples, as an operator would run it."""
    with StandIn(all_examples()) as registry:
        aimed = {**variables, "CTGOV_BASE_URL": registry.base_url, "CTGOV_PACE_SECONDS": "0"}
        manage(aimed, "sync_studies", "--json")


@contextlib.contextmanager
def served(variables: Variables) -> Iterator[str]:
    """The site's address, while it is served by the server of production."""
    log = Path(variables["STATE_DIR"]) / "web.log"
    address = variables["SITE_URL"]
    command = [sys.executable, "-m", "granian", "trialfinder.wsgi:application"]
    command += ["--interface", "wsgi", "--no-ws", "--no-access-log", "--workers", "1"]
    command += ["--workers-kill-timeout", "5"]
    command += ["--host", "127.0.0.1", "--port", variables["PORT"]]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env=dict(variables), stdout=out, stderr=subprocess.STDOUT
        )
        try:
            wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=10)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{address}/robots.txt", timeout=5).close()
            return
        time.sleep(0.1)
    raise AssertionError(f"No answer from {address}: {log.read_text()}")


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
