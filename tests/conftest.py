"""What holds for every test."""

import hypothesis
import pytest
from pytest_django.fixtures import Settings

# How long an example takes is the machine's affair; a busy one is no fault of ours.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys come last: the browser's event loop would keep the database from later tests."""
    items.sort(key=lambda item: "tests/journeys" in item.path.as_posix())


@pytest.fixture(autouse=True)
def test_studies_are_welcome(settings: Settings) -> None:
    """Studies with ids from NCT90000000 up are set aside everywhere but here."""
    settings.ACCEPT_TEST_STUDIES = True


@pytest.fixture(autouse=True)
def forms_are_not_counted(settings: Settings) -> None:
    """All tests come from one network; those about the limits set them."""
    settings.RATES = {**settings.RATES, "write": "1000000/s", "signin": "1000000/s"}


@pytest.fixture(autouse=True)
def no_page_is_kept(settings: Settings) -> None:
    """A test's pages are its own; those that are about keeping pages name a store."""
    settings.PAGES_CACHE_URL = ""
