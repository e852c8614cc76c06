"""The three installers: uv where it is there, else pip, and apt-get for root."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from trialfinder.launch.foreground import STDERR, foreground
from trialfinder.launch.processes import Command
from trialfinder.launch.terminal import say

HERE = Path.cwd()


def install(python: Path, arguments: Sequence[str], *, environ: Mapping[str, str]) -> bool:
    """Install packages for a virtual environment's python; False if that failed."""
    if uv := shutil.which("uv", path=environ.get("PATH")):
        command: Command = [uv, "pip", "install", "--quiet", "--python", python, *arguments]
        if foreground(command, environ=environ, folder=HERE, stdout=STDERR) == 0:
            return True
        say("uv could not install them; trying pip.")
    return has_pip(python, environ=environ) and pip_install(python, arguments, environ=environ)


def pip_install(python: Path, arguments: Sequence[str], *, environ: Mapping[str, str]) -> bool:
    command = (python, "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    quiet = {**environ, "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_INPUT": "1"}
    return foreground([*command, *arguments], environ=quiet, folder=HERE, stdout=STDERR) == 0


def has_pip(python: Path, *, environ: Mapping[str, str]) -> bool:
    """A virtual environment that uv made has no pip; Python can give it its own."""
    for arguments in (("-m", "pip", "--version"), ("-m", "ensurepip")):
        command: Command = (python, *arguments)
        if subprocess.run(command, env=environ, capture_output=True, check=False).returncode == 0:
            return True
    return False


def can_use_apt() -> bool:
    return os.getuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str], *, environ: Mapping[str, str]) -> bool:
    """Install Debian packages as root; False if that failed or isn't possible here."""
    if not can_use_apt():
        return False
    say(f"Installing {' '.join(packages)} with apt-get.")
    settings = {**environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update", "-qq"]
    add = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    # A list that can't be refreshed may still be new enough.
    foreground(update, environ=settings, folder=HERE, stdout=subprocess.DEVNULL)
    return foreground(add, environ=settings, folder=HERE, stdout=subprocess.DEVNULL) == 0
