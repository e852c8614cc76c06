"""Node.js and its tools: which version will do, and what is said where there is none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from trialfinder.launch import node
from trialfinder.launch.environment import PROJECT
from trialfinder.launch.node import (
    TOOL_FILES,
    TOOLS,
    Node,
    candidates,
    in_range,
    install_tools,
    node_variables,
    suits,
    tools_folder,
    wanted_versions,
)
from trialfinder.launch.tests import needs_node

WANTED = "^22.22.0 || >=24.8.0"
LOCK = json.loads((PROJECT / TOOLS / "package-lock.json").read_text(encoding="utf-8"))


def program(folder: Path, name: str, text: str) -> Path:
    """A program of this text, in a folder that stands for one of PATH."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def machine_with(folder: Path, version: str, *, npm: str = "exit 0") -> Node:
    """A machine's own Node that says it is of this version; its npm is a shell script."""
    return Node(
        program(folder, "node", f'case $1 in --version) echo {version};; *) exec sh "$@";; esac'),
        program(folder, "npm", npm),
    )


@pytest.mark.parametrize(
    ("version", "will_do"),
    [
        ("v24.19.0", True),
        ("v24.8.0", True),
        ("v24.7.9", False),
        ("v26.0.1", True),
        ("v22.22.0", True),
        ("v22.21.9", False),
        ("v23.11.0", False),
        ("v20.20.2", False),
        ("v18.20.4", False),
        ("", False),
        ("nonsense", False),
    ],
)
def test_versions(version: str, will_do: bool) -> None:
    assert in_range(version, WANTED) is will_do


def test_the_wanted_versions_are_those_that_the_tools_want() -> None:
    assert wanted_versions(PROJECT) == WANTED
    needs = {
        name: one["engines"]["node"]
        for name, one in LOCK["packages"].items()
        if "node" in one.get("engines", {})
    }
    assert needs["node_modules/html-validate"] == "^22.22.0 || >= 24.8.0"
    assert needs["node_modules/lighthouse"] == ">=22.19"


def test_the_lock_file_pins_by_hash_and_names_no_registry() -> None:
    packages = {name: one for name, one in LOCK["packages"].items() if name}
    assert len(packages) > 50
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert [name for name, one in packages.items() if "integrity" not in one] == []


def test_versions_are_exact() -> None:
    wanted = json.loads((PROJECT / TOOLS / "package.json").read_text(encoding="utf-8"))
    for name, version in wanted["dependencies"].items():
        assert LOCK["packages"][f"node_modules/{name}"]["version"] == version


def test_a_machines_own_node_is_the_second_choice(tmp_path: Path) -> None:
    own = machine_with(tmp_path / "bin", "v24.9.0")
    found = list(candidates(tmp_path / "wheel", {"PATH": str(tmp_path / "bin")}))
    assert found[1] == own
    assert not suits(found[0], WANTED)
    assert suits(own, WANTED)


def test_a_node_that_does_not_start_does_not_do(tmp_path: Path) -> None:
    broken = Node(
        program(tmp_path / "bin", "node", "exit 127"), program(tmp_path / "bin", "npm", "")
    )
    assert not suits(broken, WANTED)


def test_a_node_without_npm_does_not_do(tmp_path: Path) -> None:
    own = machine_with(tmp_path / "bin", "v24.9.0")
    own.npm.unlink()
    assert not suits(own, WANTED)


def test_tools_are_installed_as_the_lock_says_without_scripts(tmp_path: Path) -> None:
    own = machine_with(tmp_path / "bin", "v24.9.0", npm='ls -A > seen; echo "$@" >> seen')
    folder = tools_folder(PROJECT, tmp_path)
    assert install_tools(own, PROJECT, folder, os.environ)
    seen = (folder / "seen").read_text().split("\n")
    assert {*TOOL_FILES} <= set(seen)
    assert any(line.startswith("ci --ignore-scripts --no-audit --no-fund") for line in seen)


def test_a_failed_installation_leaves_nothing_that_looks_ready(tmp_path: Path) -> None:
    own = machine_with(tmp_path / "bin", "v24.9.0", npm="exit 1")
    folder = tools_folder(PROJECT, tmp_path)
    assert not install_tools(own, PROJECT, folder, os.environ)
    assert not folder.exists()


def test_other_files_are_other_tools(tmp_path: Path) -> None:
    (tmp_path / TOOLS).mkdir(parents=True)
    for name in TOOL_FILES:
        (tmp_path / TOOLS / name).write_text(name)
    before = tools_folder(tmp_path, tmp_path)
    (tmp_path / TOOLS / "package-lock.json").write_text("another")
    assert tools_folder(tmp_path, tmp_path) != before


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        ([], True),
        (["tests"], True),
        (["-q", "tests/integration"], True),
        (["tests/integration/pages/test_valid_html.py"], True),
        (["tests/journeys", "--screenshots"], True),
        (["tests/unit", "-q"], False),
        (["tests/integration/saved"], False),
    ],
)
def test_they_are_installed_for_the_tests_that_use_them(arguments: list[str], needed: bool) -> None:
    assert needs_node(arguments) is needed


class TestWhatIsSaid:
    """No index and no registry is asked here: the wheel can't be had."""

    @pytest.fixture(autouse=True)
    def _no_wheel(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(node, "unpacked", lambda *_, **__: None)

    def variables(self, state: Path, path: Path, *, install: bool = True) -> dict[str, str]:
        environ = {"PATH": f"{path}:/usr/bin:/bin" if path.exists() else str(path)}
        return node_variables(PROJECT, state, Path("python"), environ, install=install)

    def test_without_node(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        told = self.variables(tmp_path, tmp_path / "nowhere")["NODE_MISSING"]
        assert f"Node.js {WANTED} with npm is missing" in told
        assert "Install it" in told
        assert told in capfd.readouterr().err

    def test_with_an_old_node(self, tmp_path: Path) -> None:
        machine_with(tmp_path / "bin", "v20.20.2")
        assert "is missing" in self.variables(tmp_path, tmp_path / "bin")["NODE_MISSING"]

    def test_without_the_registry(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        machine_with(tmp_path / "bin", "v24.9.0", npm="exit 1")
        told = self.variables(tmp_path, tmp_path / "bin")["NODE_MISSING"]
        assert "Is the npm registry reachable" in told
        assert told in capfd.readouterr().err

    def test_where_nobody_asked(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        told = self.variables(tmp_path, tmp_path / "bin", install=False)["NODE_MISSING"]
        assert "not installed yet" in told
        assert capfd.readouterr().err == ""

    def test_with_all_of_it(self, tmp_path: Path) -> None:
        own = machine_with(tmp_path / "bin", "v24.9.0")
        first = self.variables(tmp_path, tmp_path / "bin")
        folder = tools_folder(PROJECT, tmp_path)
        assert first == {
            "NODE_PROGRAM": str(own.program),
            "NODE_TOOLS": str(folder / "node_modules"),
        }
        program(tmp_path / "bin", "npm", "exit 1")
        assert self.variables(tmp_path, tmp_path / "bin", install=False) == first
