"""/about/data/ and /robots.txt."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.integration.catalogue import NOW
from tests.integration.pages.reading_pages import shown
from trials.models import Study, SyncProblem, SyncRun

LATER = NOW + timedelta(days=1)


@pytest.mark.usefixtures("examples")
def test_it_counts_what_is_held_and_left_out(client: Client) -> None:
    page = shown(client, "/about/data/")
    facts = dict(zip(page.words("dt"), page.words("dd"), strict=True))
    listed = Study.objects.filter(scope="listed").count()
    assert facts["Stem cells given to people with ALS"] == str(listed)
    assert facts["Records looked at in the last full update"] == str(Study.objects.count())
    assert int(facts["Left out"]) == Study.objects.filter(scope="left_out").count() > 0


@pytest.mark.usefixtures("examples")
def test_it_names_what_could_not_be_read_and_why(client: Client) -> None:
    run = SyncRun.objects.create(
        kind="full", state="published", started_at=NOW, finished_at=LATER, seen=9, set_aside=1
    )
    SyncProblem.objects.create(
        run=run, nct_id="NCT90000999", field="phases", reason="not a list", is_fatal=True
    )
    assert "NCT90000999: phases: not a list" in shown(client, "/about/data/").words("li")


@pytest.mark.usefixtures("examples")
def test_a_run_that_failed_is_told_in_its_own_words(client: Client) -> None:
    SyncRun.objects.create(
        kind="light", state="failed", started_at=NOW, message="The registry refused (403)."
    )
    page = shown(client, "/about/data/")
    assert "Not published: it failed. The registry refused (403)." in page.words("td")


@pytest.mark.usefixtures("starters")
def test_starters_are_told_apart(client: Client) -> None:
    page = shown(client, "/about/data/")
    assert "This site has not been updated from the registry yet." in page.words("p")
    assert "They do not count as recruiting now." in page.text


def test_robots_may_read_all_but_the_admin(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    first, second, third = response.content.decode().splitlines()
    assert (first, second) == ("User-agent: *", "Disallow: /admin/")
    assert third.startswith("Sitemap: http")
