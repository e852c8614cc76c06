"""When the virtual environment is made again, and when it is left alone."""

import sys
from pathlib import Path

import pytest

from trialfinder.launch.packages import (
    CONSTRAINTS,
    SITE,
    TESTS,
    installed,
    make_venv,
    stamps,
    venv_folder,
    works,
)
from trialfinder.launch.terminal import Refusal


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (*TESTS.files, CONSTRAINTS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}==1\n")
    return tmp_path


def venv_in(folder: Path) -> Path:
    """As little as makes a virtual environment: a python, and a place for packages."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    (folder / ".venv" / "lib" / version / "site-packages").mkdir(parents=True)
    (folder / ".venv/bin").mkdir()
    (folder / ".venv/bin/python").symlink_to(sys.executable)
    return folder / ".venv"


def stamped(venv: Path, project: Path) -> Path:
    stamps(venv).mkdir()
    (stamps(venv) / SITE.name).write_text(SITE.stamp(project))
    return venv


def test_what_is_installed_is_not_installed_again(project: Path) -> None:
    assert installed(stamped(venv_in(project), project), project, SITE)


@pytest.mark.parametrize("changed", ["requirements.txt", CONSTRAINTS])
def test_a_changed_file_is_noticed(project: Path, changed: str) -> None:
    venv = stamped(venv_in(project), project)
    (project / changed).write_text("another==2\n")
    assert not installed(venv, project, SITE)


def test_the_tests_want_more_than_the_site(project: Path) -> None:
    assert not installed(stamped(venv_in(project), project), project, TESTS)


def test_a_venv_without_a_python_does_not_work(project: Path) -> None:
    venv = stamped(venv_in(project), project)
    (venv / "bin/python").unlink()
    (venv / "bin/python").symlink_to("/nowhere/python")
    assert not works(venv)
    assert not installed(venv, project, SITE)


def test_a_strangers_venv_that_does_not_work_is_not_removed(project: Path) -> None:
    venv = venv_in(project)
    (venv / "bin/python").unlink()
    with pytest.raises(Refusal, match="Remove it"):
        make_venv(venv, environ={})
    assert (venv / "bin").is_dir()


def test_a_half_made_venv_is_made_again(project: Path) -> None:
    venv = venv_in(project)
    stamps(venv).mkdir()
    (stamps(venv) / "unfinished").touch()
    (venv / "bin/python").unlink()
    (venv / "half").write_text("")
    make_venv(venv, environ={})
    assert works(venv)
    assert not (venv / "half").exists()


def test_the_venv_is_the_projects_own(project: Path) -> None:
    assert venv_folder(project, project / "var", SITE) == project / ".venv"


def test_a_project_that_cannot_be_written_has_its_venv_in_the_state_folder() -> None:
    elsewhere = Path("/nowhere/trials")
    assert venv_folder(elsewhere, Path("/state"), SITE) == Path("/state/venv")
