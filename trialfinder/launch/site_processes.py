"""The three processes of the site: how each is started, and how it wants to be stopped."""

from collections.abc import Mapping
from pathlib import Path
from signal import SIGKILL, SIGQUIT, SIGTERM

from trialfinder.launch.environment import Setup
from trialfinder.launch.processes import Command
from trialfinder.launch.services import ProjectProcess

MOST_OF_A_HEAD = 65_536
"""Bytes of a request's first line and headers; longer ones are refused before Python sees them."""
APPLICATION = "trialfinder.wsgi:application"
CELERY_APPLICATION = "trialfinder.celery"
THREADS = "16"
"""Of a web process. Each holds a connection to PostgreSQL, which takes 100 if not told otherwise;
the web server's own choice is 512."""

LINES = "trialfinder/watching/granian.json"
"""How the web server writes its own lines; from the project's folder."""


def site_processes(
    setup: Setup, python: Path, environ: Mapping[str, str]
) -> tuple[ProjectProcess, ProjectProcess, ProjectProcess]:
    def log(name: str) -> Path:
        return setup.logs / f"{name}.log"

    place = (environ, setup.project)
    web = ProjectProcess("web", web_command(setup, python), log("web"), ((SIGTERM, 10),), *place)
    # SIGTERM lets a task finish, SIGQUIT ends it. A launcher that was killed takes its servers
    # along, and a worker without them could wait for ever.
    worker = ProjectProcess(
        "worker",
        worker_command(python),
        log("worker"),
        ((SIGTERM, 10), (SIGQUIT, 5)),
        *place,
        dies_by=SIGKILL,
    )
    beat = ProjectProcess(
        "beat", beat_command(setup, python), log("beat"), ((SIGTERM, 5),), *place, dies_by=SIGKILL
    )
    return web, worker, beat


def web_command(setup: Setup, python: Path) -> Command:
    """No access log: an address can tell what somebody is ill with."""
    return [
        *(python, "-m", "granian", APPLICATION, "--interface", "wsgi", "--no-ws"),
        *("--host", setup.host, "--port", str(setup.port), "--workers", str(setup.web_workers)),
        *("--blocking-threads", THREADS),
        *("--http1-buffer-size", str(MOST_OF_A_HEAD)),
        *("--log-config", LINES),
        *("--no-access-log", "--respawn-failed-workers", "--workers-kill-timeout", "5"),
    ]


def celery_command(python: Path) -> Command:
    """Quiet: a greeting that finds no room on the log's disk would end the process."""
    return [python, "-m", "celery", "-A", CELERY_APPLICATION, "--quiet"]


def worker_command(python: Path) -> Command:
    return [
        *(*celery_command(python), "worker", "--concurrency", "2", "--loglevel", "info"),
        *("--without-gossip", "--without-mingle"),
    ]


def beat_command(setup: Setup, python: Path) -> Command:
    return [
        *(*celery_command(python), "beat", "--loglevel", "info"),
        *("--schedule", str(setup.state / "celerybeat-schedule"), "--pidfile", ""),
    ]
