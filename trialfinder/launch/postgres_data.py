"""The data folder of the embedded PostgreSQL: whose it is, which version made it, who holds it."""

import os
import signal
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from trialfinder.launch.accounts import Account
from trialfinder.launch.embedded import major_version
from trialfinder.launch.leftovers import end_leftover
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.terminal import Refusal

# The system allows about 104 bytes for a socket's path, and PostgreSQL adds a name of its own.
LONGEST_SOCKET_FOLDER = 85


def prepare_postgres(
    folder: Path,
    *,
    log: Path,
    candidates: Iterable[Path],
    account: Account,
    settings: Mapping[str, str],
) -> Postgres:
    """A PostgreSQL whose data folder is there and free, ready to be started."""
    account.private_folder(folder)
    programs = matching_programs(folder / "data", list(candidates))
    sockets = socket_folder(folder, account)
    server = Postgres(programs, folder, log, account, settings, sockets)
    if not (server.data / "PG_VERSION").exists():
        if server.data.exists() and any(server.data.iterdir()):
            raise Refusal(
                f"{server.data} is not a PostgreSQL data folder, or is damaged (PG_VERSION is "
                "missing). Nothing was changed. Move it away to begin with a new one."
            )
        server.make_data()
    end_leftover(server.data / "postmaster.pid", mark=str(server.data), stop_with=signal.SIGINT)
    return server


def matching_programs(data: Path, candidates: list[Path]) -> Path:
    """The first PostgreSQL, or the one whose major version made the data that is there."""
    if not candidates:
        raise Refusal(
            "No PostgreSQL for this machine was found. Install one (Debian, Ubuntu: apt install "
            "postgresql; macOS: brew install postgresql), or set DATABASE_URL to one that runs."
        )
    try:
        made_by = int((data / "PG_VERSION").read_text())
    except (OSError, ValueError):
        return candidates[0]
    for programs in candidates:
        if major_version(programs) == made_by:
            return programs
    raise Refusal(
        f"The data in {data} was made by PostgreSQL {made_by}; here is PostgreSQL "
        f"{major_version(candidates[0])}. Nothing was changed. Install PostgreSQL {made_by} to go "
        "on with this data, or move the folder away: the next start makes a new one."
    )


def socket_folder(folder: Path, account: Account) -> Path:
    """The data's own folder, or a short temporary one where its path is too long for a socket."""
    if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER and "," not in str(folder):
        return folder
    short = Path(tempfile.mkdtemp(prefix="trialfinder-", dir="/tmp"))
    account.own(short)
    return short
