"""What is kept, who can use the site, whether it is up to date: true, public, in plain words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import Shown, shown
from tests.integration.pages.test_every_page import check_frame, check_privacy, check_words
from tests.records import study
from trials.models import SyncRun

PAGES = ("/privacy/", "/privacy/health-data/", "/accessibility/", "/status/")
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
