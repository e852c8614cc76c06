"""A real PostgreSQL: started, stopped, killed, left behind, damaged."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dj_database_url
import pytest

from trialfinder.launch.accounts import Account
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.postgres_data import matching_programs, prepare_postgres
from trialfinder.launch.processes import Process, wait_for
from trialfinder.launch.services import Service, stop_services
from trialfinder.launch.terminal import Refusal


def prepared(folder: Path, programs: list[Path], account: Account) -> Postgres:
    return prepare_postgres(
        folder / "postgres",
        log=folder / "postgres.log",
        candidates=programs,
        account=account,
        settings={},
    )


@contextmanager
def answering(server: Postgres) -> Iterator[Process]:
    service = Service.started(server)
    try:
        server.wait_until_ready(service.process)
        server.make_database()
        yield service.process
    finally:
        stop_services([service])


def test_it_runs_from_the_wheel_and_keeps_its_data_through_everything(
    folder: Path, postgres_programs: list[Path], account: Account
) -> None:
    server = prepared(folder, postgres_programs, account)
    with answering(server):
        server.ask("create table kept (word text)")
        server.ask("insert into kept values ('one')")

    # Killed: its lock file stays behind, and the next start takes over.
    server = prepared(folder, postgres_programs, account)
    with answering(server) as process:
        server.ask("insert into kept values ('two')")
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert (server.data / "postmaster.pid").exists()
        again = prepared(folder, postgres_programs, account)
        with answering(again):
            assert again.ask("select word from kept order by word").split() == ["one", "two"]

            # Left behind by a launcher that was killed: it is stopped, not started beside.
            orphan = int((again.data / "postmaster.pid").read_text().splitlines()[0])
            prepared(folder, postgres_programs, account)
            assert not (again.data / "postmaster.pid").exists()
            assert not says_running(orphan)


def says_running(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False


def test_it_is_private_sorts_the_same_everywhere_and_searches_words(
    folder: Path, postgres_programs: list[Path], account: Account
) -> None:
    server = prepared(folder, postgres_programs, account)
    assert server.sockets.stat().st_mode & 0o777 == 0o700
    with answering(server):
        assert server.ask("show listen_addresses").strip() == ""
        assert server.ask("select lower('ÄÉ'), 'Z' < 'a'").strip() == "äé|t"
        assert server.ask("select to_tsvector('english', 'trials')").strip() == "'trial':1"
        for extension in ("pg_trgm", "unaccent"):
            server.ask(f"create extension {extension}")


def test_a_half_made_folder_is_made_again(
    folder: Path, postgres_programs: list[Path], account: Account
) -> None:
    (folder / "postgres/data.unfinished").mkdir(parents=True)
    server = prepared(folder, postgres_programs, account)
    assert (server.data / "PG_VERSION").exists()
    assert not (folder / "postgres/data.unfinished").exists()


def test_damaged_data_is_refused_and_left_alone(
    folder: Path, postgres_programs: list[Path], account: Account
) -> None:
    server = prepared(folder, postgres_programs, account)
    control = server.data / "global/pg_control"
    control.write_bytes(b"")
    service = Service.started(server)
    with pytest.raises(Refusal, match="Nothing was deleted"):
        server.wait_until_ready(service.process)
    assert wait_for(service.process, seconds=10)
    assert control.exists()

    (server.data / "PG_VERSION").unlink()
    with pytest.raises(Refusal, match="Nothing was changed"):
        prepared(folder, postgres_programs, account)
    assert control.exists()


def test_data_of_another_major_version_is_refused(
    folder: Path, postgres_programs: list[Path]
) -> None:
    (folder / "PG_VERSION").write_text("9\n")
    with pytest.raises(Refusal, match="made by PostgreSQL 9"):
        matching_programs(folder, postgres_programs)


def test_without_any_postgresql_the_way_out_is_named(folder: Path) -> None:
    with pytest.raises(Refusal, match="apt install postgresql"):
        matching_programs(folder, [])


@pytest.mark.parametrize(
    "sockets", ["/home/Anna Müller/Trials/var/postgres", "/srv/a%2Fb:c@d", "/srv/plain"]
)
def test_the_address_names_the_socket_folder_exactly(sockets: str, account: Account) -> None:
    server = Postgres(Path("/"), Path("/"), Path("/"), account, {}, Path(sockets))
    read = dj_database_url.parse(server.url)
    assert (read["HOST"], read["USER"], read["NAME"]) == (sockets, "trialfinder", "trialfinder")


def test_a_path_too_long_for_a_socket_uses_a_short_one(
    folder: Path, postgres_programs: list[Path], account: Account
) -> None:
    deep = folder / ("long-" * 20)
    deep.mkdir(mode=0o711)
    server = prepared(deep, postgres_programs, account)
    with answering(server):
        assert len(str(server.sockets)) < 60
    server.leave()
    assert not server.sockets.exists()
    assert server.data.exists()
