"""/trials/map/ where there is little or nothing to show."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.catalogue import NOW, publish
from tests.integration.map_catalogue import add_towns
from tests.integration.pages.reading_pages import shown
from tests.integration.pages.test_every_page import check_all
from tests.unit.map.world_of_sites import study_at
from trials.models import Study
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db


ONE, ALL = "The record gives no exact point.", "The records name these towns only."


def test_an_approximate_point_is_marked(client: Client) -> None:
    add_towns()
    publish(study_at(1, "paris-fr", "lyon-fr"))
    Study.objects.get().sites.filter(city="Paris").update(is_approximate=True)
    page = shown(client, "/trials/map/?at=FR")
    assert page.text.count(ONE) == page.text.count('class="map-hollow"') == 1
    assert ALL not in page.text


def test_where_all_points_are_approximate_it_is_said_once(client: Client) -> None:
    add_towns()
    publish(study_at(1, "paris-fr", "lyon-fr"))
    Study.objects.get().sites.update(is_approximate=True)
    page = shown(client, "/trials/map/?at=FR")
    assert page.text.count('class="map-hollow"') == 2
    assert (page.text.count(ONE), page.text.count(ALL)) == (0, 1)


def test_towns_without_a_state_are_listed_below_the_states(client: Client) -> None:
    add_towns()
    publish(study_at(1, "boston-ma-us", "chicago-il-us"))
    Study.objects.get().sites.filter(city="Boston").update(state="", state_code="")
    page = shown(client, "/trials/map/?at=US")
    assert "No state given: 1 study" in page.words("h3")
    assert page.links["Boston, MA: 1 study"] == "/trials/?near=boston-ma-us&within=3&unit=km"
    assert page.links["Illinois: 1 study"] == "/trials/map/?at=US-IL"


def test_no_study_at_all(client: Client) -> None:
    page = shown(client, "/trials/map/")
    assert "No study that fits has a known place here." in page.words("p")
    assert '<svg class="map-picture"' not in page.text


def test_the_starter_catalogue(client: Client) -> None:
    load_starter_studies(now=NOW)
    check_all([(path, shown(client, path)) for path in ("/trials/map/", "/trials/map/?at=US")])
