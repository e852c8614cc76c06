"""'My situation': one question a page, answers on the device alone, nothing left behind."""

from __future__ import annotations

import base64
import logging
import re
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest
from django.core.signals import got_request_exception
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.views.debug import ExceptionReporter
from pytest_django.fixtures import Settings

from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.integration.pages.test_every_page import check_frame, check_words
from trials.models import Study
from trials.reading.scope import Scope
from trials.views.fit import question as question_view
from trials.views.fit.answers import Answer, Answers
from trials.views.fit.questions import BY_SLUG, QUESTIONS
from trials.views.fit.sealed import sealed, unsealed

pytestmark = pytest.mark.usefixtures("examples")
TODAY = datetime.now(UTC).date()
LONG_AGO = TODAY.year - 6
SECRET = "57"
TYPED = "zeb" + "ra"  # a report shows lines of code too: this word stands in none near it
ALL: dict[str, dict[str, str | list[str]]] = {
    "first-weakness": {"first_weakness-month": "5", "first_weakness-year": str(LONG_AGO)},
    "first-symptom": {"first_symptom-year": str(LONG_AGO)},
    "diagnosis": {
        "diagnosis-day": "7",
        "diagnosis-month": "11",
        "diagnosis-year": str(LONG_AGO),
    },
    "breathing-test": {
        "vital_capacity_percent": "62,5 %",
        "vital_capacity_test": "svc",
        "vital_capacity_position": "upright",
    },
    "alsfrs-r": {"alsfrs_total": "38"},
    "age": {"age": SECRET},
    "sex": {"sex": "FEMALE"},
    "breathing-help": {"ventilation": ["noninvasive"], "noninvasive_hours": "7.5"},
    "feeding-tube": {"feeding_tube": "no"},
    "riluzole": {"riluzole": "yes", "riluzole_since-month": "1", "riluzole_since-year": "2025"},
    "edaravone": {"edaravone": "no"},
    "tofersen": {"tofersen": "no"},
    "earlier-cells": {"prior_cell_therapy": "yes", "prior_cell_therapy_last-year": "2023"},
    "earlier-gene-treatment": {"prior_gene_therapy": "yes"},
    "gene": {"gene": "none_found"},
    "family": {"familial": "no"},
    "el-escorial": {"el_escorial": "probable"},
    "blood-thinners": {"anticoagulants": "no"},
    "immune-drugs": {"immunosuppressants": "no"},
    "lumbar-puncture": {"lumbar_puncture_possible": "yes"},
    "pregnancy": {"pregnant": "no"},
    "cancer": {"cancer_history": "no"},
    "caregiver": {"caregiver": "yes"},
}


@pytest.fixture
def person() -> Client:
    """A browser: its forms come from this site."""
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def all_told(person: Client) -> Client:
    for slug, answer in ALL.items():
        assert person.post(f"/fit/{slug}/", answer).status_code == 303
    return person


def kept(client: Client) -> Answers:
    answers = unsealed(client.cookies["situation"].value, today=TODAY)
    assert answers is not None
    return answers


class TestEveryPage:
    def test_is_valid_plain_and_private(self, person: Client) -> None:
        check(person)

    def test_also_with_every_question_answered(self, all_told: Client) -> None:
        check(all_told)

    def test_also_with_unknown_everywhere(self, person: Client) -> None:
        for question in QUESTIONS:
            person.post(f"/fit/{question.slug}/", {"unknown": "1"})
        check(person)


def check(client: Client) -> None:
    slugs = [question.slug for question in QUESTIONS]
    for path in ("/fit/", "/fit/results/", *(f"/fit/{slug}/" for slug in slugs)):
        page = shown(client, path)
        assert page.status == 200
        assert page.headers["Cache-Control"] == "private, no-store"
        assert page.headers["X-Robots-Tag"] == "noindex"
        check_frame(path, page)
        check_words(path, page)
        assert not page.all("script")


class TestQuestions:
    def test_each_leads_to_the_next_and_the_last_to_the_results(self, person: Client) -> None:
        slugs = [question.slug for question in QUESTIONS]
        assert list(ALL) == slugs
        for slug, following in zip(slugs, [*slugs[1:], "results"], strict=True):
            answered = person.post(f"/fit/{slug}/", ALL[slug])
            assert (answered.status_code, answered["Location"]) == (303, f"/fit/{following}/")
        assert kept(person).count == len(QUESTIONS)

    def test_each_can_be_skipped_gone_back_from_and_not_known(self, person: Client) -> None:
        for question in QUESTIONS:
            page = shown(person, f"/fit/{question.slug}/")
            links = " | ".join(page.links)
            assert "Skip" in links
            assert "Back to the" in links
            assert [one for one in page.words("button") if one.startswith("I do not know")]

    def test_what_was_chosen_is_in_sight_on_every_page(self, all_told: Client) -> None:
        for path in ("/fit/", "/fit/cancer/", "/fit/results/"):
            page = shown(all_told, path)
            told = " ".join(page.words("dd"))
            assert "May" in told
            assert "62.5 percent" in told
            assert "57 years" in told

    def test_progress_is_told_in_words(self, person: Client) -> None:
        page = shown(person, "/fit/age/")
        assert f"Question 6 of {len(QUESTIONS)}. You can skip it." in page.words("p")

    def test_undo_brings_the_answer_before_back(self, person: Client) -> None:
        person.post("/fit/age/", {"age": "61"})
        person.post("/fit/age/", {"age": "16"})
        undone = person.post("/fit/undo/")
        assert (undone.status_code, undone["Location"]) == (303, "/fit/age/")
        assert kept(person).of("age") == "61"
        assert "Undo" not in shown(person, "/fit/age/").words("button")

    def test_undo_of_the_first_answer_leaves_nothing_on_the_device(self, person: Client) -> None:
        person.post("/fit/age/", {"age": "61"})
        person.post("/fit/undo/")
        assert person.cookies["situation"].value == ""

    def test_an_emptied_field_takes_the_answer_out(self, person: Client) -> None:
        person.post("/fit/sex/", ALL["sex"])
        person.post("/fit/age/", {"age": "61"})
        person.post("/fit/age/", {"age": ""})
        assert kept(person).of("age") == ""
        assert "You took your answer out: Age." in shown(person, "/fit/").words("p")

    @pytest.mark.parametrize(
        ("slug", "typed", "word"),
        [
            ("age", {"age": "sixty"}, "Please give a number"),
            ("age", {"age": "999"}, "from 1 to 120"),
            ("age", {"age": "60.5"}, "whole number"),
            ("alsfrs-r", {"alsfrs_total": "49"}, "from 0 to 48"),
            ("breathing-test", {"vital_capacity_percent": "-5"}, "Please give a number"),
            ("breathing-help", {"ventilation": ["none", "invasive"]}, "something else too"),
            ("sex", {"sex": "X"}, "choose one"),
            ("diagnosis", {"diagnosis-year": "24"}, "four digits"),
            ("diagnosis", {"diagnosis-month": "5"}, "four digits"),
            ("diagnosis", {"diagnosis-day": "5", "diagnosis-year": "2024"}, "its month too"),
            ("diagnosis", {"diagnosis-year": str(TODAY.year + 1)}, "still to come"),
            (
                "diagnosis",
                {"diagnosis-day": "31", "diagnosis-month": "2", "diagnosis-year": "2024"},
                "not a date",
            ),
        ],
    )
    def test_bad_input_gets_a_clear_word_first_and_loses_nothing(
        self, person: Client, slug: str, typed: dict[str, Any], word: str
    ) -> None:
        person.post("/fit/feeding-tube/", {"feeding_tube": "yes"})
        response = person.post(f"/fit/{slug}/", typed)
        page = parsed(response)
        assert page.status == 422
        assert page.title.endswith("?")
        assert page.words("title")[0].startswith("Please check: ")
        main = page.all("main")[0]
        first = next(one for one in main.iter() if one.get("class") == "faults")
        assert word in words_of(first)
        assert first.get("autofocus") is not None
        target = next(one for one in first.iter() if one.get("href")).get("href", "")[1:]
        assert page.all("input", id=target) or page.all("select", id=target) or slug == "sex"
        for name, value in typed.items():
            for one in [value] if isinstance(value, str) else value:
                assert one in still_typed(page, name) or slug == "sex"
        assert kept(person).of("feeding_tube") == "yes"

    def test_unknown_questions_are_not_found(self, person: Client) -> None:
        assert person.get("/fit/shoe-size/").status_code == 404


def parsed(response: Any) -> Shown:
    text = response.content.decode()
    tree = html5lib.HTMLParser(strict=True).parse(text)
    return Shown(response.status_code, response.headers, text, tree)


def still_typed(page: Shown, name: str) -> list[str]:
    fields = [one for one in page.all("input", name=name) if one.get("type") == "text"]
    ticks = [one for one in page.all("input", name=name) if one.get("checked") is not None]
    chosen = [
        option
        for select in page.all("select", name=name)
        for option in select
        if option.get("selected") is not None
    ]
    return [str(one.get("value")) for one in (*fields, *ticks, *chosen)]


class TestTheCookie:
    def test_is_for_these_pages_this_visit_and_no_script(self, person: Client) -> None:
        cookie = person.post("/fit/age/", {"age": SECRET}).cookies["situation"]
        assert cookie["path"] == "/fit/"
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Strict"
        assert (cookie["max-age"], cookie["expires"], cookie["domain"]) == ("", "", "")
        assert cookie["secure"] == ""

    def test_is_secure_under_https(self, settings: Settings) -> None:
        settings.HTTPS = True
        person = Client(headers={"Sec-Fetch-Site": "same-origin"})
        cookie = person.post("/fit/age/", {"age": SECRET}, secure=True).cookies[
            "__Secure-situation"
        ]
        assert cookie["secure"] is True

    def test_cannot_be_read_without_the_key(self, all_told: Client) -> None:
        value = all_told.cookies["situation"].value
        assert len(value) < 4000
        inside = base64.urlsafe_b64decode(value)
        for word in (b"weakness", b"FEMALE", b"yes", str(LONG_AGO).encode()):
            assert word not in inside

    @pytest.mark.parametrize("harm", ["tampered", "plain", "too long", "old", "other key"])
    def test_that_cannot_be_read_means_a_fresh_start_and_a_clear_word(
        self, person: Client, settings: Settings, harm: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        person.post("/fit/age/", {"age": SECRET})
        good = person.cookies["situation"].value
        if harm == "other key":
            settings.SECRET_KEY = "another key than the one before"
        if harm == "old":
            soon = datetime.now(UTC).timestamp() + timedelta(days=31).total_seconds()
            monkeypatch.setattr("cryptography.fernet.time.time", lambda: soon)
        person.cookies["situation"] = {
            "tampered": good[:-8] + "AAAAAAA=",
            "plain": '[1,{"age":{"age":"57"}},null]',
            "too long": good * 40,
        }.get(harm, good)
        response = person.get("/fit/age/")
        page = parsed(response)
        assert "Your answers could not be read" in page.words("h2")
        assert SECRET not in page.words("dd")
        assert response.cookies["situation"].value == ""
        assert "Your answers could not be read" not in shown(person, "/fit/").words("h2")

    def test_of_an_older_version_is_not_misread(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = sealed(Answers({"age": Answer({"age": SECRET})}))
        monkeypatch.setattr("trials.views.fit.answers.VERSION", 2)
        assert unsealed(text, today=TODAY) is None

    def test_an_older_key_still_opens(self, settings: Settings) -> None:
        answers = Answers({"age": Answer({"age": SECRET})})
        text = sealed(answers)
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "the key of today"
        assert unsealed(text, today=TODAY) == answers


class TestForgetting:
    def test_deletes_at_once_from_every_page(self, all_told: Client) -> None:
        for path in ("/fit/", "/fit/sex/", "/fit/results/"):
            forms = [one.get("action") for one in shown(all_told, path).all("form")]
            assert "/fit/forget/" in forms
        response = all_told.post("/fit/forget/")
        assert response.cookies["situation"].value == ""
        assert response.cookies["situation"]["max-age"] == 0
        assert response.cookies["situation"]["path"] == "/fit/"
        assert response["Cache-Control"] == "private, no-store"
        assert kept_nothing(all_told)

    def test_a_slip_can_be_mended_from_that_page(self, all_told: Client) -> None:
        page = parsed(all_told.post("/fit/forget/"))
        sealed_answers = page.all("input", name="kept")[0].get("value")
        all_told.post("/fit/bring-back/", {"kept": sealed_answers})
        assert kept(all_told).count == len(QUESTIONS)

    def test_but_not_for_long(self, all_told: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        page = parsed(all_told.post("/fit/forget/"))
        sealed_answers = page.all("input", name="kept")[0].get("value")
        later = datetime.now(UTC).timestamp() + 660
        monkeypatch.setattr("cryptography.fernet.time.time", lambda: later)
        response = all_told.post("/fit/bring-back/", {"kept": sealed_answers})
        assert "too late" in response.content.decode()
        assert kept_nothing(all_told)

    def test_without_answers_there_is_nothing_to_bring_back(self, person: Client) -> None:
        assert not parsed(person.post("/fit/forget/")).all("input", name="kept")


def kept_nothing(client: Client) -> bool:
    return "You have answered no question so far." in shown(client, "/fit/").words("p")


class TestNothingIsLeftBehind:
    def test_no_address_holds_an_answer(self, all_told: Client) -> None:
        for path in ("/fit/", "/fit/age/", "/fit/results/"):
            for address in shown(all_told, path).links.values():
                assert urlsplit(address).query in ("", "page=2"), address

    def test_get_cannot_answer(self, person: Client) -> None:
        person.get("/fit/age/?age=57")
        assert "situation" not in person.cookies

    def test_nothing_is_written_to_the_database(self, person: Client) -> None:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            person.post("/fit/age/", {"age": SECRET})
            person.get("/fit/results/")
        asked = " ".join(one["sql"] for one in queries.captured_queries)
        assert not re.search(r"\b(INSERT|UPDATE|DELETE)\b", asked)
        assert SECRET not in re.sub(r"NCT\d+|\d{6,}|\b[0-9a-f]{32,}\b", "", asked)

    def test_no_log_line_holds_an_answer(
        self, person: Client, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            person.post("/fit/first-weakness/", ALL["first-weakness"])
            person.post("/fit/age/", {"age": "sixty-one"})
            person.get("/fit/results/")
        assert "sixty-one" not in caplog.text
        assert str(LONG_AGO) not in caplog.text

    def test_public_pages_set_no_cookie_and_get_none_of_this(self, all_told: Client) -> None:
        for path in ("/", "/trials/", "/about/data/", "/privacy/", "/compare/"):
            assert not all_told.get(path).cookies

    def test_an_error_report_holds_no_answer(
        self, person: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        person.post("/fit/alsfrs-r/", {"alsfrs_total": "41"})
        monkeypatch.setattr(question_view, "posted", crash)
        for found in reports_of(person, "/fit/age/", {"age": TYPED}):
            assert "PageFailed" in found
            assert "/fit/age/" in found
            for secret in (TYPED, "alsfrs_total", person.cookies["situation"].value):
                assert secret not in found

    def test_nor_does_the_log_of_the_crash(
        self, person: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(question_view, "posted", crash)
        person.raise_request_exception = False
        response = person.post("/fit/age/", {"age": TYPED})
        assert response.status_code == 500
        assert "PageFailed" in caplog.text
        assert TYPED not in caplog.text
        assert TYPED not in response.content.decode()


def crash(_question: Any, data: Any, **_: Any) -> None:
    """Fails with the answer in a local variable and in its own words."""
    typed = data["age"]
    raise ValueError(f"what is {typed}?")


def reports_of(person: Client, path: str, typed: dict[str, str]) -> list[str]:
    """What Django would write of a crash there, as text and as HTML."""
    found: list[str] = []

    def write(sender: Any, request: HttpRequest, **_: Any) -> None:
        reporter = ExceptionReporter(request, *sys.exc_info())
        found.extend((reporter.get_traceback_text(), reporter.get_traceback_html()))

    person.raise_request_exception = False
    got_request_exception.connect(write)
    try:
        person.post(path, typed)
    finally:
        got_request_exception.disconnect(write)
    assert len(found) == 2
    return found


class TestPostsOfOthers:
    @pytest.mark.parametrize("path", ["/fit/age/", "/fit/forget/", "/fit/undo/", "/comfort/"])
    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "none"},
            {"Origin": "https://clinic.example"},
            {"Origin": "null"},
            {"Origin": "http://testserver.clinic.example"},
            {"Referer": "https://clinic.example/testserver"},
            {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        ],
    )
    def test_are_refused(self, path: str, headers: dict[str, str]) -> None:
        response = Client(headers=headers).post(path, {"age": "61"})
        assert response.status_code == 403
        assert not response.cookies

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "same-origin"},
            {"Origin": "http://testserver"},
            {"Referer": "http://testserver/fit/age/"},
        ],
    )
    def test_of_our_own_pages_are_taken(self, headers: dict[str, str]) -> None:
        assert Client(headers=headers).post("/fit/age/", {"age": "61"}).status_code == 303


class TestResults:
    def pages(self, client: Client) -> list[Shown]:
        first = shown(client, "/fit/results/")
        found = re.search(r"Page 1 of (\d+)", first.text)
        last = int(found[1]) if found else 1
        return [first, *(shown(client, f"/fit/results/?page={n}") for n in range(2, last + 1))]

    def ids(self, client: Client) -> list[str]:
        pages = self.pages(client)
        return [text for page in pages for text in page.words("span", class_="card-id")]

    def test_no_study_is_hidden_whatever_is_answered(self, all_told: Client) -> None:
        listed = set(
            Study.objects.still_listed().filter(scope=Scope.LISTED).values_list("nct_id", flat=True)
        )
        assert set(self.ids(all_told)) == listed
        assert len(self.ids(all_told)) == len(listed)
        assert set(self.ids(Client())) == listed

    def test_open_studies_come_first_and_ended_ones_last(self, all_told: Client) -> None:
        by_id = {study.nct_id: study.overall_status for study in Study.objects.all()}
        statuses = [by_id[nct_id] for nct_id in self.ids(all_told)]
        ended = [status in ("COMPLETED", "TERMINATED", "WITHDRAWN") for status in statuses]
        assert ended == sorted(ended)
        assert by_id[self.ids(all_told)[0]] in ("RECRUITING", "NOT_YET_RECRUITING", "AVAILABLE")

    def test_each_point_stands_with_its_sentence_and_reason(self, person: Client) -> None:
        person.post("/fit/first-weakness/", ALL["first-weakness"])
        text = self.pages(person)[0].text
        assert "Looks not met" in text
        assert "By the date that you gave, this time is over." in text
        assert '<q lang="en">First weakness within the last 24 months</q>' in text

    def test_a_window_that_closes_is_told_with_its_question(self, person: Client) -> None:
        began = TODAY - timedelta(days=300)
        person.post(
            "/fit/first-weakness/",
            {"first_weakness-month": str(began.month), "first_weakness-year": str(began.year)},
        )
        closes = f"1 {began:%B} {began.year + 2} at the earliest. Counted to which visit? Ask."
        assert closes in self.pages(person)[0].text

    def test_fewest_things_in_the_way_come_first(self, all_told: Client) -> None:
        pages = " ".join(page.text for page in self.pages(all_told))
        first_part = pages.split("No new people now, or not known")[0]
        counts = [int(n) for n in re.findall(r"<strong>Looks not met: (\d+)\.", first_part)]
        assert counts == sorted(counts)
        assert counts

    def test_what_no_rule_compares_is_named_as_a_question(self, all_told: Client) -> None:
        assert "Ask each study about it" in self.pages(all_told)[0].text

    def test_a_page_past_the_end_is_the_last(self, person: Client) -> None:
        assert shown(person, "/fit/results/?page=9999").status == 200
        assert shown(person, "/fit/results/?page=x").status == 200


def test_every_field_of_a_question_is_known() -> None:
    assert set(BY_SLUG) == set(ALL)


@pytest.mark.usefixtures("starters")
def test_starter_studies_say_that_nothing_is_known_of_their_criteria(person: Client) -> None:
    text = person.get("/fit/results/").content.decode()
    assert "Facts as known in" in text or "Looks not met" in text
