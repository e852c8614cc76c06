"""The examples in a real database, and a pace that no test has to wait for."""

import pytest

from tests.integration.catalogue import publish
from tests.records import all_examples


@pytest.fixture(autouse=True)
def unhurried(settings: pytest.FixtureRequest) -> None:
    settings.RATES = {**settings.RATES, "api": "100000/m", "export": "100000/m"}  # type: ignore[attr-defined]


@pytest.fixture
def examples(db: None) -> None:
    publish(*all_examples())
