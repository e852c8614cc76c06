"""Where the data goes, and the secret that is made once."""

from pathlib import Path

import pytest

from trialfinder.launch.state import keep_secret, make_folder, open_state, state_folder
from trialfinder.launch.terminal import Refusal


def test_a_user_keeps_data_in_the_project(tmp_path: Path) -> None:
    assert state_folder(tmp_path, {}, uid=1000) == tmp_path / "var"


def test_root_keeps_data_outside_its_home_and_apart_for_each_copy() -> None:
    one, other = (state_folder(Path(each), {}, uid=0) for each in ("/root/one", "/root/other"))
    assert one.parent == other.parent == Path("/var/lib/als-trial-finder")
    assert one != other


@pytest.mark.parametrize("uid", [0, 1000])
def test_state_dir_is_obeyed_and_may_be_relative(tmp_path: Path, uid: int) -> None:
    assert state_folder(tmp_path, {"STATE_DIR": "/srv/trials"}, uid=uid) == Path("/srv/trials")
    assert state_folder(tmp_path, {"STATE_DIR": "data"}, uid=uid) == tmp_path / "data"


def test_a_project_that_cannot_be_written_uses_the_home_folder() -> None:
    found = state_folder(Path("/nowhere/trials"), {"XDG_STATE_HOME": "/home/a/state"}, uid=1000)
    assert found.parent == Path("/home/a/state/als-trial-finder")


def test_the_secret_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    first = keep_secret(path)
    assert keep_secret(path) == first
    assert len(first) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_two_secrets_differ(tmp_path: Path) -> None:
    assert keep_secret(tmp_path / "one") != keep_secret(tmp_path / "other")


def test_logs_are_for_their_owner_alone(tmp_path: Path) -> None:
    state = open_state(tmp_path / "deep" / "state")
    assert (state / "logs").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal, match="STATE_DIR"):
        make_folder(tmp_path / "file" / "state", mode=0o700)
