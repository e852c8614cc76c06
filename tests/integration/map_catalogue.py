"""Studies all over the world, and the towns that they are in, for tests of the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from tests.integration.catalogue import publish
from tests.records import Json, all_examples, study
from tests.records.parts import location
from tests.unit.map.world_of_sites import TOWNS, site, studies_all_over, study_at
from trials.models import Place
from trials.records.countries import country_code
from trials.records.states import state_code


def add_towns() -> None:
    """A gazetteer of the towns of the test studies."""
    for number, town in enumerate(TOWNS.values()):
        country = country_code(town.country) or ""
        Place.objects.create(
            geoname_id=number,
            slug=town.slug,
            name=town.city,
            admin_name=town.state,
            admin_code=(state_code(town.state, country) or "") if town.state else "",
            country_code=country,
            latitude=town.latitude,
            longitude=town.longitude,
            population=1000,
        )


def publish_everywhere() -> None:
    """The examples, studies all over the world, and some that are hard to place."""
    publish(
        *all_examples(),
        *studies_all_over(),
        study(nct_id="NCT90005001", locations=None),
        study(nct_id="NCT90005002", locations=[location("Example", "Nowhere Town", "Germany")]),
        study(nct_id="NCT90005003", locations=[location("Example", None, "United States")]),
        study_at(900, "boston-ma-us", overall_status="COMPLETED"),
        study(nct_id="NCT90005004", locations=[site("boston-ma-us", "COMPLETED")]),
        study(
            nct_id="NCT90005005",
            locations=[site("boston-ma-us", "COMPLETED"), site("worcester-ma-us", "RECRUITING")],
        ),
        study(nct_id="NCT90005006", locations=[_north_of_boston()]),
    )


def _north_of_boston() -> Json:
    """2.4 km from the town's own point, and nearer to it than to any other town's."""
    return location(
        "Example", "Boston", "United States", state="Massachusetts", point=(42.38, -71.06)
    )


@pytest.fixture(scope="module")
def everywhere(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """All of it, made once for a module and taken away after it."""
    with django_db_blocker.unblock():
        add_towns()
        publish_everywhere()
        yield
        call_command("flush", interactive=False, verbosity=0)
