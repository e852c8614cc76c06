"""/trials/map/ where there is little or nothing to show."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.catalogue import NOW, publish
from tests.integration.map_catalogue import add_towns
from tests.integration.pages.reading_pages import shown
from tests.unit.map.world_of_sites import study_at
from trials.models import Study
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db


def test_an_approximate_point_is_marked(client: Client) -> None:
    add_towns()
    publish(study_at(1, "paris-fr"))
    Study.objects.get().sites.update(is_approximate=True)
    page = shown(client, "/trials/map/?at=FR")
    assert "The record gives no exact point." in page.text
    assert 'class="map-hollow"' in page.text


def test_no_study_at_all(client: Client) -> None:
    page = shown(client, "/trials/map/")
    assert "No study that fits has a known place here." in page.words("p")
    assert '<svg class="map-picture"' not in page.text


def test_the_starter_catalogue(client: Client) -> None:
    load_starter_studies(now=NOW)
    page = shown(client, "/trials/map/")
    assert page.status == 200
    assert "map" in page.title
