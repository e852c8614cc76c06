"""What machines ask for again and again: told unchanged only by the code that made it."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import Settings

from tests.integration.catalogue import publish
from tests.records import study
from trialfinder.code_version import code_version

pytestmark = pytest.mark.django_db
PATHS = (
    "/api/v1/studies",
    "/api/v1/studies/NCT90000001",
    "/trials/feed.atom",
    "/trials/NCT90000001/feed.atom",
    "/trials/NCT90000001/dates.ics",
    "/export/studies.csv",
)


@pytest.fixture
def upgrade(settings: Settings) -> Iterator[Callable[[], None]]:
    """Once called, the site is of another version; its settings are part of that."""

    def upgraded() -> None:
        settings.SEEN_IN_NO_OTHER_VERSION = True
        code_version.cache_clear()

    yield upgraded
    code_version.cache_clear()


def status(client: Client, path: str, mark: str) -> int:
    return client.get(path, headers={"if-none-match": mark}).status_code


@pytest.mark.parametrize("path", PATHS)
def test_after_an_upgrade_it_is_sent_anew(
    client: Client, upgrade: Callable[[], None], path: str
) -> None:
    publish(study(nct_id="NCT90000001"))
    mark = client.get(path).headers["ETag"]
    assert status(client, path, mark) == 304
    upgrade()
    assert status(client, path, mark) == 200


@pytest.mark.parametrize("path", PATHS)
def test_in_another_language_it_is_another(client: Client, path: str) -> None:
    publish(study(nct_id="NCT90000001"))
    mark = client.get(path).headers["ETag"]
    with translation.override("fr"):
        assert status(client, path, mark) == 200
    assert status(client, path, mark) == 304
