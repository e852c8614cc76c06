"""Prometheus' promtool, for the tests of the alarms: found, or unpacked from Debian's package.

The package is not installed, since it would start a Prometheus on this machine.
"""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from trialfinder.launch.foreground import foreground
from trialfinder.launch.installers import can_use_apt
from trialfinder.launch.locks import one_at_a_time
from trialfinder.launch.processes import Command
from trialfinder.launch.terminal import say

PACKAGE = "prometheus"
# apt checks the file by the signed lists; its own user often can't write where the state is.
DOWNLOAD = ("apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root")
SOON = ("-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=10")
MISSING = (
    "promtool is missing and could not be had from a Debian package. Install Prometheus, so that "
    "`promtool` is found. The tests of when alarms go are left out."
)


def promtool_variables(state: Path, environ: Mapping[str, str], *, install: bool) -> dict[str, str]:
    """PROMTOOL, a program's path; empty where there is none, which is said if it was asked for.

    Without ``install`` only what the machine has, or an earlier start has unpacked, is used.
    """
    if on_path := shutil.which("promtool", path=environ.get("PATH")):
        return {"PROMTOOL": on_path}
    with one_at_a_time(
        state / "promtool.lock", waiting="Another start is unpacking promtool; waiting for it."
    ):
        program = state / "promtool"
        if program.is_file() or (install and unpacked(program, environ)):
            return {"PROMTOOL": str(program)}
    if install:
        say(MISSING)
    return {}


def unpacked(program: Path, environ: Mapping[str, str]) -> bool:
    """Whether promtool could be taken from the package, and stands at ``program`` now."""
    if not all(shutil.which(name, path=environ.get("PATH")) for name in ("apt-get", "dpkg-deb")):
        return False
    folder = program.with_name("promtool.unfinished")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        say("Unpacking promtool from Debian's package prometheus (once).")
        return downloaded(folder, environ) and taken_out(folder, program, environ)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def downloaded(folder: Path, environ: Mapping[str, str]) -> bool:
    # A bare machine has no lists yet; one that can't be refreshed may still be new enough.
    if can_use_apt():
        runs(("apt-get", "update", "-qq", *SOON), folder, environ)
    return runs((*DOWNLOAD, *SOON, PACKAGE), folder, environ)


def taken_out(folder: Path, program: Path, environ: Mapping[str, str]) -> bool:
    package = next(folder.glob("*.deb"))
    found = folder / "usr/bin/promtool"
    if not (runs(("dpkg-deb", "-x", package, folder), folder, environ) and found.is_file()):
        return False
    if not runs((found, "--version"), folder, environ):
        return False
    found.rename(program)
    return True


def runs(command: Command, folder: Path, environ: Mapping[str, str]) -> bool:
    return foreground(command, environ=environ, folder=folder, stdout=subprocess.DEVNULL) == 0
