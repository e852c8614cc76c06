"""A PostgreSQL, a Valkey and two web processes of a module's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.servers import Server, own_postgres, own_valkey
from tests.integration.operations.site import TOKEN, Site, free_port, run_manage, web
from trialfinder.launch.counts import VARIABLE as COUNTS
from trialfinder.launch.counts import counts_folder
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.tests import temporary_folder
from trialfinder.launch.valkey import Valkey


@dataclass(frozen=True)
class Servers:
    """A folder, a PostgreSQL and a Valkey."""

    folder: Path
    postgres: Server[Postgres]
    redis: Server[Valkey]


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    with (
        temporary_folder() as folder,
        own_postgres(folder) as postgres,
        own_valkey(folder) as redis,
    ):
        yield Servers(folder, postgres, redis)


@pytest.fixture(scope="module")
def variables(servers: Servers) -> dict[str, str]:
    """The environment of the site."""
    kept = {key: value for key, value in os.environ.items() if key != COUNTS}
    return {
        **kept,
        "DATABASE_URL": servers.postgres.url,
        "REDIS_URL": servers.redis.url,
        "STATE_DIR": str(servers.folder),
        "SECRET_KEY": "for-tests-of-operations-only-" + "x" * 40,
        "HTTPS": "true",
        "LOG_FORMAT": "json",
        "METRICS_TOKEN": TOKEN,
    }


@pytest.fixture(scope="module")
def site(servers: Servers, variables: dict[str, str]) -> Iterator[Site]:
    """The site under HTTPS settings, asked without, as a balancer does; migrated, no study."""
    run_manage(variables, "migrate", "--verbosity", "0")
    run_manage(variables, "collectstatic", "--no-input", "--verbosity", "0")
    log = servers.folder / "web.log"
    found = Site(free_port(), log, servers.postgres, servers.redis)
    with counts_folder(servers.folder) as counts, web(found, {**variables, COUNTS: counts}):
        yield found
