"""A backup that is killed leaves half a file; the next one says so and clears it."""

import fcntl
import subprocess
from pathlib import Path

import pytest

from tests.faults.running import PYTHON, Site, session
from tests.faults.waiting import wait_until
from trialfinder.launch.environment import PROJECT

HALF = ".*.unfinished"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "nightly"
    made.mkdir()
    return made


def kill_a_backup(site: Site, target: Path) -> None:
    """SIGKILL while it waits for a table that somebody holds."""
    with session(site.database) as cursor:
        cursor.execute("BEGIN")
        cursor.execute("LOCK TABLE trials_study IN ACCESS EXCLUSIVE MODE")
        command = [str(PYTHON), "manage.py", "backup", str(target)]
        with subprocess.Popen(command, cwd=PROJECT, env=site.environ) as writing:
            wait_until(lambda: bool(halves(target)), "half a backup")
            writing.kill()


def halves(target: Path) -> list[Path]:
    return list((target if target.is_dir() else target.parent).glob(HALF))


@pytest.mark.parametrize("name", ["", "made.backup"])
def test_what_a_killed_backup_left_is_cleared_and_told(site: Site, folder: Path, name: str) -> None:
    target = folder / name
    kill_a_backup(site, target)
    (half,) = halves(target)
    assert not list(folder.glob("*.backup"))
    done = site.manage("backup", str(target))
    assert done.returncode == 0, done.stderr
    assert f"{half} was left by a backup that did not end" in done.stderr
    assert not halves(target)
    assert len(list(folder.glob("*.backup"))) == 1


def test_one_that_is_being_written_stays(site: Site, folder: Path) -> None:
    half = folder / ".trialfinder-2026-11-22T034000Z.backup.unfinished"
    with half.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = site.manage("backup", str(folder))
    assert (done.returncode, half.exists()) == (0, True), done.stderr
    assert "did not end" not in done.stderr
