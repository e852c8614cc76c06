"""The page of one study."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import shown
from tests.records import study
from trials.models import Change, Correction, Reading, Study, SyncRun
from trials.reading.scope import Scope

pytestmark = pytest.mark.usefixtures("examples")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["nct90000001", "NCT90000001%20", "Nct-90000001"])
def test_other_spellings_of_an_id_lead_to_its_page_for_good(client: Client, typed: str) -> None:
    response = client.get(f"/trials/{typed}/")
    assert (response.status_code, response["Location"]) == (301, "/trials/NCT90000001/")


def test_a_former_id_leads_to_the_study_for_good(client: Client) -> None:
    response = client.get("/trials/NCT90000921/")
    assert (response.status_code, response["Location"]) == (301, "/trials/NCT90000203/")


def test_an_unknown_id_is_helped_on(client: Client) -> None:
    page = shown(client, "/trials/nct9999999/")
    assert page.status == 404
    assert page.title == "NCT09999999 is not in our list"
    assert page.links["Look for NCT09999999 on ClinicalTrials.gov"] == (
        "https://clinicaltrials.gov/study/NCT09999999"
    )
    assert page.links["Find a trial on this site"] == "/trials/"


def test_each_answer_on_what_is_given_shows_the_words_behind_it(client: Client) -> None:
    page = shown(client, "/trials/NCT90000001/")
    assert "Mesenchymal cells (MSC)" in page.words("p", class_="answer-text")
    quotes = page.words("q", lang="en")
    assert "Autologous bone marrow mesenchymal stem cells" in quotes


def test_a_correction_stands_above_the_rules_with_its_reason(client: Client) -> None:
    Correction.objects.create(
        nct_id="NCT90000001",
        question="tissue",
        value=["adipose"],
        reason="The protocol names fat.",
        corrected_at=NOW,
    )
    Reading.objects.filter(study__nct_id="NCT90000001").update(
        tissue=["adipose"], corrected=["tissue"]
    )
    page = shown(client, "/trials/NCT90000001/")
    checked = "Checked by a person on 21 November 2026. The reason: The protocol names fat."
    assert checked in page.words("p")


def test_criteria_stand_in_the_registrys_words_with_bullets_beside_our_reading(
    client: Client,
) -> None:
    page = shown(client, "/trials/NCT90000001/")
    assert "ALS by the Gold Coast criteria" in page.words("li", class_="depth-0")
    assert "Time since the first weakness: at most 24 months" in page.words("p")


def test_a_study_that_shuts_out_earlier_cell_treatment_says_so(client: Client) -> None:
    page = shown(client, "/trials/NCT90000001/")
    assert "earlier cell treatment" in page.words("p", class_="important")[0]


def test_mail_comes_before_phone_and_brings_a_message(client: Client) -> None:
    text = shown(client, "/trials/NCT90000001/").text
    assert text.index("mailto:contact@example.org?subject=") < text.index("tel:")
    assert "I%20may%20not%20be%20able%20to%20phone" in text


def test_a_site_without_a_status_does_not_take_the_studys(client: Client) -> None:
    page = shown(client, "/trials/NCT90000003/")
    assert "Status: not stated for this place" in page.words("p")


def test_the_box_before_you_pay_is_the_same_on_every_study(client: Client) -> None:
    boxes = {
        tuple(shown(client, f"/trials/{nct_id}/").words("section", id="before"))
        for nct_id in Study.objects.values_list("nct_id", flat=True)
    }
    assert len(boxes) == 1


def test_posted_results_stand_in_tables_with_the_registrys_terms(client: Client) -> None:
    page = shown(client, "/trials/NCT90000009/")
    tables = page.words("caption")
    assert "ALSFRS-R at 6 months" in tables
    assert "Serious harms, one by one" in tables
    cells = page.words("td")
    assert "-4.1 (1.5)" in cells
    assert "4 of 20" in cells


def test_notices_of_the_fda_and_results_sent_back_are_told(client: Client) -> None:
    violation = shown(client, "/trials/NCT90000204/")
    assert "FDA notice: the law on results was not followed (5 March 2024)." in violation.text
    unposted = shown(client, "/trials/NCT90000205/")
    assert "The registry sent the results back with questions (20 February 2025)." in (
        unposted.words("li")
    )


def test_hostile_text_stays_text(client: Client) -> None:
    page = shown(client, "/trials/NCT90000207/")
    assert "<script>alert('x')</script>" in page.title
    assert {one.get("type") for one in page.all("script")} == {"application/ld+json"}
    assert not [address for address in page.links.values() if address.startswith("javascript")]


def test_what_changed_is_told_with_before_and_after(client: Client) -> None:
    publish(study(nct_id="NCT90000960", overall_status="NOT_YET_RECRUITING"))
    publish(study(nct_id="NCT90000960", overall_status="RECRUITING"), now=NOW)
    page = shown(client, "/trials/NCT90000960/")
    history = page.words("section", id="history")[0]
    assert "Status (21 November 2026) Before: Not yet recruiting After: Recruiting" in history


def test_a_delisted_study_says_since_when(client: Client) -> None:
    Study.objects.filter(nct_id="NCT90000001").update(delisted_at=NOW)
    run = SyncRun.objects.create(kind="full", state="published", started_at=NOW)
    Change.objects.create(
        study=Study.objects.get(nct_id="NCT90000001"),
        run=run,
        field="listing",
        before="listed",
        after="delisted",
        seen_at=NOW,
    )
    page = shown(client, "/trials/NCT90000001/")
    assert "No longer listed since 21 November 2026" in page.words("h2")
    assert "After: no longer listed" in page.words("p")


def test_a_study_that_was_left_out_says_why(client: Client) -> None:
    left_out = Study.objects.filter(scope=Scope.LEFT_OUT).first()
    assert left_out is not None
    page = shown(client, f"/trials/{left_out.nct_id}/")
    assert "This study is not in our list" in page.words("h2")
    assert "the reason is: " in page.text


def test_it_takes_few_queries(
    client: Client, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    with django_assert_max_num_queries(4):
        client.get("/trials/NCT90000009/")


def test_a_study_that_watches_gives_nothing_and_is_no_trial(client: Client) -> None:
    page = shown(client, "/trials/NCT90000015/")
    assert "It watches people who get stem cells, or got them before" in page.text
    assert "It gives stem cells" not in page.text
    asking = shown(client, page.links["Follow this study"])
    assert asking.title == "Follow this study"
    assert asking.links["Back to the study"] == "/trials/NCT90000015/"
    assert shown(client, "/follow/NCT90000001/").title == "Follow this trial"
