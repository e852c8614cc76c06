"""Which servers a start uses: the user's, a running start's, or its own."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from trialfinder.launch.environment import Setup, read_setup
from trialfinder.launch.locks import announce, ownership
from trialfinder.launch.servers import given_addresses, running, shared_or_own

NAMED = {"DATABASE_URL": "postgres://somewhere/else", "REDIS_URL": "redis://somewhere/0"}
PYTHON = Path(sys.executable)


@pytest.fixture
def setup(folder: Path) -> Setup:
    own = {key: value for key, value in os.environ.items() if key not in NAMED}
    return replace(read_setup(own, with_env_file=False), state=folder)


def test_an_empty_address_names_no_server() -> None:
    assert given_addresses({"DATABASE_URL": "", "REDIS_URL": "redis://a/0", "PORT": "1"}) == {
        "REDIS_URL": "redis://a/0"
    }


def test_named_servers_are_used_and_nothing_is_embedded(setup: Setup, folder: Path) -> None:
    named = replace(setup, variables={**setup.variables, **NAMED})
    with running(named, PYTHON) as servers:
        assert servers.addresses == NAMED
        assert servers.services == ()
    with shared_or_own(named, PYTHON, doing="manage check") as addresses:
        assert addresses == NAMED
    assert list(folder.iterdir()) == []


def test_a_command_uses_the_servers_of_the_running_site(setup: Setup) -> None:
    with ownership(setup.state, doing="site", address=setup.address):
        announce(setup.state, doing="site", address=setup.address, servers=NAMED)
        with shared_or_own(setup, PYTHON, doing="manage check") as addresses:
            assert addresses == NAMED


def test_a_named_server_stands_above_the_running_sites(setup: Setup) -> None:
    redis = {"REDIS_URL": "redis://mine/0"}
    mine = replace(setup, variables={**setup.variables, **redis})
    with ownership(setup.state, doing="site", address=setup.address):
        announce(setup.state, doing="site", address=setup.address, servers=NAMED)
        with shared_or_own(mine, PYTHON, doing="manage check") as addresses:
            assert addresses == {**NAMED, **redis}
