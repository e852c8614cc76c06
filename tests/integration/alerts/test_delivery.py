"""Never twice, never lost: what the mail server says, and what dies in between."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from pytest_django.fixtures import Settings

from tests.integration.alerts.mail_server import ACCEPTED, MailServer, text_of
from tests.integration.alerts.steps import (
    DAY,
    EMAIL,
    IDS,
    asked,
    change,
    deliver,
    following,
    following_study,
)
from tests.integration.catalogue import NOW
from trials.models import Alert, AlertMail
from trials.saved.alerts import delivery, settling
from trials.saved.alerts.posting import Posted, post

LATER = NOW + timedelta(hours=2)


class Killed(BaseException):
    """The worker's end in the middle of things."""


@pytest.fixture
def suspended(catalogue: None) -> Alert:
    """An alert with one change to tell."""
    alert = following_study(IDS[0])
    change(IDS[0], now=LATER, overall_status="SUSPENDED")
    return alert


def states() -> list[str]:
    return list(AlertMail.objects.order_by("claimed_at").values_list("state", flat=True))


@pytest.mark.django_db
class TestDeath:
    """The worker dies between the server's yes and our commit."""

    def die_after_the_yes(self, message: EmailMessage) -> Posted:
        post(message)
        raise Killed

    def test_it_is_not_repeated_and_the_operator_sees_it(
        self, server: MailServer, suspended: Alert
    ) -> None:
        with pytest.raises(Killed):
            delivery.send_next(suspended.pk, now=LATER, post=self.die_after_the_yes)
        assert len(server.mails) == 1
        assert states() == ["claimed"]
        for minutes in (0, 10, 50, 70, 600):
            deliver(LATER + timedelta(minutes=minutes))
        assert len(server.mails) == 1
        assert states() == ["unsure"]

    def test_its_changes_come_again_in_the_next_digest(
        self, server: MailServer, suspended: Alert
    ) -> None:
        with pytest.raises(Killed):
            delivery.send_next(suspended.pk, now=LATER, post=self.die_after_the_yes)
        change(IDS[0], now=LATER + DAY, overall_status="TERMINATED")
        deliver(LATER + DAY)
        assert states() == ["unsure", "sent"]
        assert "Status: Recruiting -> Stopped early" in text_of(server.last)
        assert server.mails[0]["Message-ID"] != server.mails[1]["Message-ID"]

    def test_death_before_the_server_was_spoken_to_sends_it_next_time(
        self, server: MailServer, suspended: Alert
    ) -> None:
        def die(message: EmailMessage) -> Posted:
            raise Killed

        with pytest.raises(Killed):
            delivery.send_next(suspended.pk, now=LATER, post=die)
        deliver(LATER + DAY)
        assert "Recruiting -> Paused" in text_of(server.last)

    @pytest.mark.usefixtures("suspended")
    def test_a_server_that_hangs_up_after_taking_it_is_the_same(self, server: MailServer) -> None:
        server.moods.hangs_up = True
        deliver(LATER)
        assert states() == ["unsure"]
        deliver(LATER + timedelta(hours=3))
        assert len(server.mails) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("suspended")
class TestRefusals:
    """The server says no."""

    def test_put_off_and_tried_again_with_growing_waits(self, server: MailServer) -> None:
        server.moods.recipient = "450 4.2.0 greylisted {address}"
        tried = [now for now in ten_minute_turns() if deliver(now)]
        waits = [after - before for before, after in pairwise(tried)]
        assert waits[:2] == [timedelta(minutes=20), timedelta(hours=1)]
        assert waits == sorted(waits)
        mail = AlertMail.objects.get()
        assert (mail.state, mail.attempts, mail.reply) == ("deferred", len(tried), "450 4.2.0")

    def test_then_taken_under_the_same_message_id(self, server: MailServer) -> None:
        server.moods.data = "451 4.3.0 later"
        deliver(LATER)
        first = AlertMail.objects.get().pk
        server.moods.data = ACCEPTED
        deliver(LATER + timedelta(minutes=16))
        assert server.last["Message-ID"] == f"<{first.hex}@news.example.org>"
        assert states() == ["sent"]

    def test_a_server_that_is_down_is_tried_again(
        self, server: MailServer, settings: Settings
    ) -> None:
        settings.EMAIL_PORT = 1
        deliver(LATER)
        assert states() == ["deferred"]
        settings.EMAIL_PORT = server.port
        deliver(LATER + timedelta(minutes=16))
        assert states() == ["sent"]

    def test_no_such_address_ends_the_alert_and_deletes_the_address(
        self, server: MailServer, suspended: Alert
    ) -> None:
        server.moods.recipient = "550 5.1.1 <{address}>: no such user"
        deliver(LATER)
        suspended.refresh_from_db()
        assert (suspended.state, suspended.email) == ("ended", "")
        assert AlertMail.objects.get().reply == "550 5.1.1"
        change(IDS[0], now=LATER + DAY, overall_status="COMPLETED")
        assert deliver(LATER + 2 * DAY) == []

    def test_a_refusal_that_may_be_our_fault_ends_nothing(
        self, server: MailServer, suspended: Alert
    ) -> None:
        server.moods.recipient = "554 5.7.1 relay access denied"
        deliver(LATER)
        suspended.refresh_from_db()
        assert (suspended.state, suspended.email) == ("active", EMAIL)
        assert states() == ["refused"]
        server.moods.recipient = ACCEPTED
        deliver(LATER + DAY)
        assert "Recruiting -> Paused" in text_of(server.last)

    def test_an_unconfirmed_address_that_does_not_exist_is_deleted(
        self, server: MailServer
    ) -> None:
        waiting = asked()
        server.moods.recipient = "550 5.1.1 no"
        deliver(NOW)
        waiting.refresh_from_db()
        assert waiting.email == ""

    def test_old_notes_are_deleted(self, server: MailServer) -> None:
        server.moods.recipient = "550 5.1.1 no"
        deliver(LATER)
        settling.forget_mails(now=LATER + 91 * DAY)
        assert not Alert.objects.exists()
        assert not AlertMail.objects.exists()


def ten_minute_turns() -> list[datetime]:
    return [LATER + timedelta(minutes=10 * step) for step in range(6 * 40)]


@pytest.mark.django_db
def test_ended_while_the_mail_is_on_its_way(server: MailServer, suspended: Alert) -> None:
    def post_and_end(message: EmailMessage) -> Posted:
        posted = post(message)
        Alert.objects.all().delete()
        return posted

    delivery.send_next(suspended.pk, now=LATER, post=post_and_end)
    assert not Alert.objects.exists()
    assert not AlertMail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_claim_is_committed_before_the_server_is_spoken_to(
    server: MailServer, suspended: Alert
) -> None:
    """Another connection sees the row while the dialogue runs, and a second worker does nothing."""
    seen: list[str] = []
    second: list[object] = []

    def look() -> None:
        try:
            seen.extend(states())
            second.append(delivery.send_next(suspended.pk, now=LATER, post=post))
        finally:
            connection.close()

    def post_while_others_look(message: EmailMessage) -> Posted:
        other = threading.Thread(target=look)
        other.start()
        other.join(20)
        return post(message)

    delivery.send_next(suspended.pk, now=LATER, post=post_while_others_look)
    assert (seen, second) == (["claimed"], [None])
    assert len(server.mails) == 1


@pytest.mark.django_db
def test_many_alerts_each_get_their_own(server: MailServer, catalogue: None) -> None:
    first, second = following(), following_study(IDS[1])
    change(IDS[1], now=LATER, overall_status="SUSPENDED")
    deliver(LATER)
    assert {mail.alert_id for mail in AlertMail.objects.all()} == {first.pk, second.pk}
