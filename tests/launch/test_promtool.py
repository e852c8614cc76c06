"""promtool: what the machine has, what Debian's package holds, and what is said without either."""

from __future__ import annotations

from pathlib import Path

import pytest

from trialfinder.launch import promtool
from trialfinder.launch.promtool import promtool_variables
from trialfinder.launch.tests import needs_promtool

STARTS = "#!/bin/sh\\necho promtool"
# Stand-ins: apt-get has the package once it has its lists, dpkg-deb unpacks what stands here.
APT_GET = """case $1 in
update) : > {lists} ;;
download) [ -e {lists} ] && : > prometheus_2.deb ;;
esac"""
DPKG_DEB = "/bin/mkdir -p $3/usr/bin && {puts}"
PUTS = "printf '{text}' > $3/usr/bin/promtool && /bin/chmod 755 $3/usr/bin/promtool"


class Machine:
    """A folder for PATH, with nothing in it but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.path, self.state, self.lists = folder / "bin", folder / "state", folder / "lists"
        self.path.mkdir()
        self.state.mkdir()

    def has(self, name: str, text: str) -> Path:
        program = self.path / name
        program.write_text(f"#!/bin/sh\n{text}\n")
        program.chmod(0o755)
        return program

    def is_debian(self, *, puts: str = PUTS.format(text=STARTS)) -> None:
        self.has("apt-get", APT_GET.format(lists=self.lists))
        self.has("dpkg-deb", DPKG_DEB.format(puts=puts))

    def variables(self, *, install: bool = True) -> dict[str, str]:
        return promtool_variables(self.state, {"PATH": str(self.path)}, install=install)

    def left(self) -> set[str]:
        return {each.name for each in self.state.iterdir()} - {"promtool.lock"}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture(params=[True, False], ids=["root", "somebody"])
def is_root(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(promtool, "can_use_apt", lambda: request.param)
    return bool(request.param)


def test_the_machines_own_is_taken(machine: Machine) -> None:
    own = machine.has("promtool", "exit 0")
    machine.is_debian()
    assert machine.variables() == {"PROMTOOL": str(own)}
    assert machine.left() == set()


@pytest.mark.usefixtures("is_root")
def test_it_is_unpacked_once_and_nothing_else_is_kept(machine: Machine) -> None:
    machine.is_debian()
    machine.lists.touch()
    wanted = {"PROMTOOL": str(machine.state / "promtool")}
    assert machine.variables() == wanted
    assert machine.left() == {"promtool"}
    (machine.path / "apt-get").unlink()
    assert machine.variables(install=False) == wanted


def test_a_machine_without_lists_gets_them_from_root_alone(machine: Machine, is_root: bool) -> None:
    machine.is_debian()
    assert bool(machine.variables()) is is_root
    assert machine.lists.exists() is is_root


@pytest.mark.parametrize(
    "puts", [":", "exit 2", PUTS.format(text="#!/bin/sh\\nexit 1")], ids=["empty", "bad", "broken"]
)
def test_a_package_without_one_that_starts_leaves_nothing(machine: Machine, puts: str) -> None:
    machine.is_debian(puts=puts)
    machine.lists.touch()
    assert machine.variables() == {}
    assert machine.left() == set()


def test_where_there_is_none_it_is_said(
    machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    assert machine.variables() == {}
    assert "Install Prometheus, so that `promtool` is found" in capfd.readouterr().err


def test_where_nobody_asked(machine: Machine, capfd: pytest.CaptureFixture[str]) -> None:
    machine.is_debian()
    assert machine.variables(install=False) == {}
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        ([], True),
        (["-q", "tests/integration"], True),
        (["tests/integration/operations/test_alarms.py"], True),
        (["tests/unit", "-q"], False),
        (["tests/integration/pages"], False),
    ],
)
def test_it_is_had_for_the_tests_of_alarms(arguments: list[str], needed: bool) -> None:
    assert needs_promtool(arguments) is needed
