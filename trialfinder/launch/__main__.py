"""The commands of `./run`. A later one is one line in the table."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trialfinder.launch.bench import bench
from trialfinder.launch.environment import Setup, read_setup
from trialfinder.launch.keeping import keeping
from trialfinder.launch.manage import manage
from trialfinder.launch.modules import module, values_of, words
from trialfinder.launch.serve import serve
from trialfinder.launch.stopping import Stopped, raise_stopped_once
from trialfinder.launch.terminal import Refusal, say
from trialfinder.launch.tests import check, screenshots, test


@dataclass(frozen=True)
class Command:
    """`takes` is shown in the help; a command that takes nothing refuses arguments.

    Tests don't read `.env`: it may name a database that somebody needs.
    """

    run: Callable[[Setup, Sequence[str]], int]
    takes: str
    meaning: str
    with_env_file: bool = False


COMMANDS = {
    "": Command(serve, "", "start the site; Ctrl-C stops it", with_env_file=True),
    "manage": Command(manage, "COMMAND ...", "a management command", with_env_file=True),
    "backup": Command(
        keeping("backup"), "FILE|FOLDER", "what can't be fetched again", with_env_file=True
    ),
    "restore": Command(
        keeping("restore"), "FILE [--replace]", "put a backup back", with_env_file=True
    ),
    "test": Command(test, "[PYTEST ARGUMENTS]", "every check and test, or only some tests"),
    "check": Command(check, "", "style, types, layers, migrations, deployment, known holes"),
    "screenshots": Command(screenshots, "", "pictures of every page: docs/screenshots/"),
    "bench": Command(bench, "[--size N] [--rows R]", "speed beside others: docs/performance.md"),
    "soak": Command(
        module("tests.soak", files=values_of("--logs")),
        "[--hours H]",
        "the site under troubles, for hours",
    ),
    "sbom": Command(
        module("trialfinder.launch.sbom", files=words), "[FILE]", "what it is made of (CycloneDX)"
    ),
    "score": Command(
        module("tests.score", files=words), "[ARGUMENTS]", "how well the records are read"
    ),
}

VARIABLES = """
Variables, from the environment or from lines KEY=VALUE in the file .env:
  HOST, PORT      where the site listens (127.0.0.1, 8000)
  WEB_WORKERS     its web processes (2)
  DATABASE_URL    a PostgreSQL to use in place of the embedded one
  REDIS_URL       a Redis or Valkey to use in place of the embedded one
  STATE_DIR       the folder for data and logs (var/ here; for root below /var/lib)
README.md tells the rest."""

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
MAKE_ROOM = """
No space is left on a disk: {where}. Make room, then run this again.
Nothing was deleted. Old backups and logs can go; what is in the folders of the servers can't."""


def main(arguments: Sequence[str]) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in ("help", "-h", "--help"):
        print(help_text())
        return 0
    command = COMMANDS.get(name) if name or not arguments else None
    if command is None:
        say(f"./run has no command {name!r}. These are there:\n\n{help_text()}")
        return 2
    if rest and not command.takes:
        say(f"`./run {name}` takes nothing more, but was given: {' '.join(rest)}")
        return 2
    return obey(command, rest)


def obey(command: Command, arguments: Sequence[str]) -> int:
    raise_stopped_once()
    try:
        setup = read_setup(os.environ, with_env_file=command.with_env_file)
        return command.run(setup, arguments)
    except Refusal as refusal:
        say(f"\n{refusal}")
        return 1
    except Stopped as stopped:
        return 128 + stopped.number
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        say(MAKE_ROOM.format(where=error.filename or "that of STATE_DIR, or of temporary files"))
        return 1


def help_text() -> str:
    lines = [("./run help", "this list")]
    for name, command in COMMANDS.items():
        lines.append((" ".join(filter(None, ["./run", name, command.takes])), command.meaning))
    lines.sort(key=lambda line: line[0] != "./run")
    shown = "\n".join(f"  {left:<30}  {right}" for left, right in lines)
    return f"{shown}\n{VARIABLES}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
