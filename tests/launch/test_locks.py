"""Two starts on one state folder."""

import json
import subprocess
import sys
from pathlib import Path

from trialfinder.launch.locks import announce, as_guest, ownership, read_owner, refuse_second

ADDRESS = "http://127.0.0.1:8000/"
SERVERS = {"DATABASE_URL": "postgres://a/b", "REDIS_URL": "redis://c/0"}


def test_the_second_start_is_refused_with_the_first_ones_address(tmp_path: Path) -> None:
    with ownership(tmp_path, doing="site", address=ADDRESS) as first:
        assert first
        with ownership(tmp_path, doing="site", address="http://127.0.0.1:8001/") as second:
            assert not second
        assert ADDRESS in str(refuse_second(tmp_path))


def test_a_site_is_refused_while_a_command_has_the_database(tmp_path: Path) -> None:
    with ownership(tmp_path, doing="manage replay", address=ADDRESS):
        assert "./run manage replay" in str(refuse_second(tmp_path))


def test_the_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with ownership(tmp_path, doing="site", address=ADDRESS) as mine:
            assert mine
    assert read_owner(tmp_path) is None


def test_a_guest_is_given_the_servers_once_they_answer(tmp_path: Path) -> None:
    with ownership(tmp_path, doing="site", address=ADDRESS):
        with as_guest(tmp_path) as too_early:
            assert too_early is None
        announce(tmp_path, doing="site", address=ADDRESS, servers=SERVERS)
        with as_guest(tmp_path) as found:
            assert found == SERVERS


def test_the_note_holds_a_password_so_it_is_private(tmp_path: Path) -> None:
    with ownership(tmp_path, doing="site", address=ADDRESS):
        announce(tmp_path, doing="site", address=ADDRESS, servers=SERVERS)
        assert (tmp_path / "running.json").stat().st_mode & 0o777 == 0o600


def test_the_note_of_a_killed_start_is_not_believed(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    note = {"pid": gone.pid, "doing": "site", "address": ADDRESS, "servers": SERVERS}
    (tmp_path / "running.json").write_text(json.dumps(note))
    with as_guest(tmp_path) as found:
        assert found is None


def test_a_note_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text("{")
    assert read_owner(tmp_path) is None
