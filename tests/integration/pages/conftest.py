"""Pages over invented studies, a starter catalogue and a few real towns."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.fixtures import Settings

from tests.integration.catalogue import NOW, publish
from tests.records import all_examples
from trials.models import Gazetteer, Place, PlaceName
from trials.sync.starter import load_starter_studies

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
