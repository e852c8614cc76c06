"""A real Celery worker on the test's own database and broker."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from tests.stand_in import StandIn
from trialfinder.celery import app

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60


class Worker:
    """One worker process with its children, which can be killed as a machine would."""

    def __init__(self, base_url: str, log: Path) -> None:
        self.log, self.name = log, f"{log.stem}@tests"
        command = [sys.executable, "-m", "celery", "-A", "trialfinder.celery", "worker"]
        options = ["--concurrency", "1", "--loglevel", "info", "--without-gossip"]
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [*command, *options, "--hostname", self.name],
                cwd=ROOT,
                env={**os.environ, **_environment(base_url)},
                start_new_session=True,
                stdout=subprocess.DEVNULL,
                stderr=file,
            )

    def wait(self) -> None:
        """Until it takes tasks; fails at once where it ended instead."""
        wait_until(lambda: self._has_ended() or self._answers(), "the worker answers")
        assert not self._has_ended(), "the worker ended at its start"

    def _has_ended(self) -> bool:
        return self.process.poll() is not None

    def _answers(self) -> bool:
        return bool(app.control.ping([self.name], timeout=0.2))

    def lines(self, message: str) -> list[dict[str, Any]]:
        """What its log has said, where the message has this in it."""
        whole = self.log.read_text().rpartition("\n")[0].splitlines()
        said = [json.loads(line) for line in whole if line.startswith("{")]
        return [line for line in said if message in line["message"]]

    def kill(self) -> None:
        """SIGKILL for the worker and all its children: nobody gets to clean up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)


def _environment(base_url: str) -> dict[str, str]:
    database = connection.settings_dict
    host = quote(str(database["HOST"]), safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    password = f":{quote(str(database['PASSWORD']))}" if database["PASSWORD"] else ""
    return {
        "DATABASE_URL": f"postgres://{database['USER']}{password}@{host}{port}/{database['NAME']}",
        "REDIS_URL": settings.REDIS_URL,
        "CTGOV_BASE_URL": base_url,
        "ACCEPT_TEST_STUDIES": "true",
        "CTGOV_PACE_SECONDS": "0",
        "CTGOV_BACKOFF_SECONDS": "0.01",
        "LOG_FORMAT": "json",
    }


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Look again and again until it is so; fail with ``what`` when patience ends."""
    tick = threading.Event()
    for _ in range(PATIENCE * 20):
        if is_so():
            return
        tick.wait(0.05)
    pytest.fail(f"Not within {PATIENCE} s: {what}")


@pytest.fixture
def start_worker(
    transactional_db: None, stand_in: StandIn, tmp_path: Path
) -> Iterator[Callable[[], Worker]]:
    """Starts workers that sync from the stand-in; stops those still alive."""
    workers: list[Worker] = []
    app.control.purge()

    def start() -> Worker:
        workers.append(Worker(stand_in.base_url, tmp_path / f"worker-{len(workers)}.log"))
        workers[-1].wait()
        return workers[-1]

    yield start
    stand_in.hurry()
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.wait(PATIENCE)
