"""What this start was told: folders, address, and the variables its processes are given."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trialfinder.launch.ports import HIGHEST
from trialfinder.launch.state import state_folder
from trialfinder.launch.terminal import Refusal

PROJECT = Path(__file__).resolve().parents[2]
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not bound
SERVERS = ("DATABASE_URL", "REDIS_URL")
QUOTED = re.compile(r"""(["'])(.*)\1""")
ASSIGNMENT = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")


@dataclass(frozen=True)
class Setup:
    """One start of the launcher. `variables` is the environment, over the `.env` file."""

    project: Path
    state: Path
    host: str
    port: int
    web_workers: int
    variables: Mapping[str, str]

    @property
    def reachable_host(self) -> str:
        """A host a browser on this machine can ask, also when the site listens on all."""
        return EVERY_ADDRESS.get(self.host, self.host)

    @property
    def address(self) -> str:
        host = self.reachable_host
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"

    @property
    def logs(self) -> Path:
        return self.state / "logs"


def read_setup(
    environ: Mapping[str, str], *, project: Path = PROJECT, with_env_file: bool = True
) -> Setup:
    """What the environment, over the `.env` file, asks for; Refusal at an unusable value."""
    from_file = read_env_file(project / ".env") if with_env_file else {}
    variables = with_files_read({**from_file, **environ})
    return Setup(
        project=project,
        state=state_folder(project, variables, uid=os.getuid()),
        host=variables.get("HOST") or "127.0.0.1",
        port=whole_number(variables, "PORT", default=8000, most=HIGHEST),
        web_workers=whole_number(variables, "WEB_WORKERS", default=2, most=64),
        variables=variables,
    )


def with_files_read(variables: Mapping[str, str]) -> dict[str, str]:
    """Addresses of servers that stand in files, in their place: DATABASE_URL_FILE, REDIS_URL_FILE.

    The settings read every other NAME_FILE; these two say which servers need not be started.
    """
    found = dict(variables)
    for name in SERVERS:
        if path := found.pop(f"{name}_FILE", ""):
            try:
                found[name] = Path(path).read_text(encoding="utf-8").strip()
            except OSError as error:
                raise Refusal(f"{name}_FILE is {path!r}: {error.strerror}.") from error
            except UnicodeDecodeError as error:
                raise Refusal(f"{name}_FILE is {path!r}: it is not UTF-8.") from error
    return found


def whole_number(variables: Mapping[str, str], name: str, *, default: int, most: int) -> int:
    text = variables.get(name) or str(default)
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= most:
        raise Refusal(f"{name} is {text!r}; it must be a number from 1 to {most}.")
    return int(text)


def read_env_file(path: Path) -> dict[str, str]:
    """KEY=VALUE lines; comments, blank lines, `export` and surrounding quotes are understood."""
    if not path.is_file():
        return {}
    found = {}
    for number, raw in enumerate(text_of(path).splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        matched = ASSIGNMENT.fullmatch(line)
        if matched is None:
            raise Refusal(f"{path}, line {number}: expected KEY=VALUE. Nothing was started.")
        found[matched[1]] = unquoted(matched[2])
    return found


def text_of(path: Path) -> str:
    """Without the mark of byte order that some editors put first."""
    raw = path.read_bytes().removeprefix(BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        raise Refusal(
            f"{path} is not UTF-8 (line {number}). Save it as UTF-8. Nothing was started."
        ) from error


def unquoted(value: str) -> str:
    if quoted := QUOTED.fullmatch(value):
        return quoted[2]
    return re.sub(r"(?<!\s)\s+#.*$", "", value)


def process_environment(
    setup: Setup, servers: Mapping[str, str], *, python: Path
) -> dict[str, str]:
    """The variables every process of the project gets.

    `servers` holds DATABASE_URL and REDIS_URL; `python` is the virtual environment's.
    """
    given = dict(setup.variables)
    given.setdefault("SECRET_KEY_FILE", str(setup.state / "secret-key"))
    return given | {
        **servers,
        "STATE_DIR": str(setup.state),
        "HOST": setup.host,
        "PORT": str(setup.port),
        "DJANGO_SETTINGS_MODULE": "trialfinder.settings",
        "PYTHONUNBUFFERED": "1",
        "VIRTUAL_ENV": str(python.parent.parent),
        "PATH": os.pathsep.join([str(python.parent), given.get("PATH", os.defpath)]),
    }
