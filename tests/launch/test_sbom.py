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
