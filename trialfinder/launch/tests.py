"""`./run test` and `./run check`: on servers and data that are thrown away afterwards."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from trialfinder.launch.browser import browser_variables
from trialfinder.launch.checks import audit_passes, failed_checks
from trialfinder.launch.environment import Setup, process_environment
from trialfinder.launch.foreground import foreground
from trialfinder.launch.node import node_variables
from trialfinder.launch.packages import TESTS, Requirements, ready_python
from trialfinder.launch.promtool import promtool_variables
from trialfinder.launch.servers import running
from trialfinder.launch.state import keep_secret, open_state
from trialfinder.launch.terminal import say

USES_NODE = ("tests/integration/pages", "tests/journeys")
USES_PROMTOOL = ("tests/integration/operations",)


def test(setup: Setup, arguments: Sequence[str]) -> int:
    """The checks and all tests; with pytest arguments, those tests alone."""
    with throw_away(setup) as (python, environ):
        browser = browser_variables(python, environ, install=needs_browser(arguments))
        node = node_variables(
            setup.project, setup.state, python, environ, install=needs_node(arguments)
        )
        promtool = promtool_variables(setup.state, environ, install=needs_promtool(arguments))
        failed = [] if arguments else failed_checks(setup.project, python, environ)
        code = foreground(
            (python, "-m", "pytest", "-p", "trialfinder.launch.pytest_checks", *arguments),
            # Told again by the plugin just above pytest's closing line, where it is seen.
            environ={**environ, **browser, **node, **promtool, "FAILED_CHECKS": ", ".join(failed)},
            folder=setup.project,
            keeps_interrupts=True,
        )
        return code or (1 if failed else 0)


def screenshots(setup: Setup, _arguments: Sequence[str] = ()) -> int:
    """Pictures of every page, into docs/screenshots/."""
    return test(setup, ("tests/journeys/test_screenshots.py", "--screenshots", "-q"))


def needs_browser(arguments: Sequence[str]) -> bool:
    """Whether a missing browser is worth installing: for all tests, or those of the journeys."""
    return not arguments or any("journey" in each for each in arguments)


def needs_node(arguments: Sequence[str]) -> bool:
    """Whether the tools for pages are worth installing: for all tests, or folders with theirs."""
    return reaches(arguments, USES_NODE)


def needs_promtool(arguments: Sequence[str]) -> bool:
    return reaches(arguments, USES_PROMTOOL)


def reaches(arguments: Sequence[str], folders: Sequence[str]) -> bool:
    """Whether pytest's arguments are none, or name one of these folders, or one in or around it."""
    within = any(each.startswith(folder) for each in arguments for folder in folders)
    around = any(folder.startswith(each) for each in arguments for folder in folders)
    return not arguments or within or around


def check(setup: Setup, _arguments: Sequence[str] = ()) -> int:
    """The checks and the dependency audit."""
    with throw_away(setup) as (python, environ):
        failed = failed_checks(setup.project, python, environ)
        if not audit_passes(setup.project, python, environ):
            failed.append("dependency audit")
    say(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


@contextlib.contextmanager
def throw_away(
    setup: Setup, wanted: Requirements = TESTS
) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """The python with the wanted requirements, and variables for a site that is soon gone."""
    open_state(setup.state)
    python = ready_python(setup.project, setup.state, wanted, environ=setup.variables)
    with temporary_folder() as folder, running(setup, python, throw_away=folder) as servers:
        keep_secret(folder / "secret-key")
        thrown_away = replace(setup, state=folder)
        yield python, process_environment(thrown_away, servers.addresses, python=python)


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="trialfinder-test-"))
    # Root's servers run as another user, who has to pass through.
    folder.chmod(0o711 if os.getuid() == 0 else 0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
