"""Asked for, confirmed from the mailbox, renewed each year, and really forgotten."""

from datetime import timedelta
from itertools import product

import pytest
from pytest_django.fixtures import Settings

from tests.integration.alerts.mail_server import MailServer, text_of
from tests.integration.alerts.steps import (
    DAY,
    EMAIL,
    IDS,
    asked,
    change,
    confirmed,
    deliver,
    following,
    following_study,
    links_of,
)
from tests.integration.catalogue import NOW
from trials.models import Alert, AlertMail
from trials.saved.alerts import asking, consent
from trials.saved.alerts.tokens import Purpose, find_alert, token_for
from trials.search.criteria import Criteria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]
YEAR = timedelta(days=366)


def test_nothing_but_the_first_mail_before_the_second_yes(server: MailServer) -> None:
    asked()
    assert [mail.kind for mail in deliver(NOW)] == ["confirmation"]
    change(IDS[0], now=NOW + DAY, overall_status="SUSPENDED")
    assert deliver(NOW + 2 * DAY) == []
    assert server.last["To"] == EMAIL


def test_the_link_of_the_mail_begins_it(server: MailServer) -> None:
    asked()
    deliver(NOW)
    begun = consent.confirm(links_of(server.last)["confirm"], now=NOW + DAY)
    assert begun is not None
    assert (begun.state, begun.consented_at) == ("active", NOW + DAY)


def test_confirming_twice_is_as_good_as_once() -> None:
    alert = asked()
    confirmed(alert)
    assert confirmed(alert, now=NOW + DAY).consented_at == NOW


def test_a_link_dies_after_a_week() -> None:
    token = token_for(asked(), Purpose.CONFIRM)
    assert consent.confirm(token, now=NOW + timedelta(days=7, seconds=1)) is None


def test_unconfirmed_addresses_are_deleted_after_a_week(server: MailServer) -> None:
    asked()
    deliver(NOW)
    assert consent.forget(now=NOW + timedelta(days=6, hours=23)) == 0
    assert consent.forget(now=NOW + timedelta(days=7, hours=1)) == 1
    assert not Alert.objects.exists()
    assert not AlertMail.objects.exists()


def test_a_second_yes_for_the_same_search_takes_the_place_of_the_first() -> None:
    first = following()
    Alert.objects.filter(pk=first.pk).update(last_change=7, next_at=NOW + 3 * DAY)
    second = confirmed(asked(frequency="week", email=EMAIL.upper()))
    assert list(Alert.objects.all()) == [second]
    assert (second.last_change, second.next_at) == (7, NOW + 3 * DAY)


def test_other_searches_of_the_address_stay() -> None:
    following()
    following_study(IDS[0])
    assert Alert.objects.count() == 2


def test_nobody_can_fill_a_strangers_mailbox(server: MailServer) -> None:
    made = [
        asking.ask_for_search(EMAIL, Criteria(q=f"word{number}"), frequency="day", now=NOW)
        for number in range(8)
    ]
    assert [alert is not None for alert in made] == [True] * 5 + [False] * 3
    deliver(NOW)
    assert len(server.mails) == 5


def test_the_database_and_one_alert_agree_on_who_is_to_be_asked_for_another_year() -> None:
    alert = asked()
    around = [timedelta(seconds=each) for each in (-1, 0, 1)]
    begun = [None, *(NOW - consent.LASTS + each for each in around)]
    last_asked = [None, NOW - DAY, *(NOW + DAY + each for each in around)]
    found = {}
    for pair in product(begun, last_asked):
        alert.consented_at, alert.renewal_asked_at = pair
        alert.save()
        found[pair] = consent.is_to_be_renewed(alert, now=NOW)
        assert Alert.objects.filter(consent.to_be_renewed(now=NOW)).exists() is found[pair], pair
    older = NOW - consent.LASTS - timedelta(seconds=1)
    by_a_clock_ahead = NOW + DAY + timedelta(seconds=1)
    assert {pair for pair, is_due in found.items() if is_due} == {
        (older, None),
        (older, by_a_clock_ahead),
    }


class TestTokens:
    """A link is for one alert and one purpose."""

    @pytest.mark.parametrize("purpose", list(Purpose))
    def test_each_finds_its_own(self, purpose: Purpose) -> None:
        alert = following()
        assert find_alert(token_for(alert, purpose), purpose) == alert

    @pytest.mark.parametrize("purpose", list(Purpose))
    def test_none_serves_another_purpose(self, purpose: Purpose) -> None:
        token = token_for(following(), purpose)
        others = [one for one in Purpose if one is not purpose]
        assert [find_alert(token, one) for one in others] == [None, None]

    def test_the_seal_of_another_alert_does_not_fit(self) -> None:
        one, other = following(), following_study(IDS[0])
        of_one, of_other = token_for(one, Purpose.END), token_for(other, Purpose.END)
        mixed = of_one[:24] + of_other[24:]
        assert find_alert(mixed, Purpose.END) is None
        assert not consent.end(mixed)
        assert Alert.objects.count() == 2

    @pytest.mark.parametrize("text", ["", "x", "=" * 48, "é" * 48, "A" * 48, "A" * 49, "\n" * 48])
    def test_a_made_up_one_opens_nothing(self, text: str) -> None:
        following()
        assert [find_alert(text, one) for one in Purpose] == [None] * 3
        assert not consent.end(text)

    def test_a_flipped_letter_opens_nothing(self) -> None:
        token = token_for(following(), Purpose.END)
        for place in range(len(token)):
            other = "A" if token[place] != "A" else "B"
            assert not consent.end(token[:place] + other + token[place + 1 :])

    def test_an_older_key_still_ends_mails(self, settings: Settings) -> None:
        token = token_for(following(), Purpose.END)
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another" * 10
        assert consent.end(token)


class TestEnding:
    """The address goes with the alert."""

    def test_everything_is_deleted(self, server: MailServer) -> None:
        alert = following()
        change(IDS[0], now=NOW, overall_status="SUSPENDED")
        deliver(NOW)
        assert consent.end(links_of(server.last)["end"])
        assert not Alert.objects.filter(pk=alert.pk).exists()
        assert not AlertMail.objects.exists()

    def test_twice_is_as_good_as_once(self) -> None:
        token = token_for(following(), Purpose.END)
        assert consent.end(token)
        assert consent.end(token)

    def test_an_unconfirmed_one_ends_too(self, server: MailServer) -> None:
        asked()
        deliver(NOW)
        assert consent.end(links_of(server.last)["end"])
        assert not Alert.objects.exists()


class TestRenewal:
    """After twelve months: asked once; deleted where no answer comes."""

    def test_it_is_asked_once(self, server: MailServer) -> None:
        following()
        assert deliver(NOW + timedelta(days=364)) == []
        assert [mail.kind for mail in deliver(NOW + YEAR)] == ["renewal"]
        assert deliver(NOW + YEAR + 2 * DAY) == []
        assert "A year ago" in text_of(server.last)

    def test_a_yes_is_good_for_another_year(self, server: MailServer) -> None:
        alert = following()
        deliver(NOW + YEAR)
        token = links_of(server.last)["renew"]
        assert consent.renew(token, now=NOW + YEAR + DAY) is not None
        consent.forget(now=NOW + YEAR + 40 * DAY)
        alert.refresh_from_db()
        assert alert.consented_at == NOW + YEAR + DAY
        assert consent.to_renew(token) is None

    @pytest.mark.usefixtures("server")
    def test_no_answer_within_thirty_days_deletes_the_address(self) -> None:
        following()
        deliver(NOW + YEAR)
        assert consent.forget(now=NOW + YEAR + 29 * DAY) == 0
        assert consent.forget(now=NOW + YEAR + 31 * DAY) == 1
        assert not Alert.objects.exists()

    def test_an_address_that_can_not_be_asked_is_deleted_too(self, server: MailServer) -> None:
        following()
        server.moods.recipient = "450 4.2.1 later"
        deliver(NOW + YEAR)
        assert consent.forget(now=NOW + YEAR + 31 * DAY) == 0
        assert consent.forget(now=NOW + YEAR + 61 * DAY) == 1
