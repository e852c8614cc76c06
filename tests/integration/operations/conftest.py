"""A PostgreSQL, a Valkey and two web processes of a module's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.integration.operations.site import TOKEN, Site, free_port, run_manage, web
from tests.launch.conftest import account, postgres_programs, valkey_server  # noqa: F401 fixtures
from trialfinder.launch.accounts import Account
from trialfinder.launch.counts import VARIABLE as COUNTS
from trialfinder.launch.counts import counts_folder
from trialfinder.launch.postgres import THROW_AWAY, Postgres
from trialfinder.launch.postgres_data import prepare_postgres
from trialfinder.launch.services import Service, stop_services
from trialfinder.launch.tests import temporary_folder
from trialfinder.launch.valkey import THROW_AWAY as FORGETFUL
from trialfinder.launch.valkey import Valkey, prepare_valkey


@pytest.fixture(scope="module")
def servers(
    account: Account,  # noqa: F811
    postgres_programs: list[Path],  # noqa: F811
    valkey_server: Path,  # noqa: F811
) -> Iterator[tuple[Path, Service, Service]]:
    """A folder, a PostgreSQL and a Valkey, for one module."""
    with temporary_folder() as folder, ExitStack() as stack:
        database = prepare_postgres(
            folder / "postgres",
            log=folder / "postgres.log",
            candidates=postgres_programs,
            account=account,
            settings=THROW_AWAY,
        )
        store = prepare_valkey(
            folder / "valkey",
            log=folder / "valkey.log",
            program=valkey_server,
            account=account,
            settings=FORGETFUL,
        )
        started = []
        for server in (database, store):
            stack.callback(server.leave)
            started.append(Service.started(server))
            stack.callback(stop_services, [started[-1]])
            server.wait_until_ready(started[-1].process)
        database.make_database()
        yield folder, started[0], started[1]


@pytest.fixture(scope="module")
def variables(servers: tuple[Path, Service, Service]) -> dict[str, str]:
    """The environment of the site."""
    folder, database, store = servers
    assert isinstance(database.program, Postgres)
    assert isinstance(store.program, Valkey)
    kept = {key: value for key, value in os.environ.items() if key != COUNTS}
    return {
        **kept,
        "DATABASE_URL": database.program.url,
        "REDIS_URL": store.program.url,
        "STATE_DIR": str(folder),
        "SECRET_KEY": "for-tests-of-operations-only-" + "x" * 40,
        "HTTPS": "true",
        "LOG_FORMAT": "json",
        "METRICS_TOKEN": TOKEN,
    }


@pytest.fixture(scope="module")
def site(servers: tuple[Path, Service, Service], variables: dict[str, str]) -> Iterator[Site]:
    """The site under HTTPS settings, asked without, as a balancer does; migrated, no study."""
    folder, database, store = servers
    run_manage(variables, "migrate", "--verbosity", "0")
    run_manage(variables, "collectstatic", "--no-input", "--verbosity", "0")
    found = Site(free_port(), folder / "web.log", database, store)
    with counts_folder(folder) as counts, web(found, {**variables, COUNTS: counts}):
        yield found
