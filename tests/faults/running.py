"""The site's own processes on a test's servers: started as `./run` starts them, and watched."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import psycopg2  # type: ignore[import-untyped]
from celery import Celery
from redis import Redis

from tests.faults.waiting import wait_until
from trialfinder.launch.environment import PROJECT, Setup, process_environment, read_setup
from trialfinder.launch.services import ProjectProcess, Service
from trialfinder.launch.site_processes import site_processes
from trialfinder.launch.valkey import free_port
from trialfinder.redis_address import next_database

PYTHON = Path(sys.executable)
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Answer:
    """What came for a page; the names of `headers` are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Site:
    """One site: its addresses, and those of its processes that run."""

    database: str
    redis: str
    registry: str
    folder: Path
    more: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    services: dict[str, Service] = field(default_factory=dict)

    @property
    def setup(self) -> Setup:
        told = {**os.environ, **self.variables}
        (self.folder / "logs").mkdir(exist_ok=True)
        return replace(read_setup(told, with_env_file=False), state=self.folder, web_workers=1)

    @property
    def variables(self) -> Mapping[str, str]:
        return {
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "SECRET_KEY": "for-tests-of-faults-only-" + "x" * 40,
            "CTGOV_BASE_URL": self.registry,
            "CTGOV_PACE_SECONDS": "0",
            "CTGOV_BACKOFF_SECONDS": "0.01",
            "ACCEPT_TEST_STUDIES": "true",
            **self.more,
        }

    @property
    def environ(self) -> dict[str, str]:
        servers = {"DATABASE_URL": self.database, "REDIS_URL": self.redis}
        return process_environment(self.setup, servers, python=PYTHON)

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One management command, awaited."""
        return subprocess.run(
            [PYTHON, "manage.py", *arguments],
            cwd=PROJECT,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )

    def begin(self, name: str) -> Service:
        """Start 'web', 'worker' or 'beat'."""
        self.services[name] = Service.started(self._program(name))
        return self.services[name]

    def start(self, name: str) -> Service:
        """The same, and wait until it is of use."""
        log = self._program(name).log
        said_before = ready_lines(log)
        self.begin(name)
        wait_until(lambda: self._is_ready(name, said_before), f"{name} is ready: {log}")
        return self.services[name]

    def kill(self, name: str) -> None:
        """SIGKILL for the process and all its children: nobody gets to clean up."""
        process = self.services.pop(name).process
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def kill_all(self) -> None:
        for name in list(self.services):
            self.kill(name)

    def ask(self, task: str) -> None:
        """Ask the worker for a task of trials.tasks."""
        with Celery(broker=self.redis) as celery:
            celery.send_task(f"trials.tasks.{task}")

    def forget_the_edition(self) -> None:
        """As a minute does: whether a kept page is of today can't be told any more."""
        with Redis.from_url(next_database(self.redis)) as kept:
            kept.delete(*kept.keys("kept:*:edition"))

    def get(self, path: str, *, seconds: float = 20, **headers: str) -> Answer:
        """One page; fails where no answer comes in time."""
        return self._asked("GET", path, "", headers, seconds)

    def post(self, path: str, **form: str) -> Answer:
        """One form, sent as a page of the site's own sends it."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{self.port}",
            "Sec-Fetch-Site": "same-origin",
        }
        return self._asked("POST", path, urlencode(form), headers, 20)

    def _asked(
        self, method: str, path: str, body: str, headers: dict[str, str], seconds: float
    ) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        with contextlib.closing(line):
            line.request(method, path, body=body or None, headers=headers)
            got = line.getresponse()
            headers = {name.lower(): value for name, value in got.getheaders()}
            return Answer(got.status, headers, got.read())

    def rows(self, sql: str) -> Rows:
        """What the database answers, asked over a connection of its own."""
        return rows(self.database, sql)

    def states(self) -> list[str]:
        """How the syncs ended, oldest first."""
        return [state for (state,) in self.rows("SELECT state FROM trials_syncrun ORDER BY id")]

    def wait_for_state(self, state: str) -> None:
        wait_until(lambda: state in self.states(), f"a sync that is {state}: {self.log('worker')}")

    def log(self, name: str) -> str:
        return (self.folder / "logs" / f"{name}.log").read_text(errors="replace")

    def _program(self, name: str) -> ProjectProcess:
        programs = site_processes(self.setup, PYTHON, self.environ)
        return next(program for program in programs if program.name == name)

    def _is_ready(self, name: str, said_before: int) -> bool:
        service = self.services[name]
        assert service.process.poll() is None, service.program.log.read_text()
        if name == "web":
            with contextlib.suppress(OSError):
                return self.get("/robots.txt").status < http.HTTPStatus.INTERNAL_SERVER_ERROR
            return False
        return name == "beat" or ready_lines(service.program.log) > said_before


def ready_lines(log: Path) -> int:
    """How often a worker has said in its log that it is ready."""
    return log.read_text(errors="replace").count(" ready.") if log.exists() else 0


@contextlib.contextmanager
def session(url: str) -> Iterator[Any]:
    """A cursor of an own session that commits each statement by itself."""
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor


def rows(url: str, sql: str) -> Rows:
    with session(url) as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def named(url: str, database: str) -> str:
    """The same server's address for another database."""
    return urlsplit(url)._replace(path=f"/{database}").geturl()
