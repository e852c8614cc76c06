from collections.abc import Iterator

import pytest

from tests.records import studies
from tests.stand_in import StandIn


@pytest.fixture
def registry() -> Iterator[StandIn]:
    """A running stand-in registry with 23 plain studies."""
    with StandIn(studies(23)) as running:
        yield running
