"""`./run`: the whole site on one machine, from nothing to an address that answers."""

import contextlib
import http.client
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from trialfinder.launch.counts import VARIABLE as COUNTS
from trialfinder.launch.counts import counts_folder
from trialfinder.launch.environment import Setup, process_environment
from trialfinder.launch.foreground import STDERR, foreground
from trialfinder.launch.locks import announce, ownership, refuse_second
from trialfinder.launch.packages import SITE, ready_python
from trialfinder.launch.ports import refuse_busy_port
from trialfinder.launch.servers import running
from trialfinder.launch.services import Service, stop_services, watch
from trialfinder.launch.site_processes import site_processes
from trialfinder.launch.state import open_state
from trialfinder.launch.stopping import Stopped
from trialfinder.launch.terminal import Refusal, last_lines, say

PATIENCE = 60.0


def serve(setup: Setup, _arguments: Sequence[str] = ()) -> int:
    """Run the site until it is asked to stop; the exit code."""
    open_state(setup.state)
    with ownership(setup.state, doing="site", address=setup.address) as mine:
        if not mine:
            raise refuse_second(setup.state)
        refuse_busy_port(setup.host, setup.port)
        try:
            run_site(setup)
        except Stopped:
            say("Everything is stopped. The data is kept.")
    return 0


def run_site(setup: Setup) -> None:
    python = ready_python(setup.project, setup.state, SITE, environ=setup.variables)
    say("Starting the servers.")
    with running(setup, python) as servers:
        environ = process_environment(setup, servers.addresses, python=python)
        announce(setup.state, doing="site", address=setup.address, servers=servers.addresses)
        prepare(setup, python, environ)
        with (
            counts_folder(setup.state) as counts,
            site_running(setup, python, {**environ, COUNTS: counts}) as own,
        ):
            everything = [*servers.services, *own]
            ask_for_sync(setup, python, environ)
            watch(everything, until=answers(setup, log=own[0].program.log))
            tell_ready(setup)
            watch(everything, until=lambda: False)


def prepare(setup: Setup, python: Path, environ: Mapping[str, str]) -> None:
    say("Preparing the database and the pages.")
    command = (python, "manage.py", "prepare")
    if foreground(command, environ=environ, folder=setup.project, stdout=STDERR) != 0:
        raise Refusal("The site could not be prepared; the lines above say why.")


@contextlib.contextmanager
def site_running(setup: Setup, python: Path, environ: Mapping[str, str]) -> Iterator[list[Service]]:
    """Web, worker and beat, in this order; stopped together."""
    own: list[Service] = []
    try:
        # One by one: what has been started must be stopped if the next can't be.
        own.extend(Service.started(each) for each in site_processes(setup, python, environ))
        yield own
    finally:
        say("Stopping ...")
        stop_services(own)


def ask_for_sync(setup: Setup, python: Path, environ: Mapping[str, str]) -> None:
    """The site is of use without it, so a failure is told and no more."""
    asked = subprocess.run(
        [python, "manage.py", "sync_studies", "--background"],
        env=environ,
        cwd=setup.project,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        reason = (asked.stderr.strip() or "no reason was given").splitlines()[-1]
        say(f"The worker could not be asked for a first sync: {reason}")


def answers(setup: Setup, *, log: Path) -> Callable[[], bool]:
    """A question for `watch`: does the address answer by now?"""
    until = time.monotonic() + PATIENCE

    def asked() -> bool:
        status = first_page_status(setup)
        if status is None and time.monotonic() > until:
            raise Refusal(
                f"{setup.address} did not answer in {PATIENCE:.0f} s. The log {log} ends:\n"
                f"{last_lines(log)}"
            )
        if status is not None and status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            say(f"The first page answers with error {status}. The log is {log}")
        return status is not None

    return asked


def first_page_status(setup: Setup) -> int | None:
    connection = http.client.HTTPConnection(setup.reachable_host, setup.port, timeout=20)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def tell_ready(setup: Setup) -> None:
    say(
        f"\nThe site is running. Open  {setup.address}\n\n"
        f"  data   {setup.state}\n"
        f"  logs   {setup.logs}\n"
        "  stop   Ctrl-C\n"
    )
