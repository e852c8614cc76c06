"""Pages over invented studies, a starter catalogue and a few real towns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import redis
from pytest_django.fixtures import Settings

from tests.integration.catalogue import NOW, publish
from tests.records import all_examples
from trialfinder.redis_address import next_database
from trials.models import Gazetteer, Place, PlaceName
from trials.sync.starter import load_starter_studies
from trials.views.kept import copies, made_of
from trials.views.kept.edition import database_is_away

# GeoNames id, slug, name, state, its code, country, latitude, longitude, people
TOWNS: tuple[tuple[Any, ...], ...] = (
    (4930956, "boston-ma-us", "Boston", "Massachusetts", "MA", "US", 42.35843, -71.05977, 653833),
    (1835848, "seoul-kr", "Seoul", "Seoul", "11", "KR", 37.566, 126.9784, 10349312),
    (4409896, "springfield-mo-us", "Springfield", "Missouri", "MO", "US", 37.215, -93.298, 166810),
    (4951788, "springfield-ma-us", "Springfield", "Massachusetts", "MA", "US", 42.1, -72.6, 155929),
)


@pytest.fixture(autouse=True)
def _plain_static(settings: Settings) -> None:
    """Addresses of static files without a manifest: collecting them is for the journeys."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def towns(db: None) -> None:
    """A gazetteer of four towns, two of one name."""
    for number, slug, name, state, code, country, latitude, longitude, people in TOWNS:
        place = Place.objects.create(
            geoname_id=number,
            slug=slug,
            name=name,
            admin_name=state,
            admin_code=code,
            country_code=country,
            latitude=latitude,
            longitude=longitude,
            population=people,
        )
        PlaceName.objects.create(place=place, folded=name.lower(), is_own=True, is_common=True)
    Gazetteer.objects.create(edition="tests", places=len(TOWNS), loaded_at=NOW)


@pytest.fixture
def examples(towns: None) -> None:
    """Every example record, published by the code of a sync."""
    publish(*all_examples())


@pytest.fixture
def starters(towns: None) -> None:
    """The starter catalogue alone."""
    load_starter_studies(now=NOW)


@pytest.fixture
def store(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[redis.Redis]:
    """The database of the copies, empty; with room enough that no two pages share a slot."""
    monkeypatch.setattr(made_of, "SLOTS", {"pages": 2**32, "choices": 2**32})
    settings.PAGES_CACHE_URL = next_database(settings.REDIS_URL)
    copies._shelf.cache_clear()
    database_is_away.until = 0
    with redis.Redis.from_url(settings.PAGES_CACHE_URL) as client:
        client.flushdb()
        yield client
        client.flushdb()
    copies._shelf.cache_clear()


@pytest.fixture
def catalogue(transactional_db: None, towns: None) -> None:
    """Every example record, committed."""
    publish(*all_examples())
