"""What is kept, who can use the site, whether it is up to date: true, public, in plain words."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.conf import settings as real
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.integration.pages.test_every_page import check_frame, check_privacy, check_words
from tests.readability import grade
from tests.records import study
from trials.exports.rates import Pace, limit_of
from trials.models import SyncRun
from trials.saved.alerts import consent, settling
from trials.saved.lists import KEPT_UNUSED
from trials.views.presenters.written_down import COUNTED

PAGES = ("/privacy/", "/privacy/health-data/", "/accessibility/", "/status/")
RATES = real.RATES
"""Those of a site that runs: tests/conftest.py sets others."""
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("contact", ["", "help@example.org"])
def test_each_is_valid_public_and_plain(
    client: Client, path: str, contact: str, settings: Settings
) -> None:
    settings.SITE_CONTACT = contact
    page = shown(client, path)
    assert page.status == 200
    check_frame(path, page)
    check_words(path, page)
    check_privacy(path, page)


@pytest.mark.parametrize("path", ["/", "/trials/", "/fit/", "/nowhere/"])
def test_every_page_leads_to_them(client: Client, path: str) -> None:
    assert set(PAGES) <= set(shown(client, path).links.values())


def test_clearing_this_device_deletes_every_cookie() -> None:
    person = Client(headers={"Sec-Fetch-Site": "same-origin"})
    person.post("/comfort/", {"text": "large"})
    person.post("/fit/age/", {"age": "61"})
    answer = person.post("/privacy/clear/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert {name: cookie["path"] for name, cookie in answer.cookies.items()}.items() >= {
        "comfort": "/",
        "situation": "/fit/",
    }.items()
    assert all(cookie["max-age"] == 0 for cookie in answer.cookies.values())
    assert answer["Cache-Control"] == "private, no-store"
    assert "text-large" not in answer.content.decode()


def test_clearing_takes_a_press_on_this_site(client: Client) -> None:
    assert client.get("/privacy/clear/").status_code == 405
    assert client.post("/privacy/clear/").status_code == 403


def said(client: Client, path: str = "/privacy/") -> str:
    page = shown(client, path)
    return " ".join((*page.words("p"), *page.words("li")))


class TestWhatIsWrittenDown:
    """The page's words, held to what the site does."""

    def line_of(self, client: Client, caplog: pytest.LogCaptureFixture, path: str) -> str:
        with caplog.at_level(logging.INFO, logger="trialfinder.access"):
            caplog.clear()
            client.get(path)
        return " ".join(record.getMessage() for record in caplog.records)

    def test_a_line_for_each_page_is_owned_up_to_where_there_is_one(
        self, client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        publish(study(nct_id="NCT90000001"))
        settings.ACCESS_LOG = True
        line = self.line_of(client, caplog, "/trials/NCT90000001/?q=hidden")
        words = line.split()
        assert (words[:3], words[4:]) == (["GET", "study", "200"], ["ms"])
        text = said(client)
        assert "For each page that is asked for, we write one line." in text
        assert "not say which trial, not what was searched for, and not who asked" in text

    def test_none_is_claimed_where_there_is_none(
        self, client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        settings.ACCESS_LOG = False
        assert self.line_of(client, caplog, "/privacy/") == ""
        text = said(client)
        assert "This copy of the site writes no line for a page that is asked for." in text
        assert "we write one line" not in text

    def test_counts_of_pages_are_owned_up_to(self, client: Client) -> None:
        assert "We count how often each kind of page is asked for" in said(client)
        assert "no count of visits" not in said(client)

    def test_every_limit_is_named_with_the_time_it_is_remembered(
        self, client: Client, settings: Settings
    ) -> None:
        assert set(COUNTED) == set(RATES)
        settings.RATES = RATES
        ours = [limit_of(scope).seconds for scope in RATES]
        words = shown(client, "/privacy/").words("li")
        for seconds, text in ((60, "1 minute"), (3600, "1 hour")):
            named = [one for one in words if f"we forget it {text} after the last one" in one]
            assert len(named) == ours.count(seconds)
        assert set(ours) == {60, 3600}

    @pytest.mark.parametrize(
        ("rate", "time"),
        [("5/7m", "7 minutes"), ("5/2h", "2 hours"), ("5/90s", "90 seconds"), ("1/d", "24 hours")],
    )
    def test_a_changed_limit_changes_the_words(
        self, client: Client, settings: Settings, rate: str, time: str
    ) -> None:
        settings.RATES = {**RATES, "export": rate}
        assert f"we forget it {time} after the last one" in said(client)

    @pytest.mark.parametrize("scope", RATES)
    def test_that_long_and_no_longer(self, scope: str, settings: Settings) -> None:
        cache.clear()
        settings.RATES = RATES
        pace = Pace(scope)
        request = Client().get("/privacy/", REMOTE_ADDR="203.0.113.7").wsgi_request
        assert pace.allow_request(request)
        store = cache._cache.get_client(None)  # type: ignore[attr-defined]
        (key,) = [one for one in store.keys("*") if b"pace-" in one]
        assert 0 < store.ttl(key) <= limit_of(scope).seconds
        assert b"203.0.113" not in key + store.dump(key)

    def test_other_terms_are_those_of_the_code(self, client: Client) -> None:
        text = said(client)
        assert f"not used for {KEPT_UNUSED.days} days is deleted" in text
        assert consent.CONFIRM_WITHIN.days == 7
        assert "deleted after seven days" in text
        assert consent.LASTS.days == 365
        assert f"no yes within {consent.RENEW_WITHIN.days} days" in text
        assert f"kept for {settling.KEPT.days} days" in text

    def test_every_word_of_it_is_plain(self, client: Client) -> None:
        marked = shown(client, PAGES[0]).all("ul", class_="marked")
        items = [words_of(one) for each in marked for one in each]
        assert len(items) > 15
        assert grade(items) <= 6

    def test_the_notice_on_health_data_says_so_too(
        self, client: Client, settings: Settings
    ) -> None:
        settings.ACCESS_LOG = True
        assert "we write one line" in said(client, PAGES[1])
        settings.ACCESS_LOG = False
        assert "we write one line" not in said(client, PAGES[1])


class TestStatus:
    def words(self, client: Client) -> str:
        page: Shown = shown(client, "/status/")
        return " ".join((*page.words("p"), *page.words("li")))

    def test_before_any_update(self, client: Client) -> None:
        assert "no update from the registry has come through so far" in self.words(client)

    def test_after_a_good_update(self, client: Client) -> None:
        publish(study(), now=timezone.now())
        words = self.words(client)
        assert "came through today" in words
        assert "The data here is what the registry had on 20 November 2026." in words

    def test_when_it_is_late(self, client: Client) -> None:
        publish(study(), now=timezone.now() - timedelta(days=6))
        assert "6 days ago. That is late" in self.words(client)

    @pytest.mark.parametrize(
        ("state", "word"),
        [
            ("refused", "lacked too much"),
            ("failed", "did not come through"),
            ("interrupted", "cut off"),
            ("running", "runs right now"),
        ],
    )
    def test_a_run_that_went_otherwise(self, client: Client, state: str, word: str) -> None:
        SyncRun.objects.create(
            kind="light", state=state, started_at=timezone.now(), message="for the operator"
        )
        words = self.words(client)
        assert word in words
        assert "for the operator" not in words
