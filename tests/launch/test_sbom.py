"""The list of what the site is made of names every pinned package, and nothing of the tests'."""

import json
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from trialfinder.launch.environment import PROJECT
from trialfinder.launch.packages import CONSTRAINTS
from trialfinder.launch.sbom import main, pinned


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Name -> version, as the list has them."""
    file = tmp_path_factory.mktemp("sbom") / "sbom.json"
    assert main([str(file)]) == 0
    bill = json.loads(file.read_text())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    return {canonicalize_name(one["name"]): one["version"] for one in bill["components"]}


def pins(text: str) -> dict[str, str]:
    lines = (line.partition("#")[0].strip().partition("==") for line in text.splitlines())
    return {canonicalize_name(name.partition("[")[0]): pin for name, _, pin in lines if name}


def test_every_requirement_is_named_with_its_pinned_version(versions: dict[str, str]) -> None:
    wanted = pins((PROJECT / "requirements.txt").read_text())
    assert wanted
    assert wanted.items() <= versions.items()
    assert len(pinned(PROJECT)) == len(wanted)


def test_what_these_need_is_pinned_too(versions: dict[str, str]) -> None:
    known = pins((PROJECT / "requirements.txt").read_text())
    known |= pins(Path(PROJECT / CONSTRAINTS).read_text())
    assert versions.items() <= known.items()


def test_tools_of_the_tests_are_not_part_of_it(versions: dict[str, str]) -> None:
    assert not {"pytest", "mypy", "ruff", "bandit", "pip-audit"} & set(versions)


def test_asked_for_help_it_writes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "usage: ./run sbom" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_a_file_that_cant_be_written_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none" / "sbom.json")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("The list was not written: ")
    assert "No such file or directory" in said
    assert len(said.splitlines()) == 1
