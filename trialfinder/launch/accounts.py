"""The user that the embedded servers run as: the present one, or `nobody` for root."""

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from trialfinder.launch.terminal import Refusal


@dataclass(frozen=True)
class Account:
    """Where the ids are None, the present user."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def for_servers(cls) -> Self:
        """PostgreSQL refuses to run as root."""
        if os.getuid() != 0:
            return cls()
        entry = pwd.getpwnam("nobody")
        return cls(entry.pw_uid, entry.pw_gid)

    @property
    def other_groups(self) -> list[int] | None:
        return None if self.gid is None else []

    def own(self, path: Path) -> None:
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def private_folder(self, folder: Path) -> None:
        """Make a folder for this user alone; refuse one that this user can't get to."""
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
        self.own(folder)
        if self.run(["/bin/sh", "-c", 'cd "$1"', "sh", folder], folder=Path("/")).returncode != 0:
            raise Refusal(
                "PostgreSQL refuses to run as root, so it runs as the user `nobody`, who can't "
                f"get to {folder}. Set STATE_DIR to a folder that everybody may pass through."
            )

    def private_file(self, path: Path, text: str) -> None:
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_text(text, encoding="utf-8")
        self.own(path)

    def run(
        self, command: Sequence[str | Path], *, folder: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run a short command as this user and wait for it."""
        try:
            return subprocess.run(
                command,
                env=server_environment(),
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                user=self.uid,
                group=self.gid,
                extra_groups=self.other_groups,
                umask=0o077,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise Refusal(f"{command[0]} could not be run: {error}") from error


def server_environment() -> Mapping[str, str]:
    """Only what a server needs: no secret, and messages whose wording doesn't vary."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
