"""A record that means harm, on every page that shows a study: text stays text, and all of it."""

import html5lib
import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.records import study
from tests.records.parts import intervention, location, sponsor

pytestmark = pytest.mark.django_db
NCT_ID = "NCT90000666"
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e{{ 7*7 }}\x00'\""
LONG = "stem cells for ALS " * 55_000  # over 1 MB
PAGES = (
    "/",
    "/trials/",
    "/trials/?q=stem+cells",
    "/trials/map/",
    f"/trials/{NCT_ID}/",
    f"/trials/{NCT_ID}/questions/",
    f"/compare/?id={NCT_ID}&id=NCT90000667",
    f"/check/?id={NCT_ID}",
    "/check/earlier-cells/",
    "/fit/results/",
    f"/follow/{NCT_ID}/",
    "/saved/",
    "/about/data/",
    "/export/",
)


@pytest.fixture
def device() -> Client:
    for nct_id in (NCT_ID, "NCT90000667"):
        publish(
            study(
                nct_id=nct_id,
                brief_title=f"Stem cells for ALS {ATTACK}",
                brief_summary=ATTACK + LONG,
                eligibility_criteria=f"Exclusion:\n\n* Earlier cell therapy {ATTACK}\n{LONG}",
                sponsor=ATTACK,
                interventions=[intervention(f"Autologous MSC {ATTACK}", description=ATTACK)],
                locations=[location(ATTACK, ATTACK, "United States", zip=ATTACK)],
                also={"protocolSection.sponsorCollaboratorsModule.leadSponsor": sponsor(ATTACK)},
            )
        )
    device = Client(headers={"Sec-Fetch-Site": "same-origin"})
    device.post("/saved/save/", {"nct_id": NCT_ID})
    device.post("/saved/note/", {"nct_id": NCT_ID, "note": ATTACK})
    return device


def test_nothing_of_it_runs_and_nothing_is_lost(device: Client) -> None:
    for path in PAGES:
        response = device.get(path)
        page = response.content.decode()
        assert response.status_code == 200, path
        html5lib.HTMLParser(strict=True).parse(page)
        for executed in ("<script>alert", "<img src=x", "\u202e", "\x00", "Stem cells for ALS 49"):
            assert executed not in page, path
        assert "unsafe" not in response.headers["Content-Security-Policy"]
    whole = device.get(f"/trials/{NCT_ID}/").content.decode()
    assert whole.count("stem cells for ALS") > 100_000
    assert "{{ 7*7 }}" in whole
