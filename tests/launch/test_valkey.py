"""A real Valkey: started, stopped, killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from trialfinder.launch.accounts import Account
from trialfinder.launch.leftovers import command_of
from trialfinder.launch.processes import Process
from trialfinder.launch.services import Service, stop_services
from trialfinder.launch.terminal import Refusal
from trialfinder.launch.valkey import KEPT, Valkey, prepare_valkey


def prepared(folder: Path, program: Path, account: Account) -> Valkey:
    return prepare_valkey(
        folder / "valkey",
        log=folder / "valkey.log",
        program=program,
        account=account,
        settings={**KEPT, "appendfsync": "always"},
    )


@contextmanager
def answering(server: Valkey) -> Iterator[tuple[Process, redis.Redis]]:
    service = Service.started(server)
    try:
        server.wait_until_ready(service.process)
        with redis.Redis.from_url(server.url) as client:
            yield service.process, client
    finally:
        stop_services([service])


def test_waiting_tasks_outlive_a_stop_and_a_kill(
    folder: Path, valkey_server: Path, account: Account
) -> None:
    with answering(prepared(folder, valkey_server, account)) as (_, client):
        client.rpush("celery", "one")
    with answering(prepared(folder, valkey_server, account)) as (process, client):
        client.rpush("celery", "two")
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with answering(prepared(folder, valkey_server, account)) as (_, client):
        assert client.lrange("celery", 0, -1) == [b"one", b"two"]


def test_it_wants_its_password_which_no_command_line_shows(
    folder: Path, valkey_server: Path, account: Account
) -> None:
    server = prepared(folder, valkey_server, account)
    with answering(server) as (process, _):
        assert server.password not in command_of(process.pid)
        with (
            redis.Redis(port=server.port, retry=Retry(NoBackoff(), 0)) as stranger,
            pytest.raises(redis.AuthenticationError),
        ):
            stranger.ping()
    assert (server.folder / "valkey.conf").stat().st_mode & 0o777 == 0o600


def test_one_left_behind_is_stopped(folder: Path, valkey_server: Path, account: Account) -> None:
    with answering(prepared(folder, valkey_server, account)) as (process, _):
        prepared(folder, valkey_server, account)
        assert process.wait(timeout=5) == 0


def test_damaged_data_is_refused_and_left_alone(
    folder: Path, valkey_server: Path, account: Account
) -> None:
    server = prepared(folder, valkey_server, account)
    with answering(server) as (_, client):
        client.set("a", "b")
    (manifest,) = server.folder.glob("appendonlydir/*.manifest")
    manifest.write_text("nonsense")
    service = Service.started(server)
    with pytest.raises(Refusal, match="Nothing was deleted"):
        server.wait_until_ready(service.process)
    assert manifest.read_text() == "nonsense"
