"""What search engines and browsers are told: facts of the registry, and never markup."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from tests.integration.catalogue import NOW, publish
from tests.records import all_examples
from tests.records.odd_records import hostile_text
from trials.models import Study
from trials.reading.scope import Scope
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def told(client: Client, address: str) -> dict[str, object]:
    """The page's JSON-LD."""
    page = client.get(address).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_a_trial_is_told_by_the_registrys_facts(client: Client) -> None:
    publish(*all_examples())
    data = told(client, "/trials/NCT90000002/")
    assert data["@type"] == "MedicalTrial"
    assert data["status"] == "https://schema.org/Recruiting"
    assert data["code"] == {
        "@type": "MedicalCode",
        "codeValue": "NCT90000002",
        "codingSystem": "ClinicalTrials.gov",
    }
    assert "https://schema.org/PlaceboControlledTrial" in str(data["trialDesign"])


def test_hostile_text_cannot_end_the_element(client: Client) -> None:
    publish(hostile_text())
    nct_id = Study.objects.get().nct_id
    page = client.get(f"/trials/{nct_id}/").content.decode()
    assert "<script>alert" not in page
    assert "<script>alert" in str(told(client, f"/trials/{nct_id}/")["name"])


def test_a_starter_studys_status_of_old_is_not_told(client: Client) -> None:
    load_starter_studies(now=NOW)
    assert "status" not in told(client, "/trials/NCT03280056/")


def test_the_site_says_how_it_is_searched(client: Client) -> None:
    assert told(client, "/")["@type"] == "WebSite"
    page = client.get("/opensearch.xml")
    assert page.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    assert b"/trials/?q={searchTerms}" in page.content


def test_the_sitemap_leads_to_every_study_that_is_not_left_out(client: Client) -> None:
    publish(*all_examples())
    root = ET.fromstring(client.get("/sitemap.xml").content)
    places = {url.findtext(f"{SITEMAP}loc", "") for url in root}
    for study in Study.objects.all():
        address = f"{settings.SITE_URL}/trials/{study.nct_id}/"
        assert (address in places) == (study.scope != Scope.LEFT_OUT)
    for place in places:
        assert client.get(place.removeprefix(settings.SITE_URL)).status_code == 200
    assert "Sitemap: " in client.get("/robots.txt").content.decode()
