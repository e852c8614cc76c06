"""The state folder: where one copy of the project keeps its data, logs and secret."""

import contextlib
import hashlib
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

from trialfinder.launch.terminal import Refusal

NAME = "als-trial-finder"


def state_folder(project: Path, variables: Mapping[str, str], *, uid: int) -> Path:
    """STATE_DIR; else /var/lib for root; else `var/` in the project, or in the home folder.

    Root's is outside /root because PostgreSQL refuses to run as root: it runs as `nobody`.
    """
    if named := variables.get("STATE_DIR"):
        return (project / Path(named).expanduser()).absolute()
    if uid == 0:
        return Path("/var/lib") / NAME / short_hash(project)
    if os.access(project / "var", os.W_OK) or os.access(project, os.W_OK):
        return project / "var"
    home = variables.get("XDG_STATE_HOME") or Path.home() / ".local/state"
    return Path(home) / NAME / short_hash(project)


def short_hash(project: Path) -> str:
    return hashlib.sha256(os.fsencode(project)).hexdigest()[:8]


def make_folder(folder: Path, *, mode: int) -> Path:
    """The folder, made with exactly this mode if it isn't there; new parents can be passed."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            each.chmod(mode if each == folder else 0o755)
    except OSError as error:
        raise unusable(folder, error.strerror or "unknown error") from error
    return folder


def unusable(folder: Path, reason: str) -> Refusal:
    return Refusal(
        f"The folder {folder} can't be used ({reason}). "
        "Set STATE_DIR to a folder that you may write to."
    )


def open_state(folder: Path) -> Path:
    """The state folder, there and writable. Root's may be passed through, but not listed."""
    make_folder(folder, mode=0o711 if os.getuid() == 0 else 0o700)
    if not os.access(folder, os.W_OK):
        raise unusable(folder, "this user may not write to it")
    make_folder(folder / "logs", mode=0o700)
    keep_secret(folder / "secret-key")
    return folder


def keep_secret(path: Path) -> str:
    """A random secret, made once, readable by its owner alone."""
    if not path.exists():
        descriptor, unfinished = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        # A link never replaces a secret that another start has just made.
        with contextlib.suppress(FileExistsError):
            os.link(unfinished, path)
        Path(unfinished).unlink()
    return path.read_text(encoding="ascii").strip()
