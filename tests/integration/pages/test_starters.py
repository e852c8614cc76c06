"""The starter catalogue: honest words for what is not known."""

import pytest
from django.test import Client

from tests.integration.pages.reading_pages import shown
from trials.models import Study

pytestmark = pytest.mark.usefixtures("starters")


def test_every_card_says_when_its_facts_were_known(client: Client) -> None:
    page = shown(client, "/trials/")
    cards = page.words("li", class_="card")
    assert cards
    assert all("Facts as known in " in card for card in cards)


def test_a_recruiting_starter_is_recruiting_when_last_known(client: Client) -> None:
    page = shown(client, "/trials/?status=RECRUITING_LAST_KNOWN")
    marks = page.words("span", class_="status status-closed")
    assert set(marks) == {"Recruiting when last known"}
    assert shown(client, "/trials/?status=RECRUITING").title.startswith("No recruiting trials")


def test_those_recruiting_when_last_known_come_first(client: Client) -> None:
    cards = shown(client, "/trials/").words("li", class_="card")
    last_known = ["Recruiting when last known" in card for card in cards]
    assert any(last_known)
    assert last_known == sorted(last_known, reverse=True)


def test_its_page_says_what_is_not_known_and_never_speaks_of_now(client: Client) -> None:
    study = Study.objects.filter(overall_status="RECRUITING", sites__isnull=True).first()
    assert study is not None
    page = shown(client, f"/trials/{study.nct_id}/")
    assert "looking for people now" not in page.text
    assert "We do not know its places yet. See the registry." in page.text
    assert "Its status in " in " ".join(page.words("p", class_="in-short"))
    assert page.links[f"{study.nct_id} on ClinicalTrials.gov"].endswith(study.nct_id)


def test_silence_of_the_facts_is_never_told_as_silence_of_the_record(client: Client) -> None:
    for nct_id in Study.objects.values_list("nct_id", flat=True):
        page = shown(client, f"/trials/{nct_id}/")
        in_short = " ".join(page.words("p", class_="in-short"))
        assert "The record does not say" not in in_short, nct_id
        assert "Not stated: ask" not in page.text, nct_id


def test_nobody_is_told_that_a_starter_study_has_posted_no_results(client: Client) -> None:
    """Starter facts don't hold it: the registry may well have results."""
    one, two = Study.objects.values_list("nct_id", flat=True)[:2]
    study = shown(client, f"/trials/{one}/")
    assert "We do not know yet if results are posted. See the registry." in study.text
    compared = shown(client, f"/compare/?id={one}&id={two}")
    assert "None posted on the registry" not in compared.text
    assert shown(client, "/trials/?results=no").title.startswith("No ")


def test_nothing_is_said_of_changes_before_the_record_was_read(client: Client) -> None:
    page = shown(client, "/trials/NCT01051882/")
    assert "We have not read the whole record yet. So we cannot tell what changed." in page.text
    assert "since we first read this record" not in page.text
