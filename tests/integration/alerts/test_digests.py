"""What a digest tells, and when."""

from datetime import timedelta
from email.message import EmailMessage

import html5lib
import pytest

from tests.integration.alerts.mail_server import MailServer, html_of, text_of
from tests.integration.alerts.steps import (
    DAY,
    EMAIL,
    IDS,
    change,
    deliver,
    following,
    following_study,
    subjects,
)
from tests.integration.catalogue import NOW, publish
from tests.readability import NEVER_OURS
from tests.records import study
from trials.models import Alert, Edition, Study, SyncRun
from trials.saved.alerts import digest_words
from trials.search.criteria import Criteria
from trials.sync.delist import delist_missing, relist
from trials.sync.starter import load_starter_studies

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]
LATER = NOW + timedelta(hours=2)


def test_no_change_no_mail(server: MailServer) -> None:
    following()
    Edition.publish(now=LATER)
    assert deliver(LATER) == []


def test_a_change_of_a_study_that_matched(server: MailServer) -> None:
    following()
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    deliver(LATER)
    assert subjects(server) == ["Your saved search has 1 change"]
    text = text_of(server.last)
    assert "Status: Recruiting -> Paused" in text
    assert f"https://news.example.org/trials/{IDS[0]}/" in text
    assert IDS[1] not in text


def test_it_is_told_once(server: MailServer) -> None:
    following()
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    deliver(LATER)
    Edition.publish(now=LATER)
    assert deliver(LATER + 2 * DAY) == []


def test_a_study_that_no_longer_matches_is_let_go(server: MailServer) -> None:
    following()
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    deliver(LATER)
    change(IDS[0], now=LATER + DAY, overall_status="TERMINATED")
    assert deliver(LATER + 2 * DAY) == []


def test_a_study_that_comes_to_match_is_new(server: MailServer) -> None:
    following()
    change(IDS[2], now=LATER, overall_status="RECRUITING")
    deliver(LATER)
    text = text_of(server.last)
    assert f"New in your search: {IDS[2]}" in text
    assert "Not yet recruiting -> Recruiting" in text


def test_a_new_study(server: MailServer) -> None:
    following()
    change(IDS[3], now=LATER, overall_status="RECRUITING")
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    deliver(LATER)
    assert subjects(server) == ["Your saved search has 2 changes"]
    text = text_of(server.last)
    assert text.index(f"New in your search: {IDS[3]}") < text.index(f"Changed: {IDS[0]}")


def test_one_study(server: MailServer) -> None:
    following_study(IDS[1])
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    assert deliver(LATER) == []
    change(IDS[1], now=LATER, overall_status="COMPLETED")
    deliver(LATER)
    assert subjects(server) == ["The page you follow has 1 change"]


@pytest.mark.parametrize(("frequency", "days"), [("day", 1), ("week", 7)])
def test_at_most_one_a_period_and_nothing_lost(
    server: MailServer, frequency: str, days: int
) -> None:
    following_study(IDS[0], frequency=frequency)
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    deliver(LATER)
    change(IDS[0], now=LATER, overall_status="RECRUITING")
    change(IDS[0], now=LATER, overall_status="COMPLETED")
    assert deliver(LATER + timedelta(days=days, seconds=-1)) == []
    deliver(LATER + timedelta(days=days))
    assert len(server.mails) == 2
    assert "Status: Paused -> Completed" in text_of(server.last)


def test_what_was_changed_back_sends_nothing(server: MailServer) -> None:
    following_study(IDS[0])
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    change(IDS[0], now=LATER, overall_status="RECRUITING")
    assert deliver(LATER) == []


def test_a_burst_fits_into_one_mail(server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest_words, "MOST_STUDIES", 2)
    following()
    publish(*(study(nct_id=f"NCT9000010{n}", overall_status="RECRUITING") for n in range(5)))
    deliver(LATER)
    assert subjects(server) == ["Your saved search has 5 changes"]
    text = text_of(server.last)
    assert text.count("New in your search:") == 2
    assert "and 3 studies more: https://news.example.org/trials/?status=RECRUITING" in text


def test_criteria_are_read_on_the_page_not_in_the_mail(server: MailServer) -> None:
    following_study(IDS[0])
    change(IDS[0], now=LATER, overall_status="RECRUITING", eligibility_criteria="Other. " * 900)
    deliver(LATER)
    assert "Who can take part: The text was changed. Please read it on the page." in text_of(
        server.last
    )
    assert "Other. Other." not in text_of(server.last)


def test_delisted_and_relisted_are_news(server: MailServer) -> None:
    following()
    run = SyncRun.objects.create(kind="full", state="published", started_at=NOW)
    delist_missing(run, set(IDS[1:]), now=LATER)
    Edition.publish(now=LATER)
    deliver(LATER)
    assert "On the registry: listed -> no longer listed" in text_of(server.last)
    relist(run, {IDS[0]}, now=LATER + DAY)
    Edition.publish(now=LATER + DAY)
    deliver(LATER + DAY)
    assert "On the registry: no longer listed -> listed" in text_of(server.last)


def test_a_choice_that_is_gone_does_not_widen_the_search(server: MailServer) -> None:
    alert = following(Criteria(near="boston-ma-us", within=50))
    Alert.objects.filter(pk=alert.pk).update(matched=[Study.objects.get(nct_id=IDS[0]).pk])
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    change(IDS[3], now=LATER, overall_status="RECRUITING")
    deliver(LATER)
    assert IDS[0] in text_of(server.last)
    assert IDS[3] not in text_of(server.last)


class TestStarters:
    """A record that takes the place of starter facts is no news."""

    @pytest.fixture
    def starter(self) -> str:
        Study.objects.all().delete()
        load_starter_studies(now=NOW)
        started = Study.objects.starters().filter(scope="listed").order_by("nct_id").first()
        assert started is not None
        return started.nct_id

    @pytest.mark.usefixtures("server")
    def test_that_the_search_found_already(self, starter: str) -> None:
        following(Criteria())
        change(starter, now=LATER, overall_status="RECRUITING")
        assert deliver(LATER) == []

    def test_that_it_did_not_find_yet(self, server: MailServer, starter: str) -> None:
        following()
        change(starter, now=LATER, overall_status="RECRUITING")
        assert deliver(LATER) == []
        change(starter, now=LATER + DAY, overall_status="SUSPENDED")
        deliver(LATER + DAY)
        assert "Status: Recruiting -> Paused" in text_of(server.last)


class TestTheMail:
    """Its headers and parts."""

    @pytest.fixture
    def mail(self, server: MailServer) -> EmailMessage:
        following()
        change(IDS[0], now=LATER, overall_status="SUSPENDED", brief_title="A <b>title</b> & more")
        deliver(LATER)
        return server.last

    def test_headers(self, mail: EmailMessage) -> None:
        assert mail["From"] == "updates@example.org"
        assert mail["To"] == EMAIL
        assert mail["List-Id"] == "<updates.news.example.org>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = mail["List-Unsubscribe"].replace("\n", "").replace(" ", "")
        assert address.startswith("<https://news.example.org/follow/end/")
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["Message-ID"].endswith("@news.example.org>")
        assert mail["Date"]

    def test_the_subject_says_nothing_about_health(self, mail: EmailMessage) -> None:
        subject = mail["Subject"].lower()
        words = ("als", "stem", "cell", "trial", "disease", "study", "nct")
        assert not [word for word in words if word in subject.split()]

    def test_html_is_valid_and_loads_nothing(self, mail: EmailMessage) -> None:
        html = html_of(mail)
        html5lib.HTMLParser(strict=True).parse(html)
        assert not [word for word in ("<img", "src=", "<script", "<style", "<link") if word in html]
        assert "A &lt;b&gt;title&lt;/b&gt; &amp; more" in html

    def test_text_is_complete_and_not_escaped(self, mail: EmailMessage) -> None:
        text = text_of(mail)
        assert "A <b>title</b> & more" in text
        assert "Status: Recruiting -> Paused" in text
        assert "/follow/end/" in text
        assert "Data from ClinicalTrials.gov as of 20 November 2026." in text

    def test_no_link_leads_elsewhere(self, mail: EmailMessage) -> None:
        found = html_of(mail).split('href="')[1:]
        assert found
        assert all(one.startswith("https://news.example.org") for one in found)

    def test_no_word_judges(self, mail: EmailMessage) -> None:
        assert not NEVER_OURS.search(text_of(mail))
