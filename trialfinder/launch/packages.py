"""The virtual environment and what is installed into it."""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trialfinder.launch.foreground import STDERR, foreground
from trialfinder.launch.installers import HERE, apt_install, install
from trialfinder.launch.locks import one_at_a_time
from trialfinder.launch.processes import Command
from trialfinder.launch.terminal import Refusal, say

CONSTRAINTS = "trialfinder/launch/constraints.txt"


@dataclass(frozen=True)
class Requirements:
    """A set of requirement files, installed together. `name` is the set's stamp in the venv."""

    name: str
    files: tuple[str, ...]

    def stamp(self, project: Path) -> str:
        """Changes with the files' text and with the Python they are installed for."""
        digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
        for name in (*self.files, CONSTRAINTS):
            digest.update((project / name).read_bytes())
        return digest.hexdigest()


SITE = Requirements("site", ("requirements.txt",))
TESTS = Requirements("tests", ("requirements.txt", "tests/requirements.txt"))
BENCH = Requirements("bench", ("requirements.txt", "benchmarks/requirements.txt"))


def ready_python(
    project: Path, state: Path, wanted: Requirements, *, environ: Mapping[str, str]
) -> Path:
    """The virtual environment's python, with the wanted requirements installed."""
    with one_at_a_time(
        state / "venv.lock", waiting="Another start is installing requirements; waiting for it."
    ):
        venv = venv_folder(project, state, wanted)
        if not installed(venv, project, wanted):
            make_ready(venv, project, wanted, environ=environ)
    return venv / "bin/python"


def venv_folder(project: Path, state: Path, wanted: Requirements) -> Path:
    """`.venv` in the project, unless this user can't write it and it isn't ready either."""
    venv = project / ".venv"
    writable = os.access(venv if venv.exists() else project, os.W_OK)
    return venv if writable or installed(venv, project, wanted) else state / "venv"


def installed(venv: Path, project: Path, wanted: Requirements) -> bool:
    stamp = stamps(venv) / wanted.name
    with contextlib.suppress(OSError):
        return stamp.read_text() == wanted.stamp(project) and works(venv)
    return False


def stamps(venv: Path) -> Path:
    return venv / ".trialfinder"


def works(venv: Path) -> bool:
    """Its python starts, is of the present version, and finds its packages."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if not (venv / f"lib/python{version}/site-packages").is_dir():
        return False
    try:
        command: Command = (venv / "bin/python", "-c", "")
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_ready(
    venv: Path, project: Path, wanted: Requirements, *, environ: Mapping[str, str]
) -> None:
    unfinished = stamps(venv) / "unfinished"
    if unfinished.exists() or not works(venv):
        make_venv(venv, environ=environ)
    stamps(venv).mkdir(exist_ok=True)
    unfinished.touch()
    say(f"Installing the pinned requirements into {venv} (a minute or less).")
    arguments = ["-c", str(project / CONSTRAINTS)]
    for name in wanted.files:
        arguments += ["-r", str(project / name)]
    complete = install(venv / "bin/python", arguments, environ=environ)
    # Only a start that was killed leaves this behind: an installer that fails tidies up.
    unfinished.unlink()
    if not complete:
        raise Refusal(
            "The requirements could not be installed; the lines above say why. "
            "Is the package index reachable from this machine? Then run the same command again."
        )
    for each in (SITE, wanted):
        (stamps(venv) / each.name).write_text(each.stamp(project))


def make_venv(venv: Path, *, environ: Mapping[str, str]) -> None:
    """A new virtual environment. One left half-made is removed first; a stranger's is not."""
    command = venv_command(environ)
    if venv.exists() and any(venv.iterdir()):
        if not stamps(venv).exists():
            raise Refusal(f"{venv} doesn't work with {sys.executable}. Remove it, then try again.")
        say("The virtual environment is unfinished or broken; making it again.")
        shutil.rmtree(venv)
    stamps(venv).mkdir(parents=True)
    (stamps(venv) / "unfinished").touch()
    if foreground([*command, venv], environ=environ, folder=HERE, stdout=STDERR) != 0:
        raise Refusal(f"The virtual environment {venv} could not be made; see the lines above.")


def venv_command(environ: Mapping[str, str]) -> list[str]:
    if uv := shutil.which("uv", path=environ.get("PATH")):
        return [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable]
    if not has_venv_module():
        install_venv_module(environ)
    return [sys.executable, "-m", "venv"]


def has_venv_module() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def install_venv_module(environ: Mapping[str, str]) -> None:
    """Debian keeps a part of `venv` in a package of its own: root installs it, others are told."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if apt_install([package], environ=environ) and has_venv_module():
        return
    raise Refusal(
        f"This Python can't make virtual environments. Install {package} "
        f"(Debian, Ubuntu: apt install {package}), then run the same command again."
    )
