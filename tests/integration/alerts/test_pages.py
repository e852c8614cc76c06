"""The pages of alerts: plain words, one answer for every address, guarded forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.integration.alerts.steps import EMAIL, IDS, asked, following, following_study
from tests.integration.pages.reading_pages import Shown, shown
from tests.readability import NEVER_OURS, grade
from trials.models import Alert
from trials.saved.alerts.consent import to_confirm
from trials.saved.alerts.tokens import Purpose, token_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue", "server")]
SEARCH = "/follow/?status=RECRUITING&country=US"
FORM = {"email": EMAIL, "frequency": "week"}


@pytest.fixture(autouse=True)
def _forgotten_rates() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def reader() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def stranger() -> Client:
    """A mail provider, or somebody else's page: no cookie, no origin of ours."""
    return Client(enforce_csrf_checks=True)


def link(alert: Alert, purpose: Purpose) -> str:
    return f"/follow/{purpose}/{token_for(alert, purpose)}/"


def every_page(reader: Client) -> list[tuple[str, Shown]]:
    waiting, running = asked(), following_study(IDS[1])
    Alert.objects.filter(pk=waiting.pk).update(created_at=timezone.now())
    paths = (
        "/follow/",
        SEARCH,
        "/follow/?near=Zzyzx&phase=PHASE9",
        f"/follow/{IDS[0]}/",
        "/follow/sent/",
        link(waiting, Purpose.CONFIRM),
        link(running, Purpose.RENEW),
        link(running, Purpose.END),
        "/follow/confirm/nothing/",
        "/follow/end/nothing/",
    )
    return [(path, shown(reader, path)) for path in paths]


def test_every_page_is_plain_private_and_valid(reader: Client) -> None:
    for path, page in every_page(reader):
        assert page.status == (404 if "nothing" in path else 200), path
        assert len(page.all("h1")) == 1, path
        assert grade(page.own_sentences) <= 6, path
        assert not [text for text in page.own_sentences if NEVER_OURS.search(text)], path
        assert page.headers["Cache-Control"] == "private, no-store", path
        assert page.headers["X-Robots-Tag"].startswith("noindex"), path
        assert "Set-Cookie" not in page.headers, path
        assert not page.all("script"), path


def test_a_page_of_a_link_does_not_repeat_the_link(reader: Client) -> None:
    for path, page in every_page(reader):
        token = path.strip("/").rpartition("/")[2]
        assert len(token) != 48 or token not in page.text


def test_asking_leads_to_the_same_page_for_every_address(reader: Client) -> None:
    following()
    answers = [
        reader.post(SEARCH, {**FORM, "email": email})
        for email in (EMAIL, "nobody.knows@example.org", EMAIL)
    ]
    seen = {(one.status_code, one.headers["Location"], one.content) for one in answers}
    assert seen == {(303, "/follow/sent/", b"")}


def test_what_is_asked_for_is_kept(reader: Client) -> None:
    reader.post(SEARCH, FORM)
    reader.post(f"/follow/{IDS[0].lower()}/", {**FORM, "frequency": "day"})
    search, study = Alert.objects.order_by("created_at")
    assert (search.query, search.frequency) == ("status=RECRUITING&country=US", "week")
    assert study.study is not None
    assert (study.study.nct_id, study.frequency) == (IDS[0], "day")


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"email": "", "frequency": "day"}, "e-mail address"),
        ({"email": "jane", "frequency": "day"}, "e-mail address"),
        ({"email": "a@b.c\r\nBcc: x@example.org", "frequency": "day"}, "e-mail address"),
        ({"email": f"{'x' * 250}@example.org", "frequency": "day"}, "e-mail address"),
        ({"email": "jane\x00@example.org", "frequency": "day"}, "e-mail address"),
        ({"email": EMAIL}, "how often"),
        ({"email": EMAIL, "frequency": "hour"}, "how often"),
    ],
)
def test_bad_input_gets_a_word_and_keeps_what_was_typed(
    reader: Client, form: dict[str, str], fault: str
) -> None:
    response = reader.post(SEARCH, form)
    assert response.status_code == 400
    assert fault in response.content.decode()
    assert not Alert.objects.exists()


def test_typed_address_stays_in_the_form(reader: Client) -> None:
    assert 'value="jane@"' in reader.post(SEARCH, {"email": "jane@"}).content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
    ],
)
def test_forms_of_other_sites_are_refused(headers: dict[str, str]) -> None:
    alert = asked()
    running = following_study(IDS[0])
    elsewhere = Client(headers=headers)
    addresses = (SEARCH, f"/follow/{IDS[0]}/", link(alert, Purpose.CONFIRM))
    answers = [elsewhere.post(one, FORM) for one in (*addresses, link(running, Purpose.RENEW))]
    assert [one.status_code for one in answers] == [403] * 4
    alert.refresh_from_db()
    assert alert.state == "pending"


def test_a_study_that_is_not_known(reader: Client) -> None:
    assert reader.get("/follow/NCT09999999/").status_code == 404
    assert reader.get("/follow/not-an-id/").status_code == 404


def test_too_many_requests_get_a_word(reader: Client, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "follow": "2/h"}
    answers = [
        reader.post(SEARCH, {**FORM, "email": f"j{number}@example.org"}) for number in range(3)
    ]
    assert [one.status_code for one in answers] == [303, 303, 429]
    assert "Retry-After" in answers[2].headers


class TestLinks:
    """Nothing happens by opening a link."""

    def test_opening_confirms_nothing(self, reader: Client) -> None:
        alert = asked()
        Alert.objects.update(created_at=timezone.now())
        page = shown(reader, link(alert, Purpose.CONFIRM))
        assert page.words("button") == ["Yes, send me these e-mails"]
        alert.refresh_from_db()
        assert alert.state == "pending"

    def test_the_button_confirms(self, reader: Client) -> None:
        alert = asked()
        Alert.objects.update(created_at=timezone.now())
        response = reader.post(link(alert, Purpose.CONFIRM))
        assert "Thank you, it is done" in response.content.decode()
        alert.refresh_from_db()
        assert alert.state == "active"

    def test_an_old_link_leads_on(self, reader: Client) -> None:
        alert = asked()
        Alert.objects.update(created_at=timezone.now() - timedelta(days=8))
        assert to_confirm(token_for(alert, Purpose.CONFIRM), now=timezone.now()) is None
        page = shown(reader, link(alert, Purpose.CONFIRM))
        assert (page.status, page.title) == (404, "This link no longer works")

    def test_the_button_renews(self, reader: Client) -> None:
        alert = following()
        reader.post(link(alert, Purpose.RENEW))
        alert.refresh_from_db()
        assert alert.consented_at is not None
        assert timezone.now() - alert.consented_at < timedelta(minutes=5)


class TestOneClick:
    """RFC 8058, as mail providers do it."""

    def test_a_post_without_cookies_ends_it(self, stranger: Client) -> None:
        alert = following()
        response = self.click(stranger, link(alert, Purpose.END))
        assert response.status_code == 200
        assert not response.cookies
        assert not Alert.objects.exists()

    def test_also_from_another_site(self) -> None:
        alert = following()
        self.click(Client(headers={"Sec-Fetch-Site": "cross-site"}), link(alert, Purpose.END))
        assert not Alert.objects.exists()

    def test_a_get_shows_a_button_and_ends_nothing(self, stranger: Client) -> None:
        page = shown(stranger, link(following(), Purpose.END))
        assert page.words("button") == ["End these e-mails"]
        assert page.all("form", method="post")
        assert Alert.objects.exists()

    def test_clicking_again_says_the_same(self, stranger: Client) -> None:
        address = link(following(), Purpose.END)
        answers = [self.click(stranger, address) for _ in range(2)]
        assert answers[0].content == answers[1].content

    def test_a_forged_link_ends_nothing(self, stranger: Client) -> None:
        mine, other = following(), following_study(IDS[0])
        of_mine, of_other = token_for(mine, Purpose.END), token_for(other, Purpose.END)
        forged = f"/follow/end/{of_mine[:24]}{of_other[24:]}/"
        assert self.click(stranger, forged).status_code == 404
        assert Alert.objects.count() == 2

    @staticmethod
    def click(client: Client, address: str) -> HttpResponse:
        answer = client.post(address, {"List-Unsubscribe": "One-Click"})
        assert isinstance(answer, HttpResponse)
        return answer


class TestWithoutMail:
    """EMAIL_URL is not set."""

    def test_the_page_says_so_and_offers_the_feed(self, reader: Client, settings: Settings) -> None:
        settings.ALERTS_BY_MAIL = False
        page = shown(reader, SEARCH)
        assert "E-mail is not set up on this site" in page.text
        assert not page.all("input", type="email")
        query = "?status=RECRUITING&country=US"
        assert page.links["Feed of this search"] == f"/trials/feed.atom{query}"

    def test_nothing_is_kept(self, reader: Client, settings: Settings) -> None:
        settings.ALERTS_BY_MAIL = False
        assert reader.post(SEARCH, FORM).status_code == 200
        assert not Alert.objects.exists()
