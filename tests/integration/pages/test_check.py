"""Checking a clinic's offer."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.integration.pages.test_every_page import check_frame, check_privacy, check_words
from tests.records import study
from trials.models import Study
from trials.views import closing_doors as doors

OPEN = "Inclusion Criteria:\n\n* Slow vital capacity of 60% of predicted or more"


def asked(client: Client, typed: str) -> Shown:
    page = shown(client, "/check/?" + urlencode({"id": typed}))
    assert page.status == 200
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in page.headers
    check_frame("/check/", page)
    check_words("/check/", page)
    return page


def main_of(page: Shown) -> str:
    return words_of(page.all("main")[0])


@pytest.mark.django_db
def test_the_form_comes_first_and_needs_no_cookie(client: Client) -> None:
    page = shown(client, "/check/")
    check_frame("/check/", page)
    check_words("/check/", page)
    check_privacy("/check/", page)
    (form,) = page.all("form")
    assert (form.get("method"), form.get("action")) == ("get", "/check/")
    assert not page.all("p", class_="card-status")


@pytest.mark.django_db
def test_the_signs_are_boxes_that_are_sent_nowhere(client: Client) -> None:
    page = shown(client, "/check/")
    boxes = page.all("input", type="checkbox")
    assert len(boxes) == 8
    assert not [box for box in boxes if box.get("name") or box.get("checked") is not None]
    (form,) = page.all("form")
    assert not [one for one in form.iter() if one.get("type") == "checkbox"]
    ids = {one.get("id") for one in page.all("p")}
    assert {box.get("aria-describedby") for box in boxes} <= ids


@pytest.mark.usefixtures("examples")
def test_a_known_number_shows_what_the_registry_says_and_does_not(client: Client) -> None:
    page = asked(client, "NCT90000001")
    text = main_of(page)
    assert "What the registry says about NCT90000001" in text
    assert "Own Bone Marrow Stem Cells for ALS" in text
    assert "Recruiting" in words_of(page.all("p", class_="card-status")[0])
    for fact in ("Phase 1 and phase 2", "Example University", "October 2026", "Boston"):
        assert fact in text
    for silence in ("If it is approved", "What it costs", "ethics board", "Who makes the cells"):
        assert silence in words_of(page.all("section", class_="checked")[0])
    assert "Safety board. Stated: yes" in text
    assert page.links["NCT90000001 on the registry's own page"].endswith("/study/NCT90000001")
    assert page.links["All that we know of NCT90000001"] == "/trials/NCT90000001/"
    sheet = page.links["Questions to ask about NCT90000001, to print"]
    assert shown(client, sheet).status == 200


@pytest.mark.usefixtures("examples")
def test_it_says_where_the_record_turns_away_people_who_had_cells(client: Client) -> None:
    page = asked(client, "NCT90000001")
    assert "If you had cells before" in main_of(page)
    assert "Any earlier cell therapy" in [words_of(one) for one in page.all("q")]


@pytest.mark.usefixtures("examples")
def test_a_number_within_a_sentence_is_found(client: Client) -> None:
    page = asked(client, "We are registered (nct 90000001) with the government!")
    assert "What the registry says about NCT90000001" in main_of(page)


@pytest.mark.usefixtures("examples")
def test_several_numbers_are_each_answered_and_the_rest_is_named(client: Client) -> None:
    ids = ["NCT90000001", "NCT90000002", "NCT12345678", "NCT90000004", "NCT90000005"]
    page = asked(client, " and ".join(ids))
    assert len(page.all("section", class_="checked")) == 3
    assert page.links["Check NCT90000004"] == "/check/?id=NCT90000004"
    assert page.links["Check NCT90000005"] == "/check/?id=NCT90000005"


@pytest.mark.usefixtures("examples")
def test_a_whole_number_that_is_not_here_leads_to_the_registry(client: Client) -> None:
    page = asked(client, "NCT12345678")
    assert "NCT12345678 is not in our list" in main_of(page)
    address = page.links["NCT12345678 on the registry's own page"]
    assert address == "https://clinicaltrials.gov/study/NCT12345678"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("NCT0328005", "“NCT0328005” is not a whole study number"),
        ("NCT032800561", "We count 9 digits"),
        ("they are the best", "We found no study number"),
        ("", "The field was empty"),
        ("   ", "The field was empty"),
    ],
)
def test_bad_input_gets_a_clear_word_and_is_kept(client: Client, typed: str, said: str) -> None:
    page = asked(client, typed)
    assert said in main_of(page)
    assert page.all("input", id="f-id")[0].get("value") == typed


@pytest.mark.django_db
def test_what_is_typed_is_shown_as_text(client: Client) -> None:
    page = asked(client, 'NCT123 <script>alert("x")</script>\x00' + "a" * 3000)
    assert not page.all("script")


@pytest.mark.usefixtures("examples")
def test_a_study_that_is_left_out_says_so(client: Client) -> None:
    left_out = Study.objects.filter(scope="left_out")[0]
    assert "This study is not in our list" in main_of(asked(client, left_out.nct_id))


@pytest.mark.usefixtures("examples")
def test_a_former_number_is_told_as_such(client: Client) -> None:
    known = Study.objects.exclude(nct_id_aliases=[])[0]
    former = known.nct_id_aliases[0]
    text = main_of(asked(client, former))
    assert f"{former} is a former number of this study. Now it is {known.nct_id}." in text


@pytest.mark.usefixtures("starters")
def test_starter_facts_claim_nothing_of_the_record(client: Client) -> None:
    known = Study.objects.first()
    assert known is not None
    page = asked(client, known.nct_id)
    text = main_of(page)
    assert "Facts as known in" in text
    assert "oversight" not in text
    assert "we cannot count how many do this" in text


@pytest.mark.usefixtures("examples")
def test_every_study_can_be_checked(client: Client) -> None:
    for nct_id in Study.objects.values_list("nct_id", flat=True):
        asked(client, nct_id)


@pytest.mark.django_db
def test_studies_that_turn_away_are_counted_and_listed(client: Client) -> None:
    publish(
        study(nct_id="NCT90000001", brief_title="Stem Cells for ALS, One"),
        study(
            nct_id="NCT90000002", brief_title="Stem Cells for ALS, Two", overall_status="COMPLETED"
        ),
        study(
            nct_id="NCT90000003", brief_title="Stem Cells for ALS, Three", eligibility_criteria=OPEN
        ),
    )
    page = shown(client, "/check/")
    assert "We could read the rules of 3 studies on our list. 2 have such a rule." in main_of(page)
    listed = shown(client, page.links["See these studies, and what each says"])
    check_frame("", listed)
    check_words("", listed)
    check_privacy("", listed)
    assert [one for one in listed.words("h2") if "Stem" in one] == [
        "Stem Cells for ALS, One",
        "Stem Cells for ALS, Two",
    ]
    assert set(listed.words("q")) == {"Any earlier cell therapy"}
    assert listed.links["Who can take part in NCT90000001"] == "/trials/NCT90000001/#who"


@pytest.mark.django_db
def test_a_changed_record_is_read_anew() -> None:
    publish(study(nct_id="NCT90000001"))
    first = doors.closing_doors()
    publish(study(nct_id="NCT90000001", eligibility_criteria=OPEN))
    second = doors.closing_doors()
    assert (len(first.closing), len(second.closing)) == (1, 0)
    assert second.with_criteria == 1


@pytest.mark.django_db
def test_without_any_such_rule_that_is_said(client: Client) -> None:
    publish(study(nct_id="NCT90000001", eligibility_criteria=OPEN))
    page = shown(client, "/check/")
    assert "We have not found such a rule" in main_of(page)
    assert "See these studies, and what each says" not in page.links
