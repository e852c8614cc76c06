"""The sheet of questions for one study."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.integration.pages.test_every_page import check_frame, check_privacy, check_words
from tests.records import study
from trials.models import Study

NCT = "NCT90000001"
PATH = f"/trials/{NCT}/questions/"


def answers(page: Shown) -> list[str]:
    return page.words("p", class_="sheet-answers")


@pytest.mark.usefixtures("examples")
def test_every_study_has_its_sheet(client: Client) -> None:
    for nct_id in Study.objects.values_list("nct_id", flat=True):
        path = f"/trials/{nct_id}/questions/"
        page = shown(client, path)
        check_frame(path, page)
        check_words(path, page)
        check_privacy(path, page)
        assert len(answers(page)) == 8
        assert f"https://clinicaltrials.gov/study/{nct_id}" in words_of(page.all("main")[0])
        assert "Data from ClinicalTrials.gov as of 20 November 2026." in page.text


@pytest.mark.django_db
def test_each_question_shows_what_the_record_answers_and_where(client: Client) -> None:
    publish(study(nct_id=NCT))
    cells, papers, harms, cost, care, oversight, later, stopping = answers(shown(client, PATH))
    assert "mesenchymal" in cells.lower()
    assert "bone marrow" in cells
    assert "[Treatment 1]" in cells or "[Title]" in cells or "[Long title]" in cells
    assert "Papers: not stated, ask." in papers
    assert "shows no results. [Results]" in papers
    assert harms == "What we found: Not stated: ask."
    assert cost == "What we found: Not stated: ask."
    assert "lumbar puncture" in care
    assert "safety board watches this study. [Data monitoring committee]" in care
    assert "Who makes the cells: not stated, ask." in care
    assert "Phase 1 and phase 2. [Phase]" in oversight
    assert "Ethics board: not stated, ask." in oversight
    assert "turns away people who had cells before. [Criteria for taking part]" in later
    assert "Stopping, and nights: not stated, ask." in stopping


@pytest.mark.django_db
def test_words_on_payment_are_shown_with_their_place(client: Client) -> None:
    publish(study(nct_id=NCT, detailed_description="This is a patient-funded study of stem cells."))
    cost = answers(shown(client, PATH))[3]
    assert "patient-funded" in cost
    assert "[Description]" in cost
    assert "not stated, ask" in cost


@pytest.mark.django_db
def test_plain_facts_stand_at_the_top(client: Client) -> None:
    publish(study(nct_id=NCT))
    facts = words_of(shown(client, PATH).all("dl", class_="sheet-facts")[0])
    for fact in (NCT, "Recruiting", "Example University", "1 place", "@", "October 2026"):
        assert fact in facts


@pytest.mark.usefixtures("starters")
def test_starter_facts_never_speak_for_the_record(client: Client) -> None:
    for nct_id in Study.objects.values_list("nct_id", flat=True):
        page = shown(client, f"/trials/{nct_id}/questions/")
        check_frame(nct_id, page)
        check_words(nct_id, page)
        assert "Facts as known in" in page.words("p", class_="sheet-note")[0]
        assert all("Not known here yet: ask." in one for one in answers(page))
        assert not [one for one in answers(page) if "Not stated" in one]


@pytest.mark.usefixtures("examples")
def test_small_letters_and_former_numbers_lead_to_the_sheet(client: Client) -> None:
    response = client.get(f"/trials/{NCT.lower()}/questions/")
    assert (response.status_code, response.headers["Location"]) == (301, PATH)
    known = Study.objects.exclude(nct_id_aliases=[])[0]
    response = client.get(f"/trials/{known.nct_id_aliases[0]}/questions/")
    assert response.headers["Location"] == f"/trials/{known.nct_id}/questions/"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["NCT12345678", "nonsense"])
def test_a_study_that_is_not_here_gets_a_clear_page(client: Client, typed: str) -> None:
    assert shown(client, f"/trials/{typed}/questions/").status == 404


@pytest.mark.usefixtures("examples")
def test_the_studys_page_leads_to_its_sheet(client: Client) -> None:
    assert shown(client, f"/trials/{NCT}/").links["Questions to ask"] == PATH
