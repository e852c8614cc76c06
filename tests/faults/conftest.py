"""A site on servers of its own, which the test may break."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.catalogue import catalogue
from tests.faults.preparing import make_tables, sync
from tests.faults.running import Rows, Site, named, session
from tests.faults.servers import Server, own_postgres, own_valkey
from tests.integration.conftest import full_sync, registry, static_files
from tests.records import all_examples
from tests.stand_in import StandIn
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.tests import temporary_folder
from trialfinder.launch.valkey import Valkey

__all__ = ["full_sync", "registry", "static_files"]
NewSite = Callable[[str], Site]
NUMBERS = itertools.count()


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """A registry that answers with every example record."""
    with StandIn(all_examples()) as running:
        yield running
        running.hurry()


@pytest.fixture(scope="session")
def servers_folder() -> Iterator[Path]:
    with temporary_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def shared_postgres(servers_folder: Path) -> Iterator[Server[Postgres]]:
    """One cluster for all these tests, with two databases to copy: `bare` and `synced`."""
    with own_postgres(servers_folder) as server:
        make_tables(server.url, servers_folder)
        with session(named(server.url, "postgres")) as cursor:
            cursor.execute("ALTER DATABASE trialfinder RENAME TO bare")
            cursor.execute("CREATE DATABASE synced TEMPLATE bare")
        sync(named(server.url, "synced"), servers_folder)
        yield server


@pytest.fixture(scope="session")
def undisturbed(shared_postgres: Server[Postgres]) -> dict[str, Rows]:
    """The catalogue after a sync that nothing happened to."""
    return catalogue(named(shared_postgres.url, "synced"))


@pytest.fixture
def postgres(shared_postgres: Server[Postgres]) -> Iterator[Server[Postgres]]:
    """It runs again for the next test, whatever this one did to it."""
    shared_postgres.start()
    yield shared_postgres
    shared_postgres.start()


@pytest.fixture
def redis() -> Iterator[Server[Valkey]]:
    with temporary_folder() as folder, own_valkey(folder) as server:
        yield server


@pytest.fixture
def bare_database(postgres: Server[Postgres]) -> Iterator[str]:
    """The address of a database with tables and nothing in them."""
    with copied(postgres, "bare") as url:
        yield url


@pytest.fixture
def synced_database(postgres: Server[Postgres]) -> Iterator[str]:
    """The address of a database after one sync of every example."""
    with copied(postgres, "synced") as url:
        yield url


@contextmanager
def copied(postgres: Server[Postgres], like: str) -> Iterator[str]:
    name = f"fault_{next(NUMBERS)}"
    with session(named(postgres.url, "postgres")) as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        cursor.execute("CHECKPOINT")  # else a copied sequence begins again after a crash
    yield named(postgres.url, name)
    postgres.start()
    with session(named(postgres.url, "postgres")) as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def new_site(
    redis: Server[Valkey], stand_in: StandIn, servers_folder: Path, tmp_path: Path
) -> Iterator[NewSite]:
    """Makes sites on a database, with none of their processes started."""
    made: list[Site] = []
    (tmp_path / "static").symlink_to(servers_folder / "static")

    def make(database: str) -> Site:
        made.append(Site(database, redis.url, stand_in.base_url, tmp_path))
        return made[-1]

    yield make
    stand_in.hurry()
    for each in made:
        each.kill_all()


@pytest.fixture
def bare_site(new_site: NewSite, bare_database: str) -> Site:
    """A site that never had a sync."""
    return new_site(bare_database)


@pytest.fixture
def site(new_site: NewSite, synced_database: str) -> Site:
    """A site that had one sync of every example."""
    return new_site(synced_database)
