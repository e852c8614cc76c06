"""What a start was told, and the variables that it hands on."""

from pathlib import Path

import pytest

from trialfinder.launch.environment import process_environment, read_env_file, read_setup
from trialfinder.launch.terminal import Refusal


def env_file(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("PORT=9000", "PORT", "9000"),
        ("  PORT = 9000  ", "PORT", "9000"),
        ("export PORT=9000", "PORT", "9000"),
        ("PORT='9000'", "PORT", "9000"),
        ('NAME="ALS trials"', "NAME", "ALS trials"),
        ("NAME=a # why", "NAME", "a"),
        ("NAME='a # b'", "NAME", "a # b"),
        ("URL=postgres://u:p#w@host/db?x=1", "URL", "postgres://u:p#w@host/db?x=1"),
        ("EMPTY=", "EMPTY", ""),
    ],
)
def test_env_file_lines(tmp_path: Path, line: str, key: str, value: str) -> None:
    assert read_env_file(env_file(tmp_path, f"# settings\n\n{line}\n")) == {key: value}


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="line 2"):
        read_env_file(env_file(tmp_path, "PORT=9000\nHOST\n"))


def test_a_mark_of_byte_order_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=9000\nSITE_CONTACT=jürg@example.org\n", "utf-8-sig")
    found = read_env_file(tmp_path / ".env")
    assert found == {"PORT": "9000", "SITE_CONTACT": "jürg@example.org"}


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_is_refused_in_words(tmp_path: Path, encoding: str) -> None:
    (tmp_path / ".env").write_text("PORT=9000\nSITE_CONTACT=jürg@example.org\n", encoding)
    with pytest.raises(Refusal, match=r"\.env is not UTF-8.*Nothing was started") as refused:
        read_env_file(tmp_path / ".env")
    assert ("line 2" in str(refused.value)) is (encoding == "latin-1")


def test_an_address_in_a_file_is_text(tmp_path: Path) -> None:
    (tmp_path / "url").write_bytes(b"\xff\xfe")
    with pytest.raises(Refusal, match="REDIS_URL_FILE"):
        read_setup({"REDIS_URL_FILE": str(tmp_path / "url")}, project=tmp_path)


def test_no_env_file_is_no_settings(tmp_path: Path) -> None:
    assert read_env_file(tmp_path / ".env") == {}


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    env_file(tmp_path, "PORT=9000\nHOST=127.0.0.2\n")
    setup = read_setup({"PORT": "9001"}, project=tmp_path)
    assert (setup.host, setup.port) == ("127.0.0.2", 9001)


def test_tests_do_not_read_the_file(tmp_path: Path) -> None:
    env_file(tmp_path, "DATABASE_URL=postgres://somebody/needs-this\n")
    setup = read_setup({}, project=tmp_path, with_env_file=False)
    assert "DATABASE_URL" not in setup.variables


def test_the_defaults(tmp_path: Path) -> None:
    assert read_setup({}, project=tmp_path).address == "http://127.0.0.1:8000/"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8000x", "٣", "1e3"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    with pytest.raises(Refusal, match="from 1 to 65535"):
        read_setup({"PORT": port}, project=tmp_path)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("0.0.0.0", "http://127.0.0.1:8000/"),  # noqa: S104 - read, not bound
        ("::", "http://[::1]:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("localhost", "http://localhost:8000/"),
    ],
)
def test_the_address_can_be_opened_on_this_machine(tmp_path: Path, host: str, address: str) -> None:
    assert read_setup({"HOST": host}, project=tmp_path).address == address


def test_processes_are_given_where_everything_is(tmp_path: Path) -> None:
    setup = read_setup({"STATE_DIR": "data", "PATH": "/bin"}, project=tmp_path)
    servers = {"DATABASE_URL": "postgres://a/b", "REDIS_URL": "redis://c/0"}
    given = process_environment(setup, servers, python=tmp_path / "venv/bin/python")
    assert given.items() >= servers.items()
    assert given["SECRET_KEY_FILE"] == str(tmp_path / "data/secret-key")
    assert given["DJANGO_SETTINGS_MODULE"] == "trialfinder.settings"
    assert given["PATH"] == f"{tmp_path / 'venv/bin'}:/bin"


def test_a_secret_of_ones_own_is_kept(tmp_path: Path) -> None:
    setup = read_setup({"SECRET_KEY_FILE": "/run/secrets/key"}, project=tmp_path)
    given = process_environment(setup, {}, python=tmp_path / "bin/python")
    assert given["SECRET_KEY_FILE"] == "/run/secrets/key"
