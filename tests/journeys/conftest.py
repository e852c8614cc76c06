"""Two running sites, a browser without extras, and a guard against every other origin."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, Page, Route

from tests.journeys.running_site import (
    Database,
    free_port,
    manage,
    new_database,
    served,
    sync_examples,
    variables_for,
)

SMALL, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
NewContext = Callable[..., BrowserContext]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        action="store_true",
        help="write docs/screenshots/, test nothing else",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Screenshots are made when asked for, and then alone."""
    asked = bool(config.getoption("--screenshots", default=False))
    mine = [item for item in items if "tests/journeys" in str(item.path)]
    for item in mine:
        item.add_marker(pytest.mark.journey)
    left_out = [item for item in mine if (item.path.name == "test_screenshots.py") != asked]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one, tests are left out, in CI they fail."""
    path = os.environ.get("CHROMIUM_PATH") or "/usr/bin/chromium"
    if Path(path).exists():
        return path
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail("No Chromium was found: set CHROMIUM_PATH, or install chromium.")
    pytest.skip("No Chromium was found: set CHROMIUM_PATH, or install chromium.")


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict[str, Any]:
    """Every name but this machine's own leads nowhere."""
    args = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return {"executable_path": chromium, "args": args}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Every journey names its site: there are two (this takes the plugin's own fixture away)."""


@pytest.fixture(scope="session")
def given_database() -> str:
    """The address of the database that the tests were given."""
    given = os.environ.get("DATABASE_URL")
    if not given:
        name = settings.DATABASES["default"]["NAME"]
        given = f"postgres:///{name}"
    return given


@pytest.fixture(scope="session")
def starter_database(
    given_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Database, Path]]:
    """As `prepare` leaves it: towns and the starter catalogue. With the folder of its files.

    Only copied from, never served: a database in use can't be copied.
    """
    folder = tmp_path_factory.mktemp("site")
    with new_database(given_database, f"journeys_{os.getpid()}_starter") as database:
        manage(variables_for(database, folder, free_port()), "prepare")
        yield database, folder


@pytest.fixture(scope="session")
def site(starter_database: tuple[Database, Path], given_database: str) -> Iterator[str]:
    """The address of a site that has had its first sync: starters and examples.

    It can be asked for e-mails, and reaches no mail server.
    """
    starter, folder = starter_database
    name = f"journeys_{os.getpid()}_synced"
    with new_database(given_database, name, like=starter.name) as database:
        variables = {
            **variables_for(database, folder, free_port()),
            "EMAIL_URL": "smtp://127.0.0.1:9",
            "MAIL_FROM": "updates@example.org",
        }
        sync_examples(variables)
        with served(variables) as address:
            yield address


@pytest.fixture(scope="session")
def starter_site(starter_database: tuple[Database, Path], given_database: str) -> Iterator[str]:
    """The address of a site with the starter catalogue alone."""
    starter, folder = starter_database
    name = f"journeys_{os.getpid()}_starters"
    with (
        new_database(given_database, name, like=starter.name) as database,
        served(variables_for(database, folder, free_port())) as address,
    ):
        yield address


@pytest.fixture
def guarded(new_context: NewContext) -> Iterator[NewContext]:
    """Makes contexts that stop, and tell of, every request to another origin."""
    strangers: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith("http://127.0.0.1:"):
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    def make(**options: Any) -> BrowserContext:
        made = new_context(**options)
        made.route("**/*", guard)
        return made

    yield make
    assert strangers == []


@pytest.fixture
def wide(guarded: NewContext) -> Page:
    """A page on a desk's screen."""
    return guarded(viewport=WIDE).new_page()


@pytest.fixture
def small(guarded: NewContext) -> Page:
    """A page on a small phone; also what 400 % zoom leaves of 1280 px."""
    return guarded(viewport=SMALL).new_page()


@pytest.fixture
def without_scripts(guarded: NewContext) -> Page:
    return guarded(viewport=WIDE, java_script_enabled=False).new_page()
