"""A stand-in registry, and the way from it into a real database."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from tests.records import all_examples
from tests.stand_in import StandIn
from trials.exports.seats import Seats
from trials.models import SyncRun
from trials.registry.client import Registry
from trials.registry.connection import Connection, Manners
from trials.sync.run import check_for_changes, sync_studies
from trials.views.export import SEATS

NOW = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
HURRIED = Manners(pace=0, backoff=0.01, tries_again=2, read_timeout=2, longest_wait=1)
Sync = Callable[[], SyncRun]


@pytest.fixture(scope="session", autouse=True)
def static_files() -> None:
    """The static files as a start of the site collects them; pages name them by their hash."""
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def files_may_stay_unread() -> None:
    """Tests look at many a file's head alone; how many that may be, tests/faults shows."""
    vars(SEATS).update(vars(Seats(10_000)))


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """A registry that answers with every example record."""
    with StandIn(all_examples()) as running:
        yield running


@pytest.fixture
def registry(stand_in: StandIn) -> Registry:
    """The real client, pointed at the stand-in and in a hurry."""
    return Registry(Connection(stand_in.base_url, "tests", HURRIED), page_size=10)


@pytest.fixture
def full_sync(registry: Registry, transactional_db: None) -> Sync:
    """Runs a full sync and gives its row."""
    return lambda: sync_studies(registry, clock=lambda: NOW)


@pytest.fixture
def light_sync(registry: Registry, transactional_db: None) -> Sync:
    """Runs a light check and gives its row."""
    return lambda: check_for_changes(registry, clock=lambda: NOW)
