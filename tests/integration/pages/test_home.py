"""The first page."""

import pytest
from django.test import Client

from tests.integration.pages.reading_pages import shown
from trials.models import Study


@pytest.mark.usefixtures("examples")
def test_it_says_how_many_recruit_now_and_leads_to_them(client: Client) -> None:
    page = shown(client, "/")
    count = Study.objects.recruiting_now().count()
    assert count > 1
    assert page.words("p", class_="now-count") == [
        f"{count} studies of stem cells for ALS say that they take people now."
    ]
    listed = shown(client, page.links["See the studies that take people now"])
    assert listed.title == f"{count} recruiting studies of stem cells for ALS"


@pytest.mark.usefixtures("starters")
def test_starter_facts_never_count_as_recruiting_now(client: Client) -> None:
    page = shown(client, "/")
    assert Study.objects.filter(overall_status="RECRUITING").exists()
    assert "cannot say yet how many" in page.words("p", class_="now-count")[0]
    assert "See the studies that take people now" not in page.links
    assert "not updated from the registry yet" in page.text


@pytest.mark.usefixtures("examples")
def test_every_way_to_browse_leads_to_as_many_studies_as_it_says(client: Client) -> None:
    page = shown(client, "/")
    browse = [one for one in page.links.items() if "/trials/?" in one[1] and one[0][-1] == ")"]
    assert len(browse) > 10
    for text, address in browse:
        count = text.rpartition("(")[2].rstrip(")")
        assert shown(client, address).title.startswith(f"{count} "), text


@pytest.mark.usefixtures("examples")
def test_the_answer_names_its_source(client: Client) -> None:
    page = shown(client, "/")
    assert page.title == "Where can I get stem cell treatment for ALS?"
    assert page.links["What the FDA says about stem cells"].startswith("https://www.fda.gov/")
